"""Queries as analysts write them, in each dialect: what they find, what they do not, and what they are told."""

import pytest

from palabre.core.query import Node, compile_topics, explain, matches, parse, write
from palabre.core.query.dialects import READERS, read

from .entries import DIALECTS, Entry, entries, said

WHOLE = [entry for dialect in DIALECTS for entry in entries(dialect)]
ALL = [pytest.param(entry, id=f"{entry.dialect}:{entry.name}") for entry in WHOLE]


#: Those that can be read.
READ = [given for given, entry in zip(ALL, WHOLE, strict=True) if not entry.refused]


def tree_of(entry: Entry) -> Node:
    tree = read(entry.query, entry.dialect).tree
    assert tree is not None
    return tree


def wrong(entry: Entry) -> list[str]:
    """Return what a query does otherwise than its corpus says."""
    parsed = read(entry.query, entry.dialect)
    errors = [found.code for found in parsed.diagnostics if found.severity == "error"]
    told = [found.code for found in parsed.diagnostics]
    faults = [f"not told: {code}" for code in (*entry.refused, *entry.told) if code not in told]
    if entry.refused or parsed.tree is None:
        return faults + ([] if entry.refused else [f"refused: {code}" for code in errors])
    missed = [f"missed: {text}" for text in entry.found if not matches(parsed.tree, said(text))]
    return faults + missed + [f"found: {text}" for text in entry.not_found if matches(parsed.tree, said(text))]


@pytest.mark.parametrize("entry", ALL)
def test_a_query_finds_what_its_analyst_expects(entry: Entry) -> None:
    assert wrong(entry) == []


@pytest.mark.parametrize("entry", READ)
def test_the_reading_is_kept_as_text(entry: Entry) -> None:
    tree = tree_of(entry)
    text = write(tree)
    again = parse(text)
    assert again.tree == tree, (text, again.diagnostics)
    assert write(again.tree) == text
    assert explain(tree).fr and explain(tree).en


@pytest.mark.parametrize("entry", READ)
def test_live_finds_the_same(entry: Entry) -> None:
    tree = tree_of(entry)
    topics = compile_topics([(1, write(tree))])
    for text in entry.messages:
        it = said(text)
        title, lead, body = it.fields
        assert body is not None
        live = topics.match(body, title=title, lead=lead, facts=it.facts)
        assert bool(live) == matches(tree, it), text


def test_every_dialect_that_is_read_has_a_corpus() -> None:
    assert set(DIALECTS) == set(READERS)
    assert all(len(entries(dialect)) >= 25 for dialect in DIALECTS)
