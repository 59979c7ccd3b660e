"""Search vectors: whatever was said, PostgreSQL takes them, and reads in them what live matching reads."""

from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings

from palabre.core.text import search_vector, search_vector_binary, tokenize
from palabre.core.text.lexemes import FIELD_GAP, MAX_PLACES, MAX_POSITION, field_positions

from .test_tokens import TEXTS

Connection = psycopg.Connection[tuple[str, ...]]


@pytest.fixture(scope="module")
def postgres(server: str) -> Iterator[Connection]:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE TEMPORARY TABLE vector (v tsvector)")
        yield connection


def stored(postgres: Connection, title: str, lead: str, text: str) -> str:
    vector = search_vector(tokenize(title), tokenize(lead), tokenize(text))
    row = postgres.execute("SELECT (%s::tsvector)::text", [vector]).fetchone()
    assert row is not None
    return row[0]


def stored_binary(postgres: Connection, title: str, lead: str, text: str) -> str:
    vector = search_vector_binary(tokenize(title), tokenize(lead), tokenize(text))
    postgres.execute("TRUNCATE vector")
    with postgres.cursor().copy("COPY vector FROM STDIN (FORMAT binary)") as copy:
        copy.set_types(["bytea"])
        copy.write_row((vector,))
    row = postgres.execute("SELECT v::text FROM vector").fetchone()
    assert row is not None
    return row[0]


def test_a_message_reads_back_with_places_and_weights(postgres: Connection) -> None:
    vector = search_vector(tokenize("Été"), None, tokenize("Le #tram 😂 en panne"))
    assert vector == "'ete':2A '=été':2A 'le':103 '#tram':104 'tram':104 '😂':104 'en':105 'panne':106"
    assert stored(postgres, "Été", "", "tram 😂") == "'=été':2A 'ete':2A 'tram':103 '😂':103"


def test_fields_are_numbered_apart() -> None:
    assert field_positions(tokenize("a b"), None, tokenize("c")) == [[2, 3], [], [3 + FIELD_GAP + 1]]
    assert field_positions(None, None, tokenize("c")) == [[], [], [2]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_postgresql_takes_any_text_in_both_forms(postgres: Connection, title: str, lead: str, text: str) -> None:
    assert stored(postgres, title, lead, text) == stored_binary(postgres, title, lead, text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXTS)
def test_each_term_is_a_lexeme_and_nothing_else_is(postgres: Connection, text: str) -> None:
    tokens = tokenize(text)
    rows = postgres.execute(
        "SELECT lexeme FROM unnest(%s::tsvector)", [search_vector(None, None, tokens)]
    ).fetchall()
    assert {row[0] for row in rows} == {term for form in tokens.forms for term in form.terms}


@pytest.mark.parametrize(
    "text",
    [
        "de la " * 200_000,  # positions past every bound
        " ".join(f"mot{number:06d}é" for number in range(90_000)),  # more different words than a vector holds
        "é" * 1_000_000,
        "😂 " * 10_000,
    ],
    ids=["repeated", "different", "one word", "emoji"],
)
def test_a_megabyte_is_taken_in_both_forms(postgres: Connection, text: str) -> None:
    assert stored(postgres, "", "", text) == stored_binary(postgres, "", "", text)


def test_bounds_are_those_of_postgresql() -> None:
    vector = search_vector(None, None, tokenize("de " * 300 + "fin " * 20_000))
    places = {entry.split(":")[0]: entry.split(":")[1].split(",") for entry in vector.split(" ")}
    assert len(places["'de'"]) == MAX_PLACES
    assert int(places["'de'"][-1]) == MAX_PLACES + 1
    assert all(int(place) <= MAX_POSITION for place in places["'fin'"])


def test_nothing_said_is_an_empty_vector(postgres: Connection) -> None:
    assert search_vector(None, None, tokenize("…")) == ""
    assert stored_binary(postgres, "", "", "") == ""


def test_binary_starts_with_the_count_of_lexemes() -> None:
    assert search_vector_binary(None, None, tokenize("b a b")) == (
        b"\0\0\0\2" + b"b\0" + b"\0\2\0\2\0\4" + b"a\0" + b"\0\1\0\3"
    )
