"""The worker: takes intake rows, understands and writes them, for as long as it is not asked to stop.

Two threads, two cores: this one prepares a batch (Python's work) while the writer's waits for PostgreSQL to store
the one before. At most two batches wait for the writer, so that memory stays flat and latency short.
"""

import contextlib
import gc
import logging
import os
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event as Flag
from time import monotonic
from typing import Any

import psycopg

from palabre.pipeline.lenses import Lenses
from palabre.pipeline.prepare import Aside, Flow, Prepared, Preparer, Understander, aside, split
from palabre.pipeline.understand import understand
from palabre.pipeline.write import Writer
from palabre.store import partitions, queries, retention

SQL = queries.load("writer")
log = logging.getLogger(__name__)

Connect = Callable[[], psycopg.Connection[Any]]

#: Messages a batch: long enough to spread the cost of a transaction, short enough to be seen at once.
BATCH = 500
#: Batches waiting for the writer.
AHEAD = 2
IDLE = 0.5
BEAT = 5.0
FORGET = 3_600.0


class NotAlone(RuntimeError):
    """Another worker already writes to this database."""


@dataclass(slots=True)
class _Written:
    """A batch handed to the writer."""

    intake: list[int]
    keys: set[tuple[int, str]]
    future: "Future[int]"


@dataclass
class Worker:
    """One worker over one database. ``connect`` gives connections in autocommit under the owner's role.

    ``stored`` counts new messages since the start; ``seconds`` sums the time of each stage.
    """

    connect: Connect
    stop: Flag = field(default_factory=Flag)
    understander: Understander = understand
    batch: int = BATCH
    stored: int = 0
    seconds: dict[str, float] = field(default_factory=lambda: {"read": 0.0, "prepare": 0.0, "write": 0.0})

    def run(self) -> None:
        """Work until ``stop`` is set. A lost database is waited for; nothing is lost meanwhile."""
        pause = 0.1
        while not self.stop.is_set():
            try:
                self._session()
                pause = 0.1
            except (psycopg.OperationalError, psycopg.InterfaceError, NotAlone) as error:
                log.warning("The worker waits for the database: %s", error)
                self.stop.wait(pause)
                pause = min(5.0, pause * 2)

    def _session(self) -> None:
        """Work over one set of connections."""
        with contextlib.ExitStack() as stack:
            reading, writing, listening = (stack.enter_context(self.connect()) for _ in range(3))
            row = writing.execute(SQL["lock_writer"]).fetchone()
            if row is None or not row[0]:
                raise NotAlone("another worker writes to this database")
            listening.execute("LISTEN intake")
            listening.execute("LISTEN config")
            pool = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="writer"))
            lenses = Lenses()
            lenses.reload(reading)
            gc.freeze()  # what is loaded by now stays: it need not be looked at again and again
            gc.set_threshold(100_000, 50, 100)  # a batch makes many short-lived rows, and no cycles
            _Session(self, Preparer(reading, lenses, self.understander), Writer(writing), pool, listening).run()


class _Session:
    """The loop of a worker while its connections hold."""

    def __init__(
        self,
        worker: Worker,
        preparer: Preparer,
        writer: Writer,
        pool: ThreadPoolExecutor,
        listening: psycopg.Connection[Any],
    ) -> None:
        self.worker, self.preparer, self.writer = worker, preparer, writer
        self.pool, self.listening = pool, listening
        self.ahead: deque[_Written] = deque()
        self.next_beat = self.next_forgetting = 0.0

    def run(self) -> None:
        """Turn until asked to stop, then finish what is under way."""
        try:
            while not self.worker.stop.is_set():
                if not self._turn():
                    self._settle(0)
                    self._hear(IDLE)
        finally:
            self._settle(0)

    def _turn(self) -> bool:
        """Take one batch; return False where there is none."""
        self._tend()
        self._settle(AHEAD - 1)
        started = monotonic()
        under_way = [row for written in self.ahead for row in written.intake]
        flows, asides, ids = self.preparer.read(under_way, self.worker.batch)
        self._spent("read", started)
        if ids:
            self._take(flows, Prepared(intake=ids, asides=asides))
        return bool(ids)

    def _take(self, flows: list[Flow], rest: Prepared) -> None:
        """Prepare flows and hand them to the writer, in halves where that fails; ``rest`` goes with the last."""
        if self.preparer.must_wait(flows):
            self._settle(0)
        started = monotonic()
        try:
            prepared = self.preparer.prepare(flows)
        except (psycopg.OperationalError, psycopg.InterfaceError):
            raise
        except Exception as error:  # a defect of ours met one message: it must not stop the others
            halves = split(flows)
            if halves is not None:
                self._take(halves[0], Prepared())
                return self._take(halves[1], rest)
            prepared = Prepared(asides=[_last(flows[0], error)])
        self._spent("prepare", started)
        prepared.intake = rest.intake
        prepared.asides += rest.asides
        self._hand_over(prepared)

    def _hand_over(self, prepared: Prepared) -> None:
        keys = {(item.source, item.external_id) for item in prepared.items}
        self.preparer.under_way |= keys
        self.ahead.append(_Written(prepared.intake, keys, self.pool.submit(self._write, prepared)))

    def _write(self, prepared: Prepared) -> int:
        started = monotonic()
        count = self.writer.write(prepared)
        self._spent("write", started)
        return count

    def _settle(self, leave: int) -> None:
        """Wait until at most ``leave`` batches are under way; raise what went wrong in those that ended."""
        while self.ahead and (len(self.ahead) > leave or self.ahead[0].future.done()):
            written = self.ahead.popleft()
            self.worker.stored += written.future.result()
            self.preparer.under_way -= written.keys

    def _hear(self, patience: float) -> None:
        """Wait for the next delivery, or for a change of sources or topics."""
        for notice in self.listening.notifies(timeout=patience, stop_after=1):
            if notice.channel == "config":
                self.preparer.lenses.reload(self.preparer.connection)

    def _tend(self) -> None:
        """Now and then: say that we live, and hear of changes though there is no time to wait."""
        if monotonic() < self.next_beat:
            return
        self.next_beat = monotonic() + BEAT
        values = {"name": "worker", "pid": os.getpid(), "detail": f"{self.worker.stored} stored"}
        self.preparer.connection.execute(SQL["beat"], values)
        self.preparer.lenses.reload(self.preparer.connection)
        if monotonic() >= self.next_forgetting:
            self.next_forgetting = monotonic() + FORGET
            self._settle(0)  # dropping a partition waits for whoever writes
            now = self.preparer.connection.execute("SELECT current_date").fetchone()
            retention.forget(self.preparer.connection, now[0] if now else partitions.EPOCH)
            self.preparer.numbers.look_again()

    def _spent(self, stage: str, started: float) -> None:
        self.worker.seconds[stage] += monotonic() - started


def _last(flow: Flow, error: Exception) -> Aside:
    """Return what is kept of the one thing that fails by itself."""
    things = [message.id for message in flow.delivery.messages] or [event.target for event in flow.delivery.events]
    return aside(flow.workspace, flow.source, things[0] if things else "", flow.delivery, error)
