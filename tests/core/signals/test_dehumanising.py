"""Signal `dehumanising`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Les migrants sont des parasites", "Les migrants sont des parasites"),
    ("Ils vivent comme des animaux", "Ils vivent comme des animaux"),
    ("C'est de la vermine", "C'est de la vermine"),
    ("Des sous-hommes, voilà ce que c'est", "sous-hommes"),
    ("Faut dératiser le quartier", "dératiser le quartier"),
    ("Ces gens se comportent comme des bêtes", "Ces gens se comportent comme des bêtes"),
    ("Les roms pullulent", "roms pullulent"),
    ("They are vermin", "They are vermin"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Des rats ont été vus dans la cave de l'école.",
    "Ces animaux sont protégés par la loi.",
    "Dératisation obligatoire rue des Lilas mardi.",
    "Les frelons pullulent cette année.",
    "Le loup est un animal sauvage.",
    "Les parasites du blé gagnent du terrain.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("dehumanising", text) >= FOUND
    assert words in shown("dehumanising", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("dehumanising", text) < FOUND, shown("dehumanising", text)
