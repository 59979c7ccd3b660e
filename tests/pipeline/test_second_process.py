"""Under load a second process understands: the same answers, nothing lost when it dies, nothing left after."""

import os
import signal
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from time import sleep

import pytest

from house import House
from palabre.core.model import Delivery, Event
from palabre.pipeline.batch import Batch, Facts, Flow, latest, read_letter
from palabre.pipeline.crowd import Crowd
from palabre.pipeline.exchange import Excerpt
from palabre.pipeline.lenses import Lenses, trained
from palabre.pipeline.mind import Mind
from palabre.pipeline.minds import Beside, Here, MindLost, NotUnderstood
from palabre.pipeline.understand import understand
from palabre.pipeline.worker import Worker
from palabre.store import wholesome
from palabre.store.migrate import Connection
from pipeline.conftest import NOW, Feeder, comment, poisoned, until, working

SCAM = "J’ai gagné 3 200 € en une semaine grâce à Madame Solange, écrivez-lui sur WhatsApp sans attendre"


def always() -> Crowd:
    """A crowd from the first second on."""
    return Crowd(busy=0, calm=0)


def excerpts(workspace: int, *texts: str, first: int = 1) -> list[Excerpt]:
    messages = tuple(comment(first + n, text) for n, text in enumerate(texts))
    payload = wholesome.encode(Delivery(messages=messages))
    wanted = [(n, 1_000 + first + n, None) for n in range(len(texts))]
    return [Excerpt(workspace, 7, "site", True, NOW, payload, wanted)]


@pytest.fixture
def beside(database: str, owner: Connection) -> Iterator[Beside]:
    mind = Beside(database, understand)
    yield mind
    mind.close()


@pytest.fixture(scope="module")
def lasting(prepared: str) -> Iterator[Beside]:
    mind = Beside(prepared, understand)
    yield mind
    mind.close()


@pytest.fixture
def shared(database: str, lasting: Beside) -> Beside:
    """Give a mind that other tests ask too: it remembers by workspace, and each speaks in one of its own."""
    return lasting


def texts(owner: Connection) -> list[object]:
    return [row[0] for row in owner.execute("SELECT text FROM message ORDER BY id")]


def emptied(owner: Connection) -> bool:
    return owner.execute("SELECT count(*) FROM intake").fetchone() == (0,)


def gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def test_it_answers_as_the_worker_itself(shared: Beside, house: House, owner: Connection) -> None:
    workspace = house.workspace()
    house.topic(workspace, query="déviation OR rocade")
    lenses = Lenses(models=trained())
    lenses.reload(owner)
    asked = excerpts(workspace, "La déviation avance, bande de voleurs !", SCAM, SCAM + " !!", "Qui sait ?")
    shared.reload()
    answer = shared.ask(asked).result(60)
    assert answer == Here(Mind(lenses)).ask(asked).result()
    assert answer.matches and answer.signals
    assert [(told.count, told.pending) for told in answer.told] == [(4, 4)]


def test_answers_come_in_the_order_of_questions(shared: Beside) -> None:
    coming = [shared.ask(excerpts(70_001, f"Message {n}", first=n)) for n in range(30)]
    assert [one.result(60).told[0].ids for one in coming] == [[1_000 + n] for n in range(30)]


def test_a_message_that_breaks_it_is_told_and_the_next_is_answered(database: str, owner: Connection) -> None:
    mind = Beside(database, poisoned)
    try:
        with pytest.raises(NotUnderstood, match="ZeroDivisionError: a detector met what it cannot bear"):
            mind.ask(excerpts(1, "POISON")).result(60)
        assert mind.ask(excerpts(1, "Bonjour")).result(60).told[0].count == 1
    finally:
        mind.close()


def test_its_death_is_told_to_who_waits_and_to_who_asks_later(beside: Beside) -> None:
    until(lambda: beside.ready, 60)
    os.kill(beside.pid, signal.SIGKILL)
    with pytest.raises(MindLost):
        beside.ask(excerpts(1, "Bonjour")).result(60)
    with pytest.raises(MindLost):
        for _ in range(1_000):
            beside.ask(excerpts(1, "Bonjour")).result(60)


def test_one_that_cannot_start_is_told(database: str) -> None:
    mind = Beside("host=127.0.0.1 port=1 dbname=none connect_timeout=1", understand)
    try:
        with pytest.raises(MindLost):
            until(lambda: mind.ready, 60)
    finally:
        mind.close()


def test_copies_are_recognised_after_a_change_of_minds(shared: Beside) -> None:
    here = Mind(Lenses())
    here.answer(excerpts(70_002, SCAM))
    shared.give(here.memories())
    second = shared.ask(excerpts(70_002, SCAM + " !!", first=2)).result(60)
    again = Mind(Lenses())
    again.remember(shared.take())
    third = again.answer(excerpts(70_002, SCAM + " !!!", first=3))
    first = (1_001).to_bytes(8, "big")  # the id of the first of the three
    assert first in second.messages and first in third.messages


def test_floods_are_told_across_a_change_of_minds(shared: Beside) -> None:
    here = Mind(Lenses())
    here.answer(excerpts(70_003, SCAM, SCAM))
    shared.give(here.memories())
    third = shared.ask(excerpts(70_003, SCAM, first=3)).result(60)
    assert b"same_author_again" in third.signals
    again = Mind(Lenses())
    assert b"same_author_again" not in again.answer(excerpts(70_003, SCAM, first=3)).signals


def test_it_ends_when_it_is_closed_and_when_whoever_started_it_dies(
    beside: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("palabre.pipeline.minds.PATIENCE", 60)
    until(lambda: beside.ready, 60)
    beside.close()
    assert beside._process.returncode == 0  # by itself, not by force
    assert gone(beside.pid)


def test_the_worker_has_it_while_there_is_a_crowd(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url, crowd=Crowd(busy=0, calm=5, patience=1.0)) as worker:
        numbers = count()
        second = None
        while second is None:
            feeder.say(comment(next(numbers)))
            second = worker.second
            sleep(0.01)
        feeder.say(*(comment(next(numbers)) for _ in range(20)))
        until(lambda: worker.second is None, 60)
        feeder.say(comment(last := next(numbers)))
        until(lambda: emptied(owner), 60)
        assert gone(second)
    assert texts(owner) == [comment(number).text for number in range(last + 1)]


def test_what_changes_while_it_understands(feeder: Feeder, owner: Connection, house: House) -> None:
    with working(feeder.url, crowd=always()) as worker:
        until(lambda: worker.second is not None, 60)
        feeder.say(comment(1, "La déviation avance."), comment(2, SCAM))
        until(lambda: emptied(owner), 60)
        topic = house.topic(feeder.workspace, query="déviation")
        owner.execute("NOTIFY config")
        feeder.say(comment(3, "Encore la déviation !"), comment(1, "La déviation recule."), comment(4, SCAM + " !"))
        feeder.say(events=(Event(kind="delete", target="c2", at=NOW),))
        until(lambda: emptied(owner), 60)
    found = owner.execute("SELECT m.external_id, x.topic_id FROM match x JOIN message m ON m.id = message_id")
    assert sorted(found) == [("c1", topic), ("c3", topic)]
    rows = owner.execute("SELECT external_id, revision, near <> 0, deleted_at IS NOT NULL FROM message ORDER BY id")
    assert rows.fetchall() == [
        ("c1", 2, False, False),
        ("c2", 1, False, True),
        ("c3", 1, False, False),
        ("c4", 1, True, False),
    ]


def test_bad_messages_are_set_aside_and_the_others_go_on(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url, understander=poisoned, crowd=always()) as worker:
        until(lambda: worker.second is not None, 60)
        for first in (0, 40, 80):
            feeder.say(*(comment(n, "POISON" if n == 57 else "") for n in range(first, first + 40)))
        until(lambda: emptied(owner), 60)
    assert texts(owner) == [comment(n).text for n in range(120) if n != 57]
    assert owner.execute("SELECT place, retryable FROM set_aside").fetchall() == [("c57", True)]


def test_killed_in_the_middle_nothing_is_lost_nor_there_twice(feeder: Feeder, owner: Connection) -> None:
    killed: list[int] = []

    def kill(worker: Worker) -> None:
        until(lambda: worker.second is not None, 60)
        until(lambda: worker.stored > 20, 60)
        killed.append(worker.second or 0)
        os.kill(killed[0], signal.SIGKILL)

    with working(feeder.url, crowd=always(), batch=10) as worker:
        killer = threading.Thread(target=kill, args=(worker,))
        killer.start()
        for n in range(0, 1_500, 5):
            feeder.say(*(comment(m) for m in range(n, n + 5)))
            if not killed:
                killer.join(0.02)
        killer.join()
        until(lambda: emptied(owner), 60)
    assert killed
    assert texts(owner) == [comment(n).text for n in range(1_500)]


def test_a_message_out_of_bounds_is_set_aside_alone(feeder: Feeder, owner: Connection) -> None:
    feeder.say(comment(1), comment(2), comment(3))
    owner.execute("UPDATE intake SET payload = convert_to(replace(convert_from(payload, 'UTF8'), '\"id\":\"c2\"',"
                  " '\"id\":\"c2\",\"country\":\"much too long\"'), 'UTF8')")  # fmt: skip
    with working(feeder.url):
        until(lambda: emptied(owner), 60)
    assert texts(owner) == [comment(1).text, comment(3).text]
    assert owner.execute("SELECT place, retryable FROM set_aside").fetchall() == [("c2", False)]


def test_halves_hold_everything_once_and_in_order() -> None:
    payload = wholesome.encode(Delivery(messages=tuple(comment(n) for n in range(5))))
    flow = Flow(1, 1, 7, NOW, payload, read_letter(payload).messages)
    placed = [*latest([flow]).values()]
    events = [(flow, Event(kind="ban", target=f"u{n}", at=NOW)) for n in range(2)]
    whole = Batch([1], placed[:3], placed[3:], events, [], {7: Facts("", False)})
    pieces = [whole]
    while any(piece.size() > 1 for piece in pieces):
        pieces = [half for piece in pieces for half in (piece.halves() if piece.size() > 1 else (piece,))]
    assert [piece.size() for piece in pieces] == [1] * 7
    assert [piece.intake for piece in pieces] == [[]] * 6 + [[1]]
    assert [one for piece in pieces for one in piece.new + piece.edits] == placed
    assert [one for piece in pieces for one in piece.events] == events
