"""What people are told, word for word: ``diagnosed.txt`` holds queries and what is told of each.

To write the file again after a wanted change: ``python -m core.query.test_diagnostics`` in ``tests/``, and read the
difference before it is committed.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.query import checks
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.nearest import nearest
from palabre.core.query.parser import parse

FILE = Path(__file__).with_name("diagnosed.txt")
SAVED = {"broken": "(tram", "round": "bus @query:other", "other": "@query:round"}
QUERIES = re.findall(r"^> (.*)$", FILE.read_text("utf-8"), re.MULTILINE)


def told(query: str) -> str:
    """Return what is told of a query, as the file writes it."""
    return "".join([lines(query, found) for found in parse(query, saved=SAVED).diagnostics]) or "  fine\n"


def lines(query: str, found: Diagnostic) -> str:
    start, end = found.span
    head = f"  {found.severity} {found.code} at {start}: [{query[start:end]}]"
    return "\n    ".join((head, found.fr, found.mend_fr, found.en, found.mend_en)) + "\n"


def written() -> str:
    return "\n".join(f"> {query}\n{told(query)}" for query in QUERIES)


def test_what_is_told_is_what_was_agreed() -> None:
    blocks = FILE.read_text("utf-8").split("\n\n")
    assert [block.strip("\n") for block in blocks] == [block.strip("\n") for block in written().split("\n\n")]


def test_each_check_has_its_example() -> None:
    files = [path.read_text("utf-8") for path in Path(checks.__file__).parent.glob("*.py")]
    codes = {code for source in files for code in re.findall(r'\n        "([a-z_]+)",? ', source)}
    shown = set(re.findall(r"^  (?:error|warning) (\w+)", FILE.read_text("utf-8"), re.MULTILINE))
    assert codes - shown == {"too_long", "too_deep", "too_many", "long_regex"}  # too long to be shown


def test_what_is_too_long_is_told() -> None:
    assert [found.code for found in parse("/" + "a" * 1_001 + "/ tram").diagnostics] == ["long_regex"]
    many = {f"q{level}": f"@query:q{level + 1} a{level} OR @query:q{level + 1} b{level}" for level in range(19)}
    found = parse("@query:q0", saved={**many, "q19": "tram OR bus"}).diagnostics
    assert [one.code for one in found] == ["broken_query"]


def test_french_is_typeset() -> None:
    for line in re.findall(r"^    .*$", FILE.read_text("utf-8"), re.MULTILINE):
        assert not re.search(r"(?<![\u202f\w]) [:;!?](?=\s)", line)
        assert not re.search(r"\w'\w", line)


@pytest.mark.parametrize(
    ("written", "names", "expected"),
    [
        ("autor", ["author", "url"], "author"),
        ("follower", ["followers", "from"], "followers"),
        ("Abonnes", ["abonnes", "url"], "abonnes"),
        ("x" * 1_000, ["url", "author"], "author"),
    ],
)
def test_the_nearest_name_is_proposed(written: str, names: list[str], expected: str) -> None:
    assert nearest(written, names) == expected


@given(st.text(max_size=30))
def test_every_sentence_is_whole(query: str) -> None:
    for found in parse(query).diagnostics:
        assert all((text and text[-1] in ".…:)»”") or text for text in (found.fr, found.en))
        assert "{" not in found.code


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")


#: As people mistype it: what is told, of which part, and what it becomes once mended as told.
MISTYPED = [
    ('"en panne OU "bus en retard"', "unclosed_phrase", '"', '"en panne" OU "bus en retard"'),
    ('tram "en panne', "unclosed_phrase", '"', 'tram "en panne"'),
    ('«en panne" tram', "unclosed_phrase", "«", "«en panne» tram"),
    ("tram (bus OU métro", "unclosed_group", "(", "tram (bus OU métro)"),
    ("tram (bus OU métro))", "unopened_group", ")", "tram (bus OU métro)"),
    ("tram ou bus", "lower_case_operator", "ou", "tram OU bus"),
    ("tram Ou bus", "lower_case_operator", "Ou", "tram OU bus"),
    ("tram NON bus", "lower_case_operator", "NON", "tram SAUF bus"),
    ("tram NEAR5 bus", "bad_near", "NEAR5", "tram NEAR/5 bus"),
    ("tram NEAR-5 bus", "bad_near", "NEAR-5", "tram NEAR/5 bus"),
    ("tram NEAR /5 bus", "bad_near", "NEAR", "tram NEAR/5 bus"),
    ("titre :tram", "detached_field", "titre", "titre:tram"),
    ("titre: tram", "detached_field", "titre:", "titre:tram"),
    ("from:@ tram", "bad_value", "from:@", "from:@zoe tram"),
    ('“tram panne" ~3', "lonely_near", "~3", '“tram panne"~3'),
    ("AND tram", "lone_operator", "AND", "tram"),
    ("tram AND AND bus", "lone_operator", "AND", "tram AND bus"),
    ("tram OR", "lone_operator", "OR", "tram"),
    ("tram OR (bus OR )", "lone_operator", "OR", "tram OR (bus)"),
    ("tram : bus", "nothing_to_search", ":", "tram bus"),
    ("tram - bus", "nothing_to_search", "-", "tram -bus"),
    ("tram || bus", "not_an_operator", "||", "tram OR bus"),
    ("'en panne' tram", "single_quotes", "'en panne'", '"en panne" tram'),
    ("Canal+ foot", "ignored_signs", "Canal+", r"canal /\bCanal\+/ foot"),
    ("prime 100€", "ignored_signs", "100€", r"prime 100 /\b100\W?€/"),
    ("autor:zoe", "unknown_field", "autor:zoe", "author:zoe"),
    ("site:", "detached_field", "site:", "site:exemple.fr"),
]


@pytest.mark.parametrize(("query", "code", "place", "mended"), MISTYPED, ids=[row[0] for row in MISTYPED])
def test_a_mistyped_query_is_mended_as_told(query: str, code: str, place: str, mended: str) -> None:
    places = [query[slice(*found.span)] for found in parse(query).diagnostics if found.code == code]
    assert place in places
    assert [found for found in parse(mended).diagnostics if found.severity == "error" or found.code == code] == []
