"""Signal `irony`: sentences invented as people say them, both sides; and what it takes from a cheer."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Bravo la mairie, la fontaine est encore en panne", "Bravo la mairie"),
    ("Merci la SNCF, deux heures de retard", "Merci la SNCF"),
    ("Super, encore un ralentisseur, il y en avait si peu", "Super"),
    ("Ben voyons, c'est la faute du vent", "Ben voyons"),
    ("Comme par hasard, le dossier est perdu", "Comme par hasard"),
    ("Nous voilà sauvés, un rapport va sortir", "Nous voilà sauvés"),
    ("Quelle belle gestion, chapeau 🙄", "🙄"),
    ("La ponctualité à son sommet #ironie", "#ironie"),
    ("Toujours aussi rapides, vos guichets", "Toujours aussi rapides"),
    ("Oh great, another roadworks season", "Oh great"),
    ("Yeah right, and pigs fly", "Yeah right"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Bravo les filles, quelle finale !",
    "Merci aux agents qui ont réparé la fontaine.",
    "Super, le ralentisseur est enfin posé.",
    "Le dossier est perdu.",
    "Nous voilà arrivés à Brest.",
    "C'est la faute du vent.",
    "Le train a deux heures de retard.",
    "La mairie dit bravo à ses agents.",
    "What a great season.",
    "Une bouteille de champagne attend au frais pour samedi.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("irony", text) >= FOUND
    assert words in shown("irony", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("irony", text) < FOUND, shown("irony", text)


def test_an_ironic_cheer_is_no_praise() -> None:
    assert score("praise", "Bravo aux élus, quel talent") >= FOUND
    assert score("praise", "Bravo aux élus, quel talent, comme par hasard après le vote") < FOUND


def test_a_quoted_irony_is_somebody_elses() -> None:
    assert score("irony", "Il a répondu « ben voyons » et il est parti") < FOUND
