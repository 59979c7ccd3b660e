"""Signal `argument`: room, and reasons of more than one kind."""

import pytest

from .said import FOUND, score

LONG = (
    "Ce n’est pas une question de goût mais de budget, et il me semble que la commune l’oublie souvent, "
    "année après année."
)
SAID = [
    f"{LONG} La rocade coûte trop cher parce que les terrains ont doublé. En revanche le tram dure cinquante ans.",
    f"{LONG} Certes le stade est vieux. Selon la chambre des comptes, il rapporte pourtant assez pour être refait.",
    f"{LONG} Par exemple, à Albi, on a planté des arbres ; le problème est l’entretien, car "
    "personne ne le finance.",
    f"{LONG} D’un autre côté, la raison est connue : personne ne veut payer. En moyenne, chacun verse douze euros.",
    "I understand the anger about the new road, and I share some of it, because we were never asked "
    "what we wanted. "
    "However, according to the council’s own figures, accidents at the old crossing have fallen by "
    "half since it opened.",
    f"{LONG} Toutefois, la vraie question est celle du climat, puisque la rivière manque déjà d’eau "
    "chaque été ici.",
]
INNOCENT = [
    "Parce que.",
    "Selon moi non, car c'est moche.",
    "En revanche, oui.",
    f"{LONG} Voilà tout ce que je voulais dire ce matin à vos lecteurs, bonne journée à vous et à "
    "toute la rédaction.",
    f"{LONG} J’y vais parce que j’aime ça, et parce que mes enfants aussi aiment beaucoup ce petit "
    "parc derrière la gare.",
    "However.",
]


@pytest.mark.parametrize("text", SAID)
def test_found(text: str) -> None:
    assert score("argument", text) >= FOUND


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("argument", text) < FOUND
