"""One token, one word: patterns, near spellings, exact writings."""

import re

from hypothesis import given
from hypothesis import strategies as st

from palabre.core.query.answers import answers, beginning, like
from palabre.core.query.distance import within
from palabre.core.query.tree import Cased, Fuzzy, Term, Wild
from palabre.core.text import Form, tokenize

LETTERS = st.text("abcé", max_size=8)


def form(text: str) -> Form:
    (only,) = tokenize(text).forms
    return only


@given(st.text("ab*?", min_size=1, max_size=8).filter(lambda pattern: pattern[0] not in "*?"), st.text("ab"))
def test_patterns_are_what_a_regular_expression_finds(pattern: str, term: str) -> None:
    expected = re.fullmatch(pattern.replace("*", ".*").replace("?", "."), term, re.DOTALL)
    assert like(pattern)(term) == (expected is not None)


def edits(left: str, right: str) -> int:
    """Count edits by the definition."""
    table = {(line, -1): line + 1 for line in range(-1, len(left))}
    table |= {(-1, column): column + 1 for column in range(-1, len(right))}
    for line, here in enumerate(left):
        for column, there in enumerate(right):
            ways = [table[line - 1, column] + 1, table[line, column - 1] + 1]
            ways.append(table[line - 1, column - 1] + (here != there))
            if line and column and here == right[column - 1] and left[line - 1] == there:
                ways.append(table[line - 2, column - 2] + 1)
            table[line, column] = min(ways)
    return table[len(left) - 1, len(right) - 1]


@given(LETTERS, LETTERS, st.sampled_from([1, 2]))
def test_near_spellings_are_counted_as_defined(left: str, right: str, most: int) -> None:
    assert within(left, right, most) == (edits(left, right) <= most)


def test_exact_writings() -> None:
    assert answers(Wild("=ete"), form("ete"))
    assert answers(Wild("=ete"), form("#ETE"))
    assert not answers(Wild("=ete"), form("été"))
    assert answers(Wild("=#ét*"), form("#Été"))
    assert answers(Cased("Été"), form("E\u0301te\u0301"))
    assert not answers(Fuzzy("tram"), form("@tram"))


WORDS = st.one_of(
    st.builds(Term, st.sampled_from(["ete", "=été", "#ete", "et"]), st.booleans()),
    st.builds(Wild, st.sampled_from(["et?", "=ét*", "=et*", "#e*e", "@z?e"])),
    st.builds(Fuzzy, st.sampled_from(["ete", "=été"])),
    st.builds(Cased, st.sampled_from(["Été", "ete", "#Été"])),
)


@given(WORDS, st.sampled_from(["été", "Été", "ete", "#Été", "@zoé", "étés", "eta"]))
def test_what_answers_begins_as_told(word: Term | Wild | Fuzzy | Cased, text: str) -> None:
    said = form(text)
    if answers(word, said):
        folded = [term for term in said.terms if term[0] != "="]
        assert any(term.startswith(beginning(word)) for term in folded)
