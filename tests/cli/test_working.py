"""Who takes what an import hands over: the running Palabre, or the import itself."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime

import psycopg
import pytest

from house import House
from palabre.cli.working import Work
from palabre.core.model import Delivery, Message
from palabre.store import intake, queries
from palabre.store.migrate import Connection

Connect = Callable[[], Connection]


@pytest.fixture
def connect(database: str) -> Connect:
    return lambda: psycopg.connect(database, autocommit=True)


@pytest.fixture
def source(house: House, courrier: int) -> int:
    return house.source(courrier, connector="file", name="Archives")


def receive(owner: Connection, workspace: int, source: int) -> None:
    message = Message(id="c1", text="La passerelle est fermée", published=datetime(2026, 3, 2, tzinfo=UTC))
    intake.commit(owner, workspace=workspace, source=source, delivery=Delivery(messages=(message,)))


@contextmanager
def elsewhere(connect: Connect) -> Iterator[None]:
    """Hold what the worker of a running Palabre holds, and take nothing."""
    with connect() as other:
        assert other.execute(queries.load("writer")["lock_writer"]).fetchone() == (True,)
        yield


def stored(owner: Connection) -> int:
    row = owner.execute("SELECT count(*) FROM message").fetchone()
    assert row is not None and isinstance(row[0], int)
    return row[0]


def test_what_other_sources_wait_for_holds_nothing_back(
    owner: Connection, connect: Connect, house: House, courrier: int, source: int
) -> None:
    receive(owner, courrier, house.source(courrier, name="Direct"))
    with elsewhere(connect), Work(owner, connect, source) as work:  # none is started here: the other message stays
        work.wait_below(0)
    assert stored(owner) == 0


def test_where_nobody_is_at_work_it_works_itself(
    owner: Connection, connect: Connect, courrier: int, source: int
) -> None:
    receive(owner, courrier, source)
    with Work(owner, connect, source) as work:
        work.wait_below(0)
    assert stored(owner) == 1


def test_one_that_has_stopped_is_not_waited_for_however_fresh_its_beat(
    owner: Connection, connect: Connect, courrier: int, source: int
) -> None:
    receive(owner, courrier, source)
    owner.execute("INSERT INTO process (name, pid, beat_at) VALUES ('worker', 1, now() + interval '1 hour')")
    with Work(owner, connect, source) as work:
        work.wait_below(0)
    assert stored(owner) == 1


def test_a_palabre_that_stops_meanwhile_is_replaced(
    owner: Connection, connect: Connect, courrier: int, source: int
) -> None:
    running = ExitStack()
    running.enter_context(elsewhere(connect))
    with Work(owner, connect, source) as work:
        receive(owner, courrier, source)
        running.close()
        work.wait_below(0)
    assert stored(owner) == 1


def test_a_worker_that_falls_is_told(
    owner: Connection, connect: Connect, courrier: int, source: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from palabre.pipeline.worker import Worker

    def fall(worker: Worker) -> None:
        raise MemoryError("no room")

    monkeypatch.setattr(Worker, "run", fall)
    receive(owner, courrier, source)
    with pytest.raises(MemoryError, match="no room"), Work(owner, connect, source) as work:
        work.wait_below(0)
