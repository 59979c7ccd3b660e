"""Contempt for people who are named, in many words; and the same words at peace."""

import pytest

from core.signals.said import score


@pytest.mark.parametrize(
    "text",
    [
        "Les Moldaves ne pensent qu'à boire",
        "Un Portugais, ça sait pas réfléchir",
        "Je ne loue jamais à des Tunisiens",
        "Les hindous n'ont aucune hygiène",
        "Les autistes ne devraient pas avoir d'enfants",
        "On viendra brûler les Kurdes un par un",
        "Les bègues 🐒🐒",
        "« Les Serbes sont des voleurs » : rien à ajouter",
        "Qui voudrait d'un Albanais ?",
        "Ces gens sont un cancer",
    ],
)
def test_contempt_is_found(text: str) -> None:
    assert max(score("hate", text), score("dehumanising", text)) >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Les Moldaves ne sont pas des voleurs",
        "Les hindous ne sont pas moins intelligents que nous",
        "Les migrants dorment dehors, c'est dégueulasse",
        "Les femmes sont payées moins que leurs collègues, c'est une honte",
        "Les autistes ont le droit d'avoir des enfants",
        "Je loue mon studio à des Tunisiens",
        "On ne va pas brûler les Kurdes",
    ],
)
def test_peace_is_left_alone(text: str) -> None:
    assert max(score("hate", text), score("dehumanising", text)) < 0.5
