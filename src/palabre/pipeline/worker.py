"""The worker: takes intake rows, has them understood and writes them, for as long as it is not asked to stop.

One thread looks messages up in the database, the writer's stores the batch before. In between they are
understood: by the first thread, or under load by a second process (``office``), which leaves a whole core to each.
At most three batches are on their way, so that memory stays flat and latency short.
"""

import contextlib
import gc
import logging
import os
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from threading import Event as Flag
from time import monotonic
from typing import Any

import psycopg

from palabre.pipeline.batch import Aside, Batch, Flow, described, last_words, split
from palabre.pipeline.crowd import Crowd
from palabre.pipeline.exchange import Answer
from palabre.pipeline.lenses import Lenses, trained
from palabre.pipeline.mind import Mind, Understander
from palabre.pipeline.minds import Beside, Here, MindLost
from palabre.pipeline.office import REST, Office
from palabre.pipeline.prepare import Preparer
from palabre.pipeline.sweep import Sweeper
from palabre.pipeline.understand import understand
from palabre.pipeline.write import Writer
from palabre.store import partitions, queries, retention

SQL = queries.load("writer")
log = logging.getLogger(__name__)

Connect = Callable[[], psycopg.Connection[Any]]

#: Messages a batch: long enough to spread the cost of a transaction, short enough to be seen at once.
BATCH = 1_000
#: Seconds from the start of a batch of few messages to the next one, and how many are few: a batch costs nearly as
#: much for one message as for five, and what it takes from the processors everybody else waits for.
PACE, FEW = 0.02, 50
#: Batches on their way: one being understood, one waiting, one being written.
AHEAD = 3
IDLE = 0.5
BEAT = 5.0
#: What ``Worker.seconds`` tells apart. ``ask`` is understanding itself where the worker does it.
STAGES = ("read", "prepare", "ask", "write")
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

    ``stored`` counts new messages since the start; ``seconds`` sums the time of each stage; ``second`` is the
    second process while there is one, and ``crowd`` says when there is.
    """

    connect: Connect
    stop: Flag = field(default_factory=Flag)
    understander: Understander = understand
    batch: int = BATCH
    crowd: Crowd = field(default_factory=Crowd)
    stored: int = 0
    second: int | None = None
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    _rest: float = 0.0

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
            except MindLost as error:
                log.warning("The worker goes on by itself: %s", error)
                self._rest = monotonic() + REST

    def _session(self) -> None:
        """Work over one set of connections."""
        with contextlib.ExitStack() as stack:
            reading, writing, listening = (stack.enter_context(self.connect()) for _ in range(3))
            row = writing.execute(SQL["lock_writer"]).fetchone()
            if row is None or not row[0]:
                raise NotAlone("another worker writes to this database")
            # Authors and numbers are on the disk before the messages that need them: there is one log, in order.
            reading.execute("SET synchronous_commit = off")
            listening.execute("LISTEN intake")
            listening.execute("LISTEN config")
            pool = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="writer"))
            lenses = Lenses(models=trained())
            lenses.reload(reading)
            office = self._office(reading, lenses)
            stack.callback(self._leave, office)
            sweeper = Sweeper(self.connect)
            stack.callback(sweeper.close)
            writer = Writer(writing, office.ask, sweeper.note)
            _tune()
            _Session(self, Preparer(reading, lenses), writer, office, pool, listening).run()

    def _office(self, connection: psycopg.Connection[Any], lenses: Lenses) -> Office:
        info = connection.info
        database = psycopg.conninfo.make_conninfo(info.dsn, password=info.password or None)
        here = Here(Mind(lenses, self.understander))
        return Office(here, self.crowd, lambda: Beside(database, self.understander), self._rest)

    def _leave(self, office: Office) -> None:
        self.second = None
        office.close()


def _tune() -> None:
    """Set what suits a process that moves batches."""
    gc.freeze()  # what is loaded by now stays: it need not be looked at again and again
    gc.set_threshold(100_000, 50, 100)  # a batch makes many short-lived rows, and no cycles
    sys.setswitchinterval(0.001)  # the writer's thread works in short steps between waits: let it take them


class _Session:
    """The loop of a worker while its connections hold."""

    def __init__(
        self,
        worker: Worker,
        preparer: Preparer,
        writer: Writer,
        office: Office,
        pool: ThreadPoolExecutor,
        listening: psycopg.Connection[Any],
    ) -> None:
        self.worker, self.preparer, self.writer, self.office = worker, preparer, writer, office
        self.pool, self.listening = pool, listening
        self.ahead: deque[_Written] = deque()
        self.broken: BaseException | None = None
        self.next_beat = self.next_forgetting = self.next_batch = 0.0

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
        self.worker.stop.wait(max(0.0, self.next_batch - monotonic()))
        started = monotonic()
        under_way = [row for written in self.ahead for row in written.intake]
        flows, asides, ids = self.preparer.read(under_way, self.worker.batch)
        self._spent("read", started)
        count, busy = sum(len(flow.messages) for flow in flows), self.worker.seconds["ask"]
        self.office.tend(monotonic(), count, busy, lambda: self._settle(0))
        self.worker.second = self.office.pid
        if ids:
            self.next_batch = started + PACE if count < FEW else 0.0
            self._take(flows, ids, asides)
        return bool(ids)

    def _take(self, flows: list[Flow], intake: list[int], asides: list[Aside]) -> None:
        """Prepare flows and hand them over, in halves where that fails; ``intake`` rows go with the last."""
        if self.preparer.must_wait(flows):
            self._settle(0)
        started = monotonic()
        try:
            batch = self.preparer.prepare(flows)
        except (psycopg.OperationalError, psycopg.InterfaceError):
            raise
        except Exception as error:  # what cannot be looked up must not stop the others
            halves = split(flows)
            if halves is not None:
                self._take(halves[0], [], [])
                return self._take(halves[1], intake, asides)
            batch = Batch(asides=[last_words(flows[0], described(error))])
        self._spent("prepare", started)
        batch.intake = intake
        batch.asides += asides
        self._hand_over(batch)

    def _hand_over(self, batch: Batch) -> None:
        keys = batch.keys()
        self.preparer.under_way |= keys
        started = monotonic()
        coming = self.office.ask(batch.excerpts())
        self._spent("ask", started)
        self.ahead.append(_Written(batch.intake, keys, self.pool.submit(self._write, batch, coming)))

    def _write(self, batch: Batch, coming: "Future[Answer]") -> int:
        if self.broken:  # a batch before could not be written: none may overtake it
            raise self.broken
        try:
            return self._store(batch, coming)
        except BaseException as error:
            self.broken = error
            raise

    def _store(self, batch: Batch, coming: "Future[Answer]") -> int:
        if not coming.done():
            wait([coming])
        started = monotonic()
        count = self.writer.write(batch, coming)
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
                self._reload()

    def _reload(self) -> None:
        self.preparer.lenses.reload(self.preparer.connection)
        self.office.reload()

    def _tend(self) -> None:
        """Now and then: say that we live, and hear of changes though there is no time to wait."""
        if monotonic() < self.next_beat:
            return
        self.next_beat = monotonic() + BEAT
        values = {"name": "worker", "pid": os.getpid(), "detail": f"{self.worker.stored} stored"}
        self.preparer.connection.execute(SQL["beat"], values)
        self._reload()
        if monotonic() >= self.next_forgetting:
            self.next_forgetting = monotonic() + FORGET
            self._settle(0)  # dropping a partition waits for whoever writes
            now = self.preparer.connection.execute("SELECT current_date").fetchone()
            retention.forget(self.preparer.connection, now[0] if now else partitions.EPOCH)
            self.preparer.numbers.look_again()

    def _spent(self, stage: str, started: float) -> None:
        self.worker.seconds[stage] += monotonic() - started
