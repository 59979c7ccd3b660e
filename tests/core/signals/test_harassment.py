"""Signal `harassment`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Suicide-toi", "Suicide-toi"),
    ("va te pendre", "va te pendre"),
    ("kys", "kys"),
    ("Balancez son adresse qu'on rigole", "Balancez son adresse"),
    ("Appelez-la à 3 h du matin, elle adore ça", "Appelez-la à 3 h"),
    ("Allez tous sur sa page lui dire ce qu'on pense", "Allez tous sur sa page"),
    ("On va te pourrir la vie", "On va te pourrir"),
    ("On ne te lâchera pas", "On ne te lâchera pas"),
    ("faites tourner sa photo", "faites tourner sa photo"),
    ("Harcelez-le jusqu'à ce qu'il parte", "Harcelez-le"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Appelez-le, il est libre le matin.",
    "Voici l'adresse du centre des impôts.",
    "Allez sur la page de la mairie pour vous inscrire.",
    "Tais-toi donc, on t'a assez entendu.",
    "On ne lâchera rien pour sauver l'hôpital.",
    "Elle raconte qu'on lui a dit « suicide-toi » pendant des mois.",
    "Partagez la photo du chat perdu.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("harassment", text) >= FOUND
    assert words in shown("harassment", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("harassment", text) < FOUND, shown("harassment", text)
