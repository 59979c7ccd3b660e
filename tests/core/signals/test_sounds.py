"""Words written as they sound are read as the words that they stand for; words of their own stay what they are."""

import pytest

from core.signals.said import score
from palabre.core.signals.misspelt import read
from palabre.core.signals.sounds import key


@pytest.mark.parametrize(
    ("written", "meant"),
    [("muzulman", "musulman"), ("migran", "migrant"), ("nike", "nique"), ("fainian", "fainiant")],
)
def test_words_that_sound_alike_have_one_key(written: str, meant: str) -> None:
    assert key(written) == key(meant)


@pytest.mark.parametrize(
    ("written", "meant"), [("muzulman", "musulman"), ("chinoi", "chinois"), ("migran", "migrant")]
)
def test_a_word_nobody_knows_is_heard(written: str, meant: str) -> None:
    assert read(written) == meant


@pytest.mark.parametrize(
    "word", ["etrange", "blanc", "travail", "minute", "train", "immense", "crevette", "metier"]
)
def test_a_word_of_its_own_is_not(word: str) -> None:
    assert read(word) == word


@pytest.mark.parametrize(
    "text", ["on va lé cramé lé migran", "les @rabes c de la m3rd3", "les ar*bes sont des voleurs"]
)
def test_hate_is_read_through_it(text: str) -> None:
    assert score("hate", text) >= 0.5
