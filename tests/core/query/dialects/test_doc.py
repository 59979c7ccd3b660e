"""The reference page of the dialects keeps its word: each of its rows is run."""

import re
from pathlib import Path

import pytest

from palabre.core.query.dialects import READERS, WRITERS, read, telling, translate

PAGE = (Path(__file__).parents[4] / "docs/reference/dialects.md").read_text("utf-8")
THREE = "covid-19 OR coronavirus OR SARS COVID site:twitch.tv"


def tables() -> list[list[list[str]]]:
    """Return the tables of the page: rows of cells, the heading first, without the line below it."""
    blocks = re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
    rows = [[line.strip().strip("|").split(" | ") for line in block.splitlines()] for block in blocks]
    return [[[cell.strip() for cell in row] for row in block[:1] + block[2:]] for block in rows]


def code(cell: str) -> str:
    return cell[cell.index("`") + 1 : cell.rindex("`")]


def readings() -> list[tuple[str, str, str]]:
    found = [(code(table[0][0]), table[1:]) for table in tables() if table[0][1] == "read as"]
    return [(dialect, code(row[0]), code(row[1])) for dialect, rows in found for row in rows]


@pytest.mark.parametrize(("dialect", "query", "shown"), readings())
def test_each_query_is_read_so(dialect: str, query: str, shown: str) -> None:
    tree = read(query, dialect).tree
    assert tree is not None and translate(tree, "palabre").text == shown


def test_the_text_of_several_meanings() -> None:
    assert f"`{THREE}`" in PAGE
    (table,) = [table for table in tables() if table[0] == ["dialect", "reading"]]
    for dialect, shown in table[1:]:
        tree = read(THREE, code(dialect)).tree
        assert tree is not None and translate(tree, "palabre").text == code(shown)


def writings() -> list[tuple[str, str, str]]:
    (table,) = [table for table in tables() if table[0][0] == "ours"]
    dialects = [code(cell) for cell in table[0][1:]]
    return [
        (code(row[0]), dialect, cell) for row in table[1:] for dialect, cell in zip(dialects, row[1:], strict=True)
    ]


@pytest.mark.parametrize(("query", "dialect", "cell"), writings())
def test_each_query_is_written_so(query: str, dialect: str, cell: str) -> None:
    tree = read(query).tree
    assert tree is not None
    text, losses = translate(tree, dialect, query)
    assert text.replace("\n", " ") == (code(cell) if "`" in cell else "")
    assert bool(losses) is (cell.endswith("*") or cell == "–")


def codes() -> list[list[str]]:
    (table,) = [table for table in tables() if table[0][0] == "code"]
    return table[1:]


@pytest.mark.parametrize(("name", "severity", "dialect", "example"), codes())
def test_each_diagnostic_is_told_for_its_example(name: str, severity: str, dialect: str, example: str) -> None:
    told = {found.code: found.severity for found in read(code(example), code(dialect)).diagnostics}
    assert told.get(code(name)) == severity


def test_every_diagnostic_and_every_dialect_is_documented() -> None:
    source = Path(telling.__file__).read_text("utf-8")
    assert set(re.findall(r'"(foreign_[a-z_]+)"', source)) == {code(row[0]) for row in codes()}
    (table,) = [table for table in tables() if table[0][0] == "dialect" and table[0][1] == "tool"]
    offered = {code(row[0]): (row[2], row[3]) for row in table[1:]}
    yes = {True: "yes", False: "no"}
    assert offered == {name: (yes[name in READERS], yes[name in WRITERS]) for name in {*READERS, *WRITERS}}


@pytest.mark.parametrize("dialect", [name for name in READERS if name != "palabre"])
def test_the_filters_of_every_dialect_lead_to_fields_that_exist(dialect: str) -> None:
    assert any(row[0] == dialect for row in readings()), "show how its filters are read"
