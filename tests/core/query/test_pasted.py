"""What comes along with a paste changes nothing: spaces of all sorts, invisible characters, other keyboards."""

import pytest

from palabre.core.query.dialects import READERS, read
from palabre.core.query.pasted import plain

PASTED = [
    ('"a1"OR"b1"', '"a1" OR "b1"'),
    ("(a1)OR(b1)", "(a1) OR (b1)"),
    ("a1\u00a0OR\u00a0b1", "a1 OR b1"),
    ("a1 \u202fOR\u202f b1", "a1 OR b1"),
    ("a1 OR\u200b b1", "a1 OR b1"),
    ("a1 \u200eOR\u200f b1", "a1 OR b1"),
    ("\ufeffa1 OR b1\u200b", "a1 OR b1"),
    ("a1\r\n OR\r\n b1", "a1 OR b1"),
    ("a1\tOR\tb1", "a1 OR b1"),
    ("“a1 c1” OR “b1”", '"a1 c1" OR "b1"'),
    ('"a1 c1” OR „b1“', '"a1 c1" OR "b1"'),
    ("«\u00a0a1 c1\u00a0» OR b1", '"a1 c1" OR b1'),
    ("＂a1 c1＂ OR b1", '"a1 c1" OR b1'),
    ("a1 ＯＲ b1", "a1 OR b1"),
    ("（a1 OR b1）c1", "(a1 OR b1) c1"),
    ("title：a1", "title:a1"),
    ('"a1, c1!"', '"a1 c1"'),
    ("l’été", "l'été"),
    ("e\u0301te\u0301", "été"),
    ("＃été", "#été"),
    ("tr\u200bam", "tram"),
    ("❤️", "❤"),
    ("covid‑19", "covid-19"),
    ("a1 −b1", "a1 -b1"),
]


@pytest.mark.parametrize("dialect", READERS)
@pytest.mark.parametrize(("pasted", "typed"), PASTED)
def test_a_paste_is_read_as_if_it_was_typed(dialect: str, pasted: str, typed: str) -> None:
    assert read(pasted, dialect).tree == read(typed, dialect).tree


@pytest.mark.parametrize("pasted", [pasted for pasted, _ in PASTED] + ["\u200b" * 100_000, "a\u200b" * 50_000])
def test_every_character_keeps_its_place(pasted: str) -> None:
    assert len(plain(pasted)) == len(pasted)
