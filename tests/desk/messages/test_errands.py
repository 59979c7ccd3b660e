"""The gate's errands: signed, for a member, in a language and a time zone that we have; else there is no page."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from desk.teams import Team
from house import House
from palabre.store import errand, place, ticket
from palabre.store.migrate import Connection


@pytest.fixture
def source(house: House, courrier: Team) -> int:
    return house.source(courrier.workspace)


def path(team: Team, ids: list[int], role: str = "analyst", reader: str = "fr,Europe/Paris") -> str:
    return f"/errands/rows/{team.slug}?for={reader}&person={team.people[role]}&ids={','.join(map(str, ids))}"


def run(asked: str, signed: str | None = None, at: datetime | None = None) -> HttpResponse:
    value = errand.sign(signed or asked, place.secret(ticket.SECRET), at or datetime.now(UTC))
    answer: HttpResponse = Client().get(asked, headers={errand.HEADER: value})
    return answer


def test_rows_are_those_of_the_page_to_the_letter(
    house: House, owner: Connection, courrier: Team, source: int
) -> None:
    """The page reads messages whole, by Django; an errand what a line shows, by a written query."""
    author = house.author(courrier.workspace, key="ninon_31", name="Ninon")
    ids = [
        house.message(source, "Quelle bande de clowns ! " * 90, author_id=author, decision="remove"),
        house.message(source, "Bonjour", title="Un titre & un autre", site="lemonde.example", kind="article"),
        house.message(source, "Parti", author_id=house.author(courrier.workspace, key="sans nom", name="")),
    ]
    owner.execute("UPDATE message SET deleted_at = now() WHERE id = %s", (ids[2],))
    house.signal(ids[0], "insult", 0.9, '[{"start": 7, "end": 22, "why": "insult_word"}]')
    answer = run(path(courrier, ids))
    assert answer.status_code == 200 and answer["content-type"].startswith("text/html")
    page = courrier.client("analyst").get(courrier.url("stream/more")).json()["html"]
    assert answer.content.decode().strip() == page.strip() and page.count("<li ") == 3


def test_rows_read_as_the_errand_says(house: House, owner: Connection, courrier: Team, source: int) -> None:
    message = house.message(source, "bonjour")
    owner.execute(
        "UPDATE message SET deleted_at = now(), published = '2026-01-02 22:30Z' WHERE id = %s", (message,)
    )
    here = run(path(courrier, [message])).content.decode()
    there = run(path(courrier, [message], reader="en,Asia/Tokyo")).content.decode()
    assert "supprimé" in here and "23:30" in here
    assert "deleted at the source" in there and "07:30" in there


def test_an_errand_for_whom_the_workspace_is_not_open_finds_nothing(
    house: House, owner: Connection, courrier: Team, gazette: Team, source: int
) -> None:
    message = house.message(source, "entre nous")
    assert b"entre nous" in run(path(courrier, [message])).content
    stranger = path(courrier, [message]).replace(
        f"person={courrier.people['analyst']}", f"person={gazette.people['owner']}"
    )
    unknown = path(courrier, [message]).replace(f"/{courrier.slug}?", "/nowhere?")
    for asked in (stranger, unknown):
        assert (run(asked).status_code, run(asked).content) == (404, b"")
    assert b"entre nous" not in run(path(gazette, [message])).content
    owner.execute("UPDATE person SET is_active = false WHERE id = %s", (courrier.people["analyst"],))
    assert run(path(courrier, [message])).status_code == 404


def test_without_a_sound_signature_there_is_no_such_page(house: House, courrier: Team, source: int) -> None:
    asked = path(courrier, [house.message(source, "entre nous")])
    late = run(asked, at=datetime.now(UTC) - timedelta(minutes=1))
    for answer in (late, run(asked, signed=asked + "0"), Client().get(asked), courrier.client("owner").get(asked)):
        assert answer.status_code == 404 and b"entre nous" not in answer.content


@pytest.mark.parametrize("reader", ["xx,Europe/Paris", "fr,Nowhere", "fr,../../etc/passwd", "fr", "", "fr,Europe"])
def test_a_language_or_a_time_zone_that_we_lack_is_refused(
    house: House, courrier: Team, source: int, reader: str
) -> None:
    assert run(path(courrier, [house.message(source, "bonjour")], reader=reader)).status_code == 409


def test_ids_and_people_that_cannot_be_read_are_refused(courrier: Team) -> None:
    good = path(courrier, [1])
    for asked in (good + ",x", good + ",", good + ",-1", good + ",1" * 100, good.replace("person=", "person=x")):
        assert run(asked).status_code == 404, asked


def test_an_errand_costs_five_statements_however_many_rows(house: House, courrier: Team, source: int) -> None:
    """It is run ten times a second while people follow: who adds a question to each row pays it here."""
    ids = [house.message(source, f"message {n}") for n in range(5)]
    with CaptureQueriesContext(connection) as asked:
        run(path(courrier, ids))
    said = [
        query["sql"] for query in asked if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
    ]
    assert len(said) == 5, said
