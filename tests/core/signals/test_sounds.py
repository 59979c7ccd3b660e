"""Words written as they sound are read as the words that they stand for; words of their own stay what they are."""

import pytest

from core.signals.said import score
from palabre.core.signals.misspelt import read
from palabre.core.signals.sounds import key
from palabre.core.text.fold import fold


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


ORDINARY = """
    simple simples pleure pleures côtes pères presse bancs tubes béton niche verra travers traverse taches
    salve ruses
    veilles mettiez traînes hands feels homes spices salads whence tramps masses port ports volées
    crues cannelle harpe
"""


@pytest.mark.parametrize("word", ORDINARY.split())
def test_an_ordinary_word_is_no_hurting_word_written_wrong(word: str) -> None:
    folded = fold(word)
    assert read(folded) == folded


@pytest.mark.parametrize(
    "text", ["on va lé cramé lé migran", "les @rabes c de la m3rd3", "les ar*bes sont des voleurs"]
)
def test_hate_is_read_through_it(text: str) -> None:
    assert score("hate", text) >= 0.5
