"""Signal `sexual`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("montre tes seins", "montre tes seins"),
    ("Envoie une nude", "Envoie une nude"),
    ("Elle est bonne à baiser", "bonne à baiser"),
    ("je la baiserais bien", "je la baiserais"),
    ("t'as un plan cul pour ce soir", "plan cul"),
    ("suce moi", "suce moi"),
    ("gros nichons quand même", "gros nichons"),
    ("send nudes please", "send nudes"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Le cancer du sein se dépiste à 50 ans.",
    "Un numéro à poil et à plumes au cabaret.",
    "La chienne du voisin a eu six chiots.",
    "Le planning familial ouvre mardi.",
    "Elle suce son pouce, le pédiatre s'en inquiète.",
    "Montre-moi la carte.",
    "Elle m'a fait goûter sa confiture de coings.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("sexual", text) >= FOUND
    assert words in shown("sexual", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("sexual", text) < FOUND, shown("sexual", text)
