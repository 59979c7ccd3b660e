"""Topics recounted on history: exactly, once, whatever happens meanwhile."""

import json
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from psycopg import sql

from house import NOW, House
from palabre.core.text import search_vector, tokenize
from palabre.pipeline.recount import Recounter
from palabre.store.migrate import Connection

SAID = ("La rocade est fermée", "Rien à dire", "Une ROCADE de plus", "La déviation", "rocade, rocade !")


@pytest.fixture
def topic(house: House) -> int:
    return house.topic(house.workspace(), "Rocade", "rocade")


def say(house: House, texts: tuple[str, ...] = SAID) -> list[int]:
    """Store messages a minute apart, searchable as the worker would make them."""
    source = house.source(_workspace(house))
    ids = []
    for minute, text in enumerate(texts):
        message = house.message(source, text, NOW + timedelta(minutes=minute))
        vector = search_vector(None, None, tokenize(text))
        house.owner.execute("UPDATE message SET search = %s::tsvector WHERE id = %s", (vector, message))
        ids.append(message)
    for minute in range(len(texts)):
        house.owner.execute(
            "INSERT INTO minute_count SELECT workspace_id, %s, id, 0, 1 FROM source WHERE id = %s",
            (NOW + timedelta(minutes=minute), source),
        )
    return ids


def _workspace(house: House) -> int:
    row = house.owner.execute("SELECT id FROM workspace").fetchone()
    assert row is not None and isinstance(row[0], int)
    return row[0]


def ask(owner: Connection, topic: int) -> int:
    row = owner.execute(
        "INSERT INTO topic_recount (workspace_id, topic_id, version, since)"
        " SELECT workspace_id, id, version, %s FROM topic WHERE id = %s RETURNING id",
        (NOW.date(), topic),
    ).fetchone()
    assert row is not None and isinstance(row[0], int)
    return row[0]


def column(owner: Connection, name: str, recount: int) -> Any:
    query = sql.SQL("SELECT {} FROM topic_recount WHERE id = %s").format(sql.Identifier(name))
    row = owner.execute(query, [recount]).fetchone()
    assert row is not None
    return row[0]


def matched(owner: Connection, topic: int) -> dict[int, Any]:
    rows = owner.execute("SELECT message_id, spans FROM match WHERE topic_id = %s", (topic,))
    return {int(str(id)): json.loads(str(spans)) for id, spans in rows}


def minutes(owner: Connection, topic: int) -> list[Any]:
    rows = owner.execute("SELECT minute, count FROM minute_count WHERE topic_id = %s ORDER BY 1", (topic,))
    return [((minute - NOW) // timedelta(minutes=1), count) for minute, count in rows if count]  # type: ignore[operator]


def recounter(database: str, **options: Any) -> Recounter:
    return Recounter(lambda: psycopg.connect(database, autocommit=True), **options)


def test_messages_of_before_are_matched_with_their_evidence_and_counted(
    house: House, owner: Connection, database: str, topic: int
) -> None:
    ids = say(house)
    recount = ask(owner, topic)
    assert recounter(database, size=2).turn(owner)
    assert matched(owner, topic) == {ids[0]: [[3, 9]], ids[2]: [[4, 10]], ids[4]: [[0, 6], [8, 14]]}
    assert minutes(owner, topic) == [(0, 1), (2, 1), (4, 1)]
    assert [column(owner, name, recount) for name in ("state", "read", "total", "found")] == ["done", 5, 5, 3]


def test_doing_it_again_changes_nothing(house: House, owner: Connection, database: str, topic: int) -> None:
    say(house)
    ask(owner, topic)
    worker = recounter(database)
    assert worker.turn(owner)
    once = matched(owner, topic), minutes(owner, topic)
    ask(owner, topic)
    assert worker.turn(owner)
    assert (matched(owner, topic), minutes(owner, topic)) == once
    assert not worker.turn(owner)


def test_what_no_longer_answers_is_taken_away(house: House, owner: Connection, database: str, topic: int) -> None:
    ids = say(house)
    ask(owner, topic)
    worker = recounter(database)
    assert worker.turn(owner)
    owner.execute("UPDATE topic SET query = 'déviation' WHERE id = %s", (topic,))
    ask(owner, topic)
    assert worker.turn(owner)
    assert list(matched(owner, topic)) == [ids[3]]
    assert minutes(owner, topic) == [(3, 1)]


def test_killed_in_the_middle_it_goes_on_where_it_was(
    house: House, owner: Connection, database: str, topic: int
) -> None:
    ids = say(house)
    recount = ask(owner, topic)
    killed = recounter(database, size=2)
    stretches = iter([False, True])
    killed._patiently = _dying(killed, stretches)  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        killed.turn(owner)
    assert [column(owner, name, recount) for name in ("state", "read")] == ["running", 2]
    assert not recounter(database).turn(owner), "its lease has not run out"
    owner.execute("UPDATE topic_recount SET leased_until = now() - interval '1 second'")
    assert recounter(database).turn(owner)
    assert sorted(matched(owner, topic)) == [ids[0], ids[2], ids[4]]
    assert minutes(owner, topic) == [(0, 1), (2, 1), (4, 1)]
    assert [column(owner, name, recount) for name in ("state", "read", "found")] == ["done", 5, 3]


def _dying(worker: Recounter, turns: Any) -> Any:
    """Do one stretch, then end as a process that is killed: nothing more is written."""
    real = worker._patiently

    def patiently(*arguments: Any) -> None:
        if next(turns):
            raise KeyboardInterrupt
        real(*arguments)

    return patiently


def test_stopped_by_somebody_it_stops(house: House, owner: Connection, database: str, topic: int) -> None:
    say(house)
    recount = ask(owner, topic)
    worker = recounter(database, size=1)
    real = worker._stretch

    def stopping(*arguments: Any) -> Any:
        owner.execute("UPDATE topic_recount SET state = 'stopped' WHERE id = %s AND read = 2", (recount,))
        return real(*arguments)

    worker._stretch = stopping  # type: ignore[method-assign]
    assert worker.turn(owner)
    assert [column(owner, name, recount) for name in ("state", "read")] == ["stopped", 2]


def test_another_query_meanwhile_ends_it(house: House, owner: Connection, database: str, topic: int) -> None:
    say(house)
    recount = ask(owner, topic)
    owner.execute("UPDATE topic SET query = 'déviation' WHERE id = %s", (topic,))
    assert recounter(database).turn(owner)
    assert column(owner, "state", recount) == "stopped"
    assert matched(owner, topic) == {}


def test_a_message_edited_meanwhile_keeps_what_the_worker_said(
    house: House, owner: Connection, database: str, topic: int
) -> None:
    from palabre.pipeline import stretch

    ids = say(house)
    ask(owner, topic)
    real = stretch.read

    def edited(*arguments: Any) -> Any:
        read = real(*arguments)
        with psycopg.connect(database, autocommit=True) as other:
            other.execute("UPDATE message SET text = 'corrigé', revision = 2 WHERE id = %s", (ids[0],))
        return read

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretch, "read", edited)
        assert recounter(database).turn(owner)
    assert sorted(matched(owner, topic)) == [ids[2], ids[4]]


def test_it_gives_way_to_the_worker(house: House, owner: Connection, database: str, topic: int) -> None:
    ids = say(house)
    recount = ask(owner, topic)
    worker = recounter(database)
    with psycopg.connect(database) as busy:
        busy.execute("UPDATE message SET priority = 7 WHERE id = %s", (ids[0],))
        real, turns = worker._once, []

        def once(*arguments: Any) -> None:
            turns.append(1)
            if len(turns) == 2:
                busy.commit()
            real(*arguments)

        worker._once = once  # type: ignore[method-assign]
        assert worker.turn(owner)
    assert len(turns) == 2
    assert column(owner, "state", recount) == "done"
    assert len(matched(owner, topic)) == 3
