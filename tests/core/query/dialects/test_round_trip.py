"""From text to tree to text: what was written is read again as it was meant; writing it again changes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palabre.core.query import Node
from palabre.core.query.dialects import READERS, WRITERS, read, translate

from . import strategies
from .meaning import answers

BOTH = sorted(set(READERS) & set(WRITERS))
_bounded = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def reread(text: str, dialect: str) -> Node:
    parsed = read(text, dialect)
    assert parsed.tree is not None, (text, parsed.diagnostics)
    return parsed.tree


@pytest.mark.parametrize("dialect", sorted(strategies.QUERIES.keys() & set(WRITERS)))
@given(data=st.data())
@_bounded
def test_writing_again_changes_nothing(dialect: str, data: st.DataObject) -> None:
    query = data.draw(strategies.QUERIES[dialect])
    tree = read(query, dialect).tree
    if tree is None:
        return
    written = translate(tree, dialect, query)
    if written.text:
        again = reread(written.text, dialect)
        assert translate(again, dialect).text == written.text


@pytest.mark.parametrize("dialect", sorted(strategies.QUERIES))
@given(data=st.data())
@_bounded
def test_the_reading_shown_is_what_was_read(dialect: str, data: st.DataObject) -> None:
    tree = read(data.draw(strategies.QUERIES[dialect]), dialect).tree
    if tree is not None:
        assert reread(translate(tree, "palabre").text, "palabre") == tree


@pytest.mark.parametrize("dialect", sorted(strategies.QUERIES))
@given(data=st.data(), text=strategies.SAID)
@_bounded
def test_what_loses_nothing_keeps_its_meaning(dialect: str, data: st.DataObject, text: str) -> None:
    query = data.draw(strategies.QUERIES[dialect])
    tree = read(query, dialect).tree
    if tree is None:
        return
    for other in BOTH:
        written = translate(tree, other, query)
        if written.text and not written.losses:
            assert answers(reread(written.text, other), text) == answers(tree, text), (other, written.text)


@pytest.mark.parametrize("dialect", READERS)
@given(query=strategies.GARBAGE)
@_bounded
def test_anything_is_a_tree_or_a_diagnostic(dialect: str, query: str) -> None:
    parsed = read(query, dialect)
    if parsed.tree is None:
        assert any(found.severity == "error" for found in parsed.diagnostics)
        return
    for writer in WRITERS:
        translate(parsed.tree, writer, query)
    for found in parsed.diagnostics:
        assert 0 <= found.span[0] <= found.span[1] <= len(query)
