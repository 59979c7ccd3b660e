"""Words run together are cut where all the parts are known and one names people; other words stay whole."""

import pytest

from core.signals.said import score
from palabre.core.signals.glued import LONGEST, unglued


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("lesarabessontdesvoleurs", "les arabes sont des voleurs"),
        ("jedetestelesarabes", "je deteste les arabes"),
        ("ihatewomen", "i hate women"),
        ("lesfemmessontnulles", "les femmes sont nulles"),
        ("lestranspullulentcheznous", "les trans pullulent chez nous"),
        ("lesjuifsalaporte", "les juifs a la porte"),
        ("ilfautleurpeterlagueule", "il faut leur peter la gueule"),
    ],
)
def test_words_run_together_are_cut(run: str, words: str) -> None:
    assert unglued(run) == tuple(words.split())


@pytest.mark.parametrize(
    "word",
    [
        "caracteristiques",
        "divertissement",
        "revolutionnaire",
        "therapeutiques",
        "professionnellement",
        "arabesque",
        "baignoires",
        "transformation",
        "grossesse",
        "philippines",
        "developpement",
        "musulmans",
        "abc",
    ],
)
def test_a_word_of_its_own_stays_whole(word: str) -> None:
    assert unglued(word) == ()


def test_a_very_long_run_is_left_alone() -> None:
    assert unglued("lesfemmes" * LONGEST) == ()


@pytest.mark.parametrize(
    "text", ["lesarabessontdesvoleurs", "Je déteste lesfemmes", "L E S  J U I F S  S O N T  D E S  R A T S"]
)
def test_hate_is_read_through_it(text: str) -> None:
    assert score("hate", text) >= 0.5


def test_what_is_innocent_stays_so() -> None:
    assert score("hate", "J’adore lesfemmes de ce film") < 0.5
