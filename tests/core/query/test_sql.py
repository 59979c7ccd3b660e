"""Search says the same as live matching: PostgreSQL's ``@@`` on our vectors, for any query and any message."""

from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palabre.core.query import Said, Term, matches, parse, to_tsquery
from palabre.core.text import search_vector
from palabre.core.text.lexemes import MAX_PLACES

from .oracle import cut, queries, said

Connection = psycopg.Connection[tuple[bool, ...]]


@pytest.fixture(scope="module")
def postgres(server: str) -> Iterator[Connection]:
    with psycopg.connect(server, autocommit=True) as connection:
        yield connection


def search(postgres: Connection, query: str, texts: tuple[str, str, str]) -> tuple[bool, bool]:
    """Return what search says and what live matching says."""
    tree = parse(query).tree
    assert tree is not None
    title, lead, text = cut(texts)
    wanted = to_tsquery(tree)
    assert not wanted.recheck
    vector = search_vector(title, lead, text)
    row = postgres.execute("SELECT %s::tsvector @@ %s::tsquery", [vector, wanted.text]).fetchone()
    assert row is not None
    return row[0], matches(tree, Said(text, title, lead))


def test_a_tree_is_written_as_postgresql_reads_it() -> None:
    tree = parse('été (tram* OR "en panne 😂") -#bus').tree
    assert tree is not None
    assert to_tsquery(tree).text == "('=été' & ('tram':* | ('en' <-> 'panne' <0> '😂')) & !'#bus')"


def test_quotes_are_escaped_even_in_trees_made_by_hand() -> None:
    assert to_tsquery(Term("o'k\\")).text == "'o''k\\\\'"


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(queries, st.tuples(said, said, said))
def test_search_and_live_matching_agree(postgres: Connection, query: str, texts: tuple[str, str, str]) -> None:
    if parse(query).tree is not None:
        in_search, live = search(postgres, query, texts)
        assert in_search == live


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ('"le tram"', "le " * (MAX_PLACES + 20) + "tram"),
        ('"fin du monde"', "mot " * 20_000 + "fin du monde"),
        ("monde", "mot " * 20_000 + "fin du monde"),
        ('"mot fin"', "mot " * 16_381 + "fin"),
        ('"mot fin"', "mot " * 16_382 + "fin"),
        ('"le tra*"', "le trac " * 300 + "le tram"),
        ("a" * 600 + "*", "a" * 700),
        ('"😂 tram"', "😂" * 500 + " tram"),
    ],
)
def test_they_agree_at_the_bounds_of_postgresql(postgres: Connection, query: str, text: str) -> None:
    in_search, live = search(postgres, query, ("", "", text))
    assert in_search == live


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30))
def test_any_readable_query_is_accepted(postgres: Connection, query: str) -> None:
    tree = parse(query).tree
    if tree is not None:
        postgres.execute("SELECT %s::tsquery", [to_tsquery(tree).text])


def test_six_thousand_alternatives_are_accepted(postgres: Connection) -> None:
    query = " OR ".join(f"mot{number}" for number in range(6_000))
    assert search(postgres, query, ("", "", "mot5999")) == (True, True)
    assert search(postgres, query, ("", "", "mot6000")) == (False, False)
