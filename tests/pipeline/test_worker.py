"""What was received becomes messages: once, in order, whatever is told twice, late or wrong."""

import json
from datetime import timedelta

import psycopg
import pytest

from house import House
from palabre.core.model import Event
from palabre.pipeline import worker
from palabre.store import partitions
from palabre.store.migrate import Connection
from pipeline.conftest import NOW, Feeder, comment, poisoned, until, working


def emptied(owner: Connection) -> bool:
    return owner.execute("SELECT count(*) FROM intake").fetchone() == (0,)


def texts(owner: Connection) -> list[object]:
    return [row[0] for row in owner.execute("SELECT text FROM message ORDER BY id")]


def test_messages_are_stored_once_and_in_order(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url):
        for first in range(0, 60, 20):
            feeder.say(*(comment(n) for n in range(first, first + 20)))
        feeder.say(*(comment(n) for n in range(60)))  # everything is read again
        until(lambda: emptied(owner))
    assert texts(owner) == [comment(n).text for n in range(60)]


def test_a_message_is_searchable_counted_and_in_the_queue(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url):
        feeder.say(comment(1, "L’été dernier, la rocade était déjà fermée."))
        until(lambda: emptied(owner))
    row = owner.execute(
        "SELECT decision, lang, message.id >> 38, search @@ 'ete & rocade'"
        " FROM message JOIN author a ON a.id = author_id"
    ).fetchone()
    assert row == ("pending", "fr", (NOW.date() - partitions.EPOCH).days, True)
    assert owner.execute("SELECT count FROM minute_count WHERE topic_id = 0").fetchone() == (1,)


def test_a_few_messages_at_a_time_are_taken_together_at_a_pace(
    feeder: Feeder, owner: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One announcement a batch: the first message waits for nothing, those that follow it for one another."""
    monkeypatch.setattr(worker, "PACE", 1.0)
    with working(feeder.url):
        feeder.say(comment(0))
        until(lambda: emptied(owner))
        for number in range(1, 5):
            feeder.say(comment(number))
        until(lambda: emptied(owner))
    told = owner.execute("SELECT body::json ->> 'count' FROM announcement WHERE kind = 'messages' ORDER BY id")
    assert [row[0] for row in told] == ["1", "4"]


def test_a_topic_added_while_the_worker_runs_matches_what_follows(
    feeder: Feeder, owner: Connection, house: House
) -> None:
    with working(feeder.url):
        feeder.say(comment(1, "La déviation avance."))
        until(lambda: emptied(owner))
        topic = house.topic(feeder.workspace, query="déviation")
        owner.execute("NOTIFY config")
        feeder.say(comment(2, "Encore la déviation !"))
        until(lambda: len(texts(owner)) == 2)
    found = owner.execute(
        "SELECT m.external_id, x.topic_id, x.spans FROM match x JOIN message m ON m.id = message_id"
    )
    assert [(external, id, json.loads(str(spans))) for external, id, spans in found] == [("c2", topic, [[10, 19]])]


def test_an_edit_makes_a_revision_and_comes_back_to_the_queue(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url):
        feeder.say(comment(1, "Bravo à toute l’équipe"))
        until(lambda: emptied(owner))
        owner.execute("UPDATE message SET decision = 'approve'")
        feeder.say(comment(1, "Bravo à toute l’équipe, bande de voleurs"))
        until(lambda: emptied(owner))
    assert owner.execute("SELECT decision, revision, search @@ 'voleurs' FROM message").fetchall() == [
        ("pending", 2, True)
    ]
    assert owner.execute("SELECT number, text FROM revision ORDER BY number").fetchall() == [
        (1, "Bravo à toute l’équipe"),
        (2, "Bravo à toute l’équipe, bande de voleurs"),
    ]


def test_an_edit_right_behind_its_message_is_not_taken_for_it(feeder: Feeder, owner: Connection) -> None:
    for n in range(300):
        feeder.say(comment(n, "premier jet"))
        feeder.say(comment(n, "second jet"))
    with working(feeder.url, batch=7):
        until(lambda: emptied(owner))
    assert texts(owner) == ["second jet"] * 300


def test_a_deletion_holds_whether_told_before_or_after(feeder: Feeder, owner: Connection) -> None:
    def gone(number: int) -> Event:
        return Event(kind="delete", target=f"c{number}", at=NOW + timedelta(minutes=3))

    with working(feeder.url):
        feeder.say(events=(gone(2),))
        feeder.say(comment(1), comment(2), comment(3))
        until(lambda: emptied(owner))
        feeder.say(events=(gone(1),))
        until(lambda: emptied(owner))
    rows = owner.execute("SELECT external_id, deleted_at IS NOT NULL FROM message ORDER BY id").fetchall()
    assert rows == [("c1", True), ("c2", True), ("c3", False)]


def test_a_ban_takes_away_what_the_author_said_there_and_nothing_else(
    feeder: Feeder, owner: Connection, house: House
) -> None:
    elsewhere = Feeder(feeder.url, feeder.workspace, house.source(feeder.workspace, name="Page"))
    with working(feeder.url):
        feeder.say(comment(1, author="troll"), comment(2, author="ninon"))
        elsewhere.say(comment(3, author="troll"))
        feeder.say(events=(Event(kind="ban", target="troll", at=NOW + timedelta(minutes=5)),))
        until(lambda: emptied(owner))
    elsewhere.connection.close()
    rows = owner.execute("SELECT external_id, deleted_at IS NOT NULL FROM message ORDER BY id").fetchall()
    assert rows == [("c1", True), ("c2", False), ("c3", False)]


def test_a_message_that_breaks_us_is_set_aside_and_the_others_go_on(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url, understander=poisoned):
        feeder.say(*(comment(n, "POISON" if n == 17 else "") for n in range(40)))
        until(lambda: emptied(owner))
    assert len(texts(owner)) == 39
    kept = owner.execute("SELECT place, error, payload::json #>> '{messages,0,text}', retryable FROM set_aside")
    assert kept.fetchall() == [("c17", "ZeroDivisionError: a detector met what it cannot bear", "POISON", True)]


def test_a_message_that_the_database_refuses_is_set_aside(feeder: Feeder, owner: Connection) -> None:
    owner.execute("ALTER TABLE message ADD CONSTRAINT no_refusal CHECK (text <> 'refused')")
    try:
        with working(feeder.url):
            feeder.say(*(comment(n, "refused" if n % 10 == 3 else "") for n in range(40)))
            until(lambda: emptied(owner))
    finally:
        owner.execute("ALTER TABLE message DROP CONSTRAINT no_refusal")
    assert len(texts(owner)) == 36
    places = owner.execute("SELECT place FROM set_aside ORDER BY place").fetchall()
    assert places == [("c13",), ("c23",), ("c3",), ("c33",)]
    assert owner.execute("SELECT sum(count) FROM minute_count WHERE topic_id = 0").fetchone() == (36,)


def test_an_intake_row_that_cannot_be_read_is_set_aside(feeder: Feeder, owner: Connection) -> None:
    owner.execute(
        "INSERT INTO intake (workspace_id, source_id, count, payload) VALUES (%s, %s, 1, %s)",
        (feeder.workspace, feeder.source, b'{"messages": [{"id": 12'),
    )
    with working(feeder.url):
        feeder.say(comment(1))
        until(lambda: emptied(owner))
    assert len(texts(owner)) == 1
    assert owner.execute("SELECT payload, retryable FROM set_aside").fetchone() == (
        '{"messages": [{"id": 12',
        False,
    )


def test_browsers_are_told_ids_and_no_texts(feeder: Feeder, owner: Connection) -> None:
    with psycopg.connect(feeder.url, autocommit=True) as listening:
        listening.execute("LISTEN announcement")
        with working(feeder.url):
            feeder.say(comment(1, "Un secret bien gardé"))
            notice = next(listening.notifies(timeout=10))
    told = json.loads(notice.payload)
    body = json.loads(told["body"])
    assert (told["workspace"], told["kind"], body["count"]) == (feeder.workspace, "messages", 1)
    assert owner.execute("SELECT id FROM message").fetchall() == [(body["ids"][0],)]
    assert "secret" not in notice.payload


@pytest.mark.parametrize(("moderated", "pending"), [(True, 2), (False, 0)])
def test_browsers_are_told_how_many_are_to_be_decided(
    feeder: Feeder, owner: Connection, moderated: bool, pending: int
) -> None:
    owner.execute("UPDATE source SET moderated = %s", (moderated,))
    with psycopg.connect(feeder.url, autocommit=True) as listening:
        listening.execute("LISTEN announcement")
        with working(feeder.url):
            feeder.say(comment(1, "Bonjour"), comment(2, "Bonsoir"))
            notice = next(listening.notifies(timeout=10))
    body = json.loads(json.loads(notice.payload)["body"])
    assert (body["count"], body["pending"]) == (2, pending)


def test_copies_are_grouped_with_the_first(feeder: Feeder, owner: Connection) -> None:
    scam = "J’ai gagné 3 200 € en une semaine grâce à Madame Solange, écrivez-lui sur WhatsApp sans attendre"
    with working(feeder.url):
        feeder.say(comment(1, scam), comment(2, "Tout autre chose"), comment(3, scam + " !!"))
        until(lambda: emptied(owner))
    rows = owner.execute("SELECT external_id, near FROM message ORDER BY id").fetchall()
    first = owner.execute("SELECT id FROM message WHERE external_id = 'c1'").fetchone()
    assert first is not None
    assert rows == [("c1", 0), ("c2", 0), ("c3", first[0])]


def test_a_second_worker_waits_for_the_first(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url) as first, working(feeder.url) as second:
        feeder.say(*(comment(n) for n in range(30)))
        until(lambda: emptied(owner) and first.stored + second.stored == 30)
        assert 0 in (first.stored, second.stored)
