"""Runs of letters are cut into the likeliest words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.text.segment import MAX_RUN, segment

WORDS = "les juifs juif sa la porte femmes sont des malades trans a chez nous"
KNOWN = frozenset(WORDS.split())


@pytest.mark.parametrize(
    ("run", "words", "unknown"),
    [
        ("lesfemmessontdesmalades", "les femmes sont des malades", 0),
        ("lesjuifsalaporte", "les juifs a la porte", 0),
        ("lestranspullulentcheznous", "les trans pullulent chez nous", 9),
        ("xyzzy", "xyzzy", 5),
        ("", "", 0),
    ],
)
def test_a_run_is_cut(run: str, words: str, unknown: int) -> None:
    assert segment(run, KNOWN) == (words.split(), unknown)


@given(st.text(alphabet="lesjuifaportmdnc", max_size=MAX_RUN + 50))
def test_no_letter_is_lost(run: str) -> None:
    words, unknown = segment(run, KNOWN)
    assert "".join(words) == run
    assert 0 <= unknown <= len(run)
