"""Rows that are drawn once for a whole team, and anew when they changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.teams import Team
from house import House
from palabre.desk.people.permissions import ROLES, allowed
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


def rows(team: Team, ids: list[int], role: str = "analyst", more: str = "", language: str = "fr") -> str:
    client = team.client(role, language=language)
    return client.get(team.url(f"rows?view=stream&ids={','.join(map(str, ids))}{more}")).content.decode()


def test_a_row_that_a_colleague_was_shown_is_not_drawn_again(house: House, courrier: Team, source: int) -> None:
    ids = [house.message(source, f"message {n}") for n in range(3)]
    first = rows(courrier, ids)
    with CaptureQueriesContext(connection) as asked:
        assert rows(courrier, ids, "moderator") == first
    assert not [query for query in asked if '"signal"' in query["sql"]]


def test_rows_come_newest_first_whoever_was_shown_some_before(house: House, courrier: Team, source: int) -> None:
    ids = sorted(house.message(source, f"message {n}") for n in range(4))
    rows(courrier, ids[1:3])
    html = rows(courrier, ids, "lead")
    places = [html.index(f'id="s-{one}"') for one in reversed(ids)]
    assert places == sorted(places)


def test_a_row_that_changed_is_drawn_anew_for_everybody(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    message = house.message(source, "avant")
    assert "avant" in rows(courrier, [message])
    owner.execute("UPDATE message SET text = 'après' WHERE id = %s", (message,))
    assert "après" in rows(courrier, [message], more="&again=1")
    assert "après" in rows(courrier, [message], "moderator")


def test_each_language_has_its_rows(house: House, owner: Connection, courrier: Team, source: int) -> None:
    message = house.message(source, "bonjour")
    owner.execute("UPDATE message SET deleted_at = now() WHERE id = %s", (message,))
    assert "supprimé" in rows(courrier, [message])
    assert "deleted at the source" in rows(courrier, [message], language="en")


def test_every_role_reads_messages() -> None:
    """Rows are pushed to all who follow, on the access of one: a role that may not read must be told apart."""
    assert all(allowed(role, "message.read") for role in ROLES)


def test_the_page_of_the_stream_wishes_for_rows_only_where_nothing_is_filtered(courrier: Team, source: int) -> None:
    client = courrier.client("analyst")
    wish = 'data-pushed="fr,Europe/Paris"'
    assert wish in client.get(courrier.url("stream")).content.decode()
    assert wish in client.get(courrier.url("stream?q=&source=&lang=")).content.decode()
    for filters in (f"source={source}", "lang=fr", "q=robinet", "q=NOT+eau"):
        assert "data-pushed" not in client.get(courrier.url(f"stream?{filters}")).content.decode(), filters
    assert "data-pushed" not in client.get(courrier.url("search")).content.decode()


def test_a_row_kept_for_one_workspace_is_not_shown_in_another(
    house: House, courrier: Team, gazette: Team, source: int
) -> None:
    message = house.message(source, "entre nous")
    assert "entre nous" in rows(courrier, [message])
    assert rows(gazette, [message]).strip() == ""
