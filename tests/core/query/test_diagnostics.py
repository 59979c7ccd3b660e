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
