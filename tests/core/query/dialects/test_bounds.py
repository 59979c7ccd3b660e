"""What is pasted may be huge, nested or broken: an answer or a diagnostic, in time that grows with its length."""

import pytest

from palabre.core.query.allowance import MAX_PATTERNS
from palabre.core.query.dialects import READERS, WRITERS, guess, read, translate
from palabre.core.query.parser import MAX_DIAGNOSTICS, MAX_LENGTH
from palabre.core.query.words import MAX_WORDS

FOREIGN = [dialect for dialect in READERS if dialect != "palabre"]
HUGE = {
    "alternatives": " OR ".join(f"mot{number}" for number in range(6_000)),
    "words": "tram " * 20_000,
    "groups": "(" * 10_000 + "tram" + ")" * 10_000,
    "opened": "(" * 100_000,
    "closed": ")" * 100_000,
    "quotes": '"a" ' * 25_000,
    "odd quotes": '"' * 99_999,
    "french quotes": "« " * 50_000,
    "minus": "-" * 100_000,
    "nots": "NOT " * 25_000 + "tram",
    "nears": "tram NEAR/3 " * 8_000 + "bus",
    "onears": "tram ONEAR/3f bus " * 5_500,
    "comments": "<<< a >>> " * 10_000 + "tram",
    "open comments": "<<<" * 33_000,
    "braces": "{" * 100_000,
    "ranges": "a:[" * 33_000,
    "filters": "site:a.fr OR " * 7_500 + "tram",
    "colons": ":" * 100_000,
    "groups of filters": "title:(" * 10_000 + "tram" + ")" * 10_000,
    "suffixes": '"a b"~3 ' * 12_000,
    "slashes": "/a" * 50_000,
    "backslashes": "\\" * 100_000,
    "stars": "a*" * 50_000,
    "one word": "a" * 100_000,
    "lines": "tram\n" * 20_000,
    "comparisons": "followers > " * 8_000,
    "spaces": "a" + " " * 99_998 + ">",
    "unseen": "\u200b\u200f\x00" * 33_000,
}


#: Characters read of each here; time grows with them.
READ = 40_000


@pytest.mark.parametrize(("number", "name"), list(enumerate(HUGE)))
def test_huge_queries_are_read(number: int, name: str) -> None:
    for dialect in (FOREIGN[number % len(FOREIGN)], FOREIGN[(number + 3) % len(FOREIGN)]):
        parsed = read(HUGE[name][:READ], dialect)
        assert len(parsed.diagnostics) <= MAX_DIAGNOSTICS + 3
        assert parsed.tree is not None or any(found.severity == "error" for found in parsed.diagnostics)


@pytest.mark.parametrize("dialect", ["brandwatch", "google", "elasticsearch"])
def test_thousands_of_alternatives_are_all_there(dialect: str) -> None:
    tree = read(HUGE["alternatives"], dialect).tree
    assert tree is not None
    for writer in WRITERS:
        assert "mot5999" in translate(tree, writer).text


@pytest.mark.parametrize("dialect", FOREIGN)
def test_too_long_is_told(dialect: str) -> None:
    (told,) = read("a" * (MAX_LENGTH + 1), dialect).diagnostics
    assert told.code == "too_long"


@pytest.mark.parametrize("dialect", FOREIGN)
def test_too_many_words_are_refused_as_they_are_met(dialect: str) -> None:
    parsed = read("tram " * (MAX_WORDS + 9), dialect)
    assert parsed.tree is None
    assert "too_many" in {found.code for found in parsed.diagnostics}


def test_near_of_many_ands_is_refused_rather_than_opened() -> None:
    wide = "(" + " AND ".join(f"m{number}" for number in range(60)) + ")"
    parsed = read(f"{wide} NEAR/3 {wide}", "brandwatch")
    assert parsed.tree is None and parsed.diagnostics[0].code == "foreign_near"


def test_deep_groups_that_matter_are_refused() -> None:
    deep = "(a AND (b OR " * 80 + "c" + "))" * 80
    assert [found.code for found in read(deep, "brandwatch").diagnostics] == ["too_deep"]


@pytest.mark.parametrize("name", HUGE)
def test_huge_queries_are_guessed(name: str) -> None:
    assert abs(sum(one.share for one in guess(HUGE[name])) - 1) < 1e-6


@pytest.mark.parametrize(
    ("dialect", "query"),
    [("brandwatch", " OR ".join(f"raw:C{number}+" for number in range(MAX_PATTERNS + 1))),
     ("elasticsearch", " OR ".join(f"/a{number}.*b/" for number in range(MAX_PATTERNS + 1)))],
)  # fmt: skip
def test_too_many_regular_expressions_are_refused(dialect: str, query: str) -> None:
    parsed = read(query, dialect)
    assert parsed.tree is None
    assert "too_many" in [found.code for found in parsed.diagnostics]


def test_a_distance_that_opens_into_too_many_is_refused() -> None:
    side = "((a{0} AND b{0}) OR (c{0} AND d{0}))"
    query = " OR ".join(f"({side.format(n)} NEAR/5 {side.format(n + 1)})" for n in range(900))
    assert "too_many" in [found.code for found in read(query, "brandwatch").diagnostics]


@pytest.mark.parametrize("dialect", FOREIGN)
def test_signs_of_another_script_without_spaces_are_counted(dialect: str) -> None:
    assert "too_many" in [found.code for found in read("東京" * 20_000, dialect).diagnostics]
