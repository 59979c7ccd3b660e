"""Signal `anger`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("J'en ai marre de ces travaux", "J'en ai marre"),
    ("C'est une honte", "C'est une honte"),
    ("Y'en a marre", "Y'en a marre"),
    ("On se fout de nous", "se fout de nous"),
    ("Ras-le-bol des promesses", "Ras-le-bol"),
    ("C'est inadmissible", "C'est inadmissible"),
    ("Shame on you", "Shame on"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Ce n'est pas une honte de demander.",
    "La mare aux canards est gelée.",
    "Il a crié « scandale » en séance.",
    "Le bol est cassé.",
    "Une belle soirée.",
    "It is not unacceptable.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("anger", text) >= FOUND
    assert words in shown("anger", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("anger", text) < FOUND, shown("anger", text)
