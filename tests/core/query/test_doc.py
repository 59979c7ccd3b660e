"""The reference page keeps its word: each of its examples is run."""

import re
from pathlib import Path

import pytest

from palabre.core.query import diagnostics

from .test_match import answers
from .test_parser import codes

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "query.md"


def rows(columns: int) -> list[list[str]]:
    """Return the cells of the rows of the tables that have so many columns and begin with code."""
    lines = [
        line.strip().strip("|").split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line[:3] == "| `"
    ]
    return [[cell.strip() for cell in line] for line in lines if len(line) == columns]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]*)`", cell)


EXAMPLES = [row for row in rows(3) if row[1] not in ("error", "warning")]
CODES = [row for row in rows(3) if row[1] in ("error", "warning")]


@pytest.mark.parametrize(("query", "found", "not_found"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_each_example_finds_what_it_says(query: str, found: str, not_found: str) -> None:
    (wanted,) = quoted(query)
    assert quoted(found)
    assert quoted(not_found)
    assert [text for text in quoted(found) if not answers(wanted, text)] == []
    assert [text for text in quoted(not_found) if answers(wanted, text)] == []


@pytest.mark.parametrize(("code", "severity", "example"), CODES, ids=[row[0] for row in CODES])
def test_each_diagnostic_is_told_for_its_example(code: str, severity: str, example: str) -> None:
    for query in quoted(example):
        assert quoted(code)[0] in codes(query)


def test_every_diagnostic_is_documented() -> None:
    source = Path(diagnostics.__file__).read_text("utf-8")
    assert set(re.findall(r'\n        "([a-z_]+)",', source)) == {quoted(row[0])[0] for row in CODES}
