"""Connections kept from one request to the next: looked at without asking, made anew where the server hung up."""

import select

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.teams import Team


def backend() -> int:
    """Return the server's process behind our connection, as a new request finds it."""
    connection.close_if_unusable_or_obsolete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


@pytest.mark.usefixtures("courrier")
def test_a_sound_connection_is_kept_and_asked_nothing() -> None:
    first = backend()
    with CaptureQueriesContext(connection) as asked:
        assert backend() == first
    assert [query["sql"] for query in asked] == ["SELECT pg_backend_pid()"]


def test_a_connection_that_the_server_ended_is_made_anew(courrier: Team) -> None:
    first = backend()
    assert connection.connection is not None
    poll = select.poll()
    poll.register(connection.connection.fileno(), select.POLLIN)
    another = connection.copy()
    with another.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [first])
    another.close()
    assert poll.poll(15_000), "the end has not come"
    assert backend() != first
    assert courrier.client("analyst").get(courrier.url("stream")).status_code == 200


@pytest.mark.usefixtures("courrier")
def test_a_connection_that_was_closed_is_not_usable() -> None:
    backend()
    assert connection.is_usable()
    connection.close()
    assert not connection.is_usable()
    assert backend()
