"""The reference page keeps its word: each of its examples is run."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from palabre.core.model import Message
from palabre.core.query import checks, parse
from palabre.core.query.emoji import FAMILIES
from palabre.core.query.facts import facts_of
from palabre.core.query.fields import FIELDS, named
from palabre.core.query.match import Said, matches
from palabre.core.text import fold, tokenize

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "query.md").read_text("utf-8")
#: The queries that the examples call.
SAVED = {"transports": "tram OR bus", "broken": "(tram", "round": "tram @query:round"}


def section(title: str) -> list[list[str]]:
    """Return the cells of the rows of the table under a heading."""
    text = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("| ") and "| ---" not in line]
    rows = [re.split(r" \|(?= )", line.removeprefix("|").removesuffix(" |")) for line in lines]
    return [[cell.strip() for cell in row] for row in rows][1:]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]*)`", cell)


def said(cell: str) -> Said:
    """Read a text, or a message in JSON of which the rest does not matter."""
    given: Mapping[str, Any] = msgspec.json.decode(cell) if cell.startswith('{"') else {"text": cell}
    message = msgspec.convert({"id": "1", "text": "", "published": "2026-03-14T08:30:00Z", **given}, Message)
    return Said(tokenize(message.text), tokenize(message.title), tokenize(message.lead), facts_of(message))


def answers(query: str, cell: str) -> bool:
    parsed = parse(query, saved=SAVED)
    assert parsed.tree is not None, parsed.diagnostics
    return matches(parsed.tree, said(cell))


EXAMPLES = section("What finds what") + [row[1:4] for row in section("The operators, beside those of other tools")]
CODES = section("What is wrong, and how to mend it")
LISTED = section("Fields")


@pytest.mark.parametrize(("query", "found", "not_found"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_each_example_finds_what_it_says(query: str, found: str, not_found: str) -> None:
    (wanted,) = quoted(query)
    assert quoted(found)
    assert [text for text in quoted(found) if not answers(wanted, text)] == []
    assert [text for text in quoted(not_found) if answers(wanted, text)] == []


def test_the_table_of_operators_is_whole() -> None:
    assert len(section("The operators, beside those of other tools")) > 45
    assert sum(1 for row in EXAMPLES if not quoted(row[2])) <= 1


@pytest.mark.parametrize(("code", "severity", "example"), CODES, ids=[row[0] for row in CODES])
def test_each_diagnostic_is_told_for_its_example(code: str, severity: str, example: str) -> None:
    for query in quoted(example):
        told = {found.code: found.severity for found in parse(query, saved=SAVED).diagnostics}
        assert told.get(quoted(code)[0]) == severity, query


def test_every_diagnostic_is_documented() -> None:
    sources = [path.read_text("utf-8") for path in Path(checks.__file__).parent.glob("*.py")]
    made = {code for source in sources for code in re.findall(r'\n        "([a-z_]+)",? ', source)}
    assert made == {quoted(row[0])[0] for row in CODES}


def test_every_field_is_documented_with_all_its_names() -> None:
    assert [quoted(row[0])[0] for row in LISTED] == list(FIELDS)
    for name, also, _, example in LISTED:
        asking = FIELDS[quoted(name)[0]]
        assert {fold(other) for other in quoted(also)} | {asking.name} == set(asking.names)
        assert all(named(other) == asking for other in quoted(also))
        assert parse(quoted(example)[0]).tree is not None
        assert parse(asking.example).tree is not None


def test_every_value_of_a_list_is_documented() -> None:
    for name, _, what, _ in LISTED:
        asking = FIELDS[quoted(name)[0]]
        values = set(asking.choices.values())
        if values and not asking.open and asking.type == "choice":
            assert set(quoted(what)) == values


def test_every_family_of_emoji_is_documented() -> None:
    named_here = set(quoted(PAGE.partition("The families of `emoji:`")[2].partition("\n## ")[0]))
    assert {FAMILIES[fold(name)] for name in named_here} == set(FAMILIES.values())
