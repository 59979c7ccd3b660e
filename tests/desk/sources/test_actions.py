"""Adding, changing, pausing, removing; secrets that are never shown; items set aside; word to the workers."""

import json
from collections.abc import Iterator

import msgspec
import psycopg
import pytest

from desk.teams import Team
from house import NOW, House
from palabre.core.model import Delivery, Message
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import scoped
from palabre.desk.sources.actions import (
    do_add_source,
    do_change_source,
    do_dismiss_items,
    do_pause_source,
    do_remove_source,
    do_resume_source,
    do_retry_items,
    do_rotate_secret,
)
from palabre.desk.sources.checks import opened
from palabre.desk.sources.models import SetAside, Source
from palabre.store.migrate import Connection

SECRET = "un-secret-bien-trop-long-pour-etre-devine"


@pytest.fixture
def here(courrier: Team) -> Iterator[Team]:
    with scoped(courrier.people["owner"], courrier.workspace):
        yield courrier


def add(team: Team, name: str = "Site", secret: str = SECRET) -> Source:
    return do_add_source(actor=team.actor(), connector="webhook", name=name, given={"secret": secret})


def test_a_new_source_is_ready_to_be_collected(here: Team, owner: Connection) -> None:
    source = add(here)
    assert (source.state, source.network, source.moderated) == ("active", "webhook", True)
    assert str(source.public_id)
    assert source.health.next_run_at is not None


def test_secrets_are_sealed_and_named_nowhere(courrier: Team, owner: Connection) -> None:
    with scoped(courrier.people["owner"], courrier.workspace):
        source = add(courrier)
        do_change_source(actor=courrier.actor(), source=source, given={"secret": SECRET[::-1]})
        assert opened(source.secrets) == {"secret": SECRET[::-1]}
    kept = owner.execute("SELECT settings::text, secrets FROM source").fetchone()
    logged = str(owner.execute("SELECT verb, detail FROM audit ORDER BY number").fetchall())
    assert kept is not None
    assert kept[0] == "{}"
    assert SECRET.encode() not in bytes(kept[1])  # type: ignore[call-overload]
    assert SECRET not in logged and SECRET[::-1] not in logged
    assert '"changed": ["secret"]' in logged


def test_a_wrong_setting_is_refused_with_its_field(here: Team) -> None:
    with pytest.raises(Refused) as refused:
        do_add_source(actor=here.actor(), connector="feed", name="Presse", given={"address": "nope:"})
    assert refused.value.where == "address"
    with pytest.raises(Refused):
        do_add_source(actor=here.actor(), connector="telepathy", name="x", given={})
    with pytest.raises(Refused):
        add(here, name="   ")
    assert not Source.objects.exists()


def test_nothing_changed_is_nothing_logged(here: Team, owner: Connection) -> None:
    source = add(here)
    do_change_source(actor=here.actor(), source=source, name="Site", moderated=True, given={})
    assert source.secrets is not None
    assert [row[0] for row in owner.execute("SELECT verb FROM audit")] == []  # not committed yet


def test_rotating_keeps_the_former_secret_good(here: Team) -> None:
    source = add(here)
    new = do_rotate_secret(actor=here.actor(), source=source)
    assert len(new) == 64
    assert opened(source.secrets) == {"secret": new, "previous_secret": SECRET}


def test_pause_resume_remove_are_each_done_once(here: Team) -> None:
    source, actor = add(here), here.actor()
    assert [do_pause_source(actor=actor, source=source) for _ in "12"] == [True, False]
    assert [do_resume_source(actor=actor, source=source) for _ in "12"] == [True, False]
    assert [do_remove_source(actor=actor, source=source) for _ in "12"] == [True, False]
    source.refresh_from_db()
    assert source.secrets is None


def test_workers_and_browsers_hear_after_the_commit(courrier: Team, database: str, owner: Connection) -> None:
    with psycopg.connect(database, autocommit=True) as listener:
        listener.execute("LISTEN config")
        with scoped(courrier.people["owner"], courrier.workspace):
            source = add(courrier)
            assert list(listener.notifies(timeout=0.2, stop_after=1)) == []
        heard = [json.loads(notice.payload) for notice in listener.notifies(timeout=10, stop_after=1)]
    assert heard == [{"source": source.pk}]
    announced = owner.execute("SELECT kind, body FROM announcement").fetchall()
    assert announced == [("source", json.dumps({"id": source.pk}, separators=(",", ":")))]


class TestSetAside:
    @pytest.fixture
    def source(self, courrier: Team, house: House) -> int:
        return house.source(courrier.workspace)

    def aside(self, house: House, team: Team, source: int, payload: bytes | None) -> None:
        house.owner.execute(
            "INSERT INTO set_aside (workspace_id, source_id, error, payload, retryable)"
            " VALUES (%s, %s, 'x', %s, %s)",
            [team.workspace, source, (payload or b"rien").decode(), payload is not None],
        )

    def test_a_retried_item_is_in_the_intake_and_closed(self, courrier: Team, house: House, source: int) -> None:
        message = Message(id="m1", text="Bonjour", published=NOW)
        self.aside(house, courrier, source, msgspec.json.encode(Delivery(messages=(message,))))
        self.aside(house, courrier, source, None)
        with scoped(courrier.people["owner"], courrier.workspace):
            found = Source.objects.get()
            items = list(SetAside.objects.order_by("pk"))
            assert do_retry_items(actor=courrier.actor(), source=found, items=items) == 1
        rows = house.owner.execute("SELECT source_id, count, payload FROM intake").fetchall()
        assert [(row[0], row[1]) for row in rows] == [(source, 1)]
        assert b"Bonjour" in bytes(rows[0][2])  # type: ignore[call-overload]
        left = house.owner.execute("SELECT retryable, tried FROM set_aside WHERE resolved_at IS NULL").fetchall()
        assert left == [(False, 1)]

    def test_a_payload_that_is_no_delivery_is_left(self, courrier: Team, house: House, source: int) -> None:
        self.aside(house, courrier, source, b'{"messages": 3}')
        with scoped(courrier.people["owner"], courrier.workspace):
            items = list(SetAside.objects.all())
            assert do_retry_items(actor=courrier.actor(), source=Source.objects.get(), items=items) == 0

    def test_a_dismissed_item_stays_in_the_database(self, courrier: Team, house: House, source: int) -> None:
        self.aside(house, courrier, source, None)
        with scoped(courrier.people["owner"], courrier.workspace):
            found, items = Source.objects.get(), list(SetAside.objects.all())
            assert do_dismiss_items(actor=courrier.actor(), source=found, items=items) == 1
            assert do_dismiss_items(actor=courrier.actor(), source=found, items=items) == 0
        assert house.owner.execute("SELECT count(*) FROM set_aside").fetchone() == (1,)
