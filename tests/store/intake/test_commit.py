"""Committing a delivery: everything of it or nothing, and never in part."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import psycopg
import pytest

from house import House
from palabre.core.model import Author, Delivery, Event, Gap, Message, Reject
from palabre.store import intake
from palabre.store.intake import Entry
from palabre.store.migrate import Connection

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def message(number: int, text: str = "La déviation ferme encore !", **fields: Any) -> Message:
    return Message(id=f"m{number}", text=text, published=NOON + timedelta(minutes=number), **fields)


def kept(owner: Connection) -> list[Delivery]:
    """Return the deliveries of the intake, oldest first."""
    rows = owner.execute("SELECT payload FROM intake ORDER BY id").fetchall()
    return [msgspec.json.decode(row[0], type=Delivery) for row in rows]  # type: ignore[arg-type]


def health(owner: Connection, source: int) -> dict[str, Any]:
    """Return the health of a source by column."""
    cursor = owner.execute("SELECT * FROM source_health WHERE source_id = %s", (source,))
    assert cursor.description is not None
    row = cursor.fetchone()
    assert row is not None
    return dict(zip((column.name for column in cursor.description), row, strict=True))


@pytest.fixture
def workspace(house: House) -> int:
    return house.workspace()


@pytest.fixture
def source(house: House, workspace: int) -> int:
    return house.source(workspace)


def commit(owner: Connection, workspace: int, source: int, **parts: Any) -> int:
    return intake.commit(owner, workspace=workspace, source=source, delivery=Delivery(**parts))


def test_messages_and_events_are_kept_as_they_were_said(owner: Connection, workspace: int, source: int) -> None:
    said = message(1, "Çà alors… 🙃 \u202f!", author=Author(key="a1", name="Ninon"), raw={"note": 4, "x": [None]})
    removed = Event(kind="delete", target="m0", at=NOON)
    assert commit(owner, workspace, source, messages=(said,), events=(removed,)) == 1
    assert kept(owner) == [Delivery(messages=(said,), events=(removed,))]
    row = owner.execute("SELECT workspace_id, source_id, count FROM intake").fetchone()
    assert row == (workspace, source, 1)


def test_the_cursor_and_the_health_move_with_the_delivery(owner: Connection, workspace: int, source: int) -> None:
    owner.execute("UPDATE source_health SET error_class = 'temporary', error_text = 'x', error_streak = 3")
    commit(owner, workspace, source, messages=(message(1), message(9), message(2)), cursor={"uid": 7})
    after = health(owner, source)
    assert after["cursor"] == {"uid": 7}
    assert after["received"] == 3
    assert after["last_published"] == NOON + timedelta(minutes=9)
    assert after["last_received_at"] == after["last_success_at"]
    assert (after["error_class"], after["error_text"], after["error_at"], after["error_streak"]) == (None,) * 3 + (
        0,
    )


def test_without_cursor_the_stored_one_stays(owner: Connection, workspace: int, source: int) -> None:
    commit(owner, workspace, source, cursor={"uid": 7})
    commit(owner, workspace, source, messages=(message(1),))
    assert health(owner, source)["cursor"] == {"uid": 7}


def test_a_cursor_alone_leaves_no_intake_row_and_is_no_reception(
    owner: Connection, workspace: int, source: int
) -> None:
    assert commit(owner, workspace, source, cursor={"etag": "é"}) == 0
    assert kept(owner) == []
    after = health(owner, source)
    assert after["cursor"] == {"etag": "é"}
    assert after["last_received_at"] is None
    assert after["last_success_at"] is not None


def test_an_older_message_does_not_turn_the_clock_back(owner: Connection, workspace: int, source: int) -> None:
    commit(owner, workspace, source, messages=(message(9),))
    commit(owner, workspace, source, messages=(message(2),))
    assert health(owner, source)["last_published"] == NOON + timedelta(minutes=9)


def test_gaps_and_rejects_stand_in_their_own_tables(owner: Connection, workspace: int, source: int) -> None:
    gap = Gap(NOON, NOON + timedelta(minutes=5), "reconnected")
    reject = Reject(where="ligne 12", error="date illisible", payload='{"a":1}')
    commit(owner, workspace, source, gaps=(gap,), rejects=(reject,))
    assert kept(owner) == []
    assert owner.execute("SELECT workspace_id, source_id, started, ended, reason FROM gap").fetchall() == [
        (workspace, source, gap.start, gap.end, gap.reason)
    ]
    assert owner.execute("SELECT source_id, place, error, payload, retryable FROM set_aside").fetchall() == [
        (source, "ligne 12", "date illisible", '{"a":1}', False)
    ]


def test_a_gap_told_backwards_is_kept_as_a_moment(owner: Connection, workspace: int, source: int) -> None:
    commit(owner, workspace, source, gaps=(Gap(NOON, NOON - timedelta(minutes=5), "clock went back"),))
    assert owner.execute("SELECT started, ended FROM gap").fetchone() == (NOON, NOON)


def test_a_huge_reject_is_bounded(owner: Connection, workspace: int, source: int) -> None:
    commit(owner, workspace, source, rejects=(Reject(where="x", error="y", payload="z" * 3_000_000),))
    assert owner.execute("SELECT length(payload) FROM set_aside").fetchone() == (intake.MAX_REJECT,)


def test_what_the_database_refuses_in_texts_becomes_the_replacement_character(
    owner: Connection, workspace: int, source: int
) -> None:
    said = message(1, "co\0upé \\u0000", author=Author(key="\ud800"), raw={"a\0": ["\udfff😀"]})
    reject = Reject(where="\0", error="e\0", payload="p\ud800")
    commit(owner, workspace, source, messages=(said,), rejects=(reject,), cursor={"next": "\0"})
    (delivery,) = kept(owner)
    assert delivery.messages[0].text == "co\ufffdupé \\u0000"
    assert delivery.messages[0].author == Author(key="\ufffd")
    assert delivery.messages[0].raw == {"a\ufffd": ["\ufffd😀"]}
    assert owner.execute("SELECT place, error, payload FROM set_aside").fetchone() == (
        "\ufffd",
        "e\ufffd",
        "p\ufffd",
    )
    assert health(owner, source)["cursor"] == {"next": "\ufffd"}


def test_nothing_of_a_delivery_remains_when_a_part_cannot_be_kept(
    owner: Connection, workspace: int, source: int
) -> None:
    nobody = source + 1000
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        commit(owner, workspace, nobody, messages=(message(1),), cursor={"uid": 1}, gaps=(Gap(NOON, NOON, "x"),))
    assert kept(owner) == []
    assert owner.execute("SELECT count(*) FROM gap").fetchone() == (0,)


def test_several_deliveries_are_one_transaction_and_keep_their_order(
    owner: Connection, house: House, workspace: int, source: int
) -> None:
    other = house.source(workspace, name="Page")
    entries = [
        Entry(workspace, other, Delivery(messages=(message(1),), cursor={"n": 1})),
        Entry(workspace, source, Delivery(messages=(message(2), message(3)))),
        Entry(workspace, other, Delivery(messages=(message(4),), cursor={"n": 2})),
        Entry(workspace, other, Delivery(messages=(message(5),))),
    ]
    assert intake.commit_all(owner, entries) == 5
    assert kept(owner) == [Delivery(messages=entry.delivery.messages) for entry in entries]
    assert (health(owner, other)["received"], health(owner, source)["received"]) == (3, 2)
    assert health(owner, other)["cursor"] == {"n": 2}


def test_a_source_without_a_health_row_gets_one(owner: Connection, workspace: int, source: int) -> None:
    owner.execute("DELETE FROM source_health")
    commit(owner, workspace, source, messages=(message(1),), cursor={"uid": 1})
    assert (health(owner, source)["received"], health(owner, source)["cursor"]) == (1, {"uid": 1})


def test_the_worker_is_woken_once_for_messages_and_not_for_a_cursor(
    database: str, owner: Connection, workspace: int, source: int
) -> None:
    with psycopg.connect(database, autocommit=True) as worker:
        worker.execute("LISTEN intake")
        commit(owner, workspace, source, cursor={"uid": 1})
        commit(owner, workspace, source, messages=(message(1),), events=(Event(kind="ban", target="a", at=NOON),))
        assert [notice.channel for notice in worker.notifies(timeout=5, stop_after=1)] == ["intake"]
        assert list(worker.notifies(timeout=0)) == []


def test_a_connection_inside_a_transaction_is_refused(owner: Connection, workspace: int, source: int) -> None:
    with owner.transaction(), pytest.raises(ValueError, match="idle"):
        commit(owner, workspace, source, messages=(message(1),))


def test_a_connection_without_autocommit_has_committed_when_it_returns(
    database: str, owner: Connection, workspace: int, source: int
) -> None:
    with psycopg.connect(database) as collector:
        commit(collector, workspace, source, messages=(message(1),))
        assert len(kept(owner)) == 1


async def test_the_asynchronous_twin_does_the_same(
    database: str, owner: Connection, workspace: int, source: int
) -> None:
    for autocommit in (True, False):
        async with await psycopg.AsyncConnection.connect(database, autocommit=autocommit) as gate:
            delivery = Delivery(messages=(message(1),), cursor={"n": 1})
            assert await intake.commit_async(gate, workspace=workspace, source=source, delivery=delivery) == 1
            assert (await intake.pending_async(gate)).messages == len(kept(owner))
    assert len(kept(owner)) == 2


async def test_two_gates_over_the_same_sources_neither_wait_for_each_other_nor_disorder_them(
    database: str, owner: Connection, house: House, workspace: int, source: int
) -> None:
    sources = [source, *(house.source(workspace, name=f"S{n}") for n in range(4))]

    async def gate(order: list[int]) -> None:
        async with await psycopg.AsyncConnection.connect(database, autocommit=True) as connection:
            for number in range(30):
                entries = [Entry(workspace, one, Delivery(messages=(message(number),))) for one in order]
                await intake.commit_all_async(connection, entries)

    await asyncio.gather(gate(sources), gate(sources[::-1]))
    assert [health(owner, one)["received"] for one in sources] == [60] * 5
    assert len(kept(owner)) == 300
