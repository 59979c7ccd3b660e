"""Recounts: a topic matched with the messages that were there before it, in the background.

A thread of the collector's process takes one recount at a time by a lease, and goes through the workspace's
messages in stretches, oldest first. What a stretch found, what the minutes count and the place it came to are one
commit: a process that is killed has done each stretch wholly or not at all; whoever takes the lease next goes on
from there.

The worker writes meanwhile. Messages whose matches change are held still to the end of the transaction, and those
that it has just edited are its own affair; where the two wait for one another, this one gives way and tries again.

What reads queries is loaded with the first recount: recounts are rare, and this process stays.
"""

import logging
import os
import secrets as chance
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from threading import Event as Flag
from typing import TYPE_CHECKING, Any

import psycopg

from palabre.store import partitions, queries

if TYPE_CHECKING:
    from palabre.core.query import Node

SQL = queries.load("recount")
log = logging.getLogger(__name__)

Connection = psycopg.Connection[Any]
Connect = Callable[[], Connection]

#: Messages a stretch: a second's work at most, so that its rows are held and its lease is kept for a short time.
STRETCH = 2_000
IDLE = 1.0
#: The rest after a stretch, so that live messages come first on a small machine.
BREATH = 0.02
TRIES = 20


class Lost(Exception):
    """The recount was stopped, its topic changed, or another process holds it."""


@dataclass(slots=True)
class Job:
    """A recount that we hold: ``below`` is where it has come to."""

    id: int
    workspace: int
    topic: int
    version: int
    since: date
    below: int
    total: int | None


@dataclass
class Recounter:
    """Does the recounts that people ask for. ``connect`` gives connections in autocommit under the owner's role."""

    connect: Connect
    stop: Flag = field(default_factory=Flag)
    size: int = STRETCH
    name: str = field(default_factory=lambda: f"{os.getpid()}-{chance.token_hex(4)}")

    def run(self) -> None:
        """Work until ``stop`` is set. A database that is away is waited for."""
        while not self.stop.is_set():
            try:
                with self.connect() as connection:
                    self._serve(connection)
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                log.warning("Recounts wait for the database: %s", error)
                self.stop.wait(IDLE)

    def _serve(self, connection: Connection) -> None:
        while not self.stop.is_set():
            if not self.turn(connection):
                self.stop.wait(IDLE)
        connection.execute(SQL["release"], {"me": self.name})

    def turn(self, connection: Connection) -> bool:
        """Take one recount and do it, to its end or until ``stop``; return False where there is none."""
        row = connection.execute(SQL["lease"], {"me": self.name}).fetchone()
        if row is None:
            return False
        job = Job(*row)
        try:
            self._do(connection, job)
        except Lost:
            log.info("A recount was stopped.")
        except (psycopg.OperationalError, psycopg.InterfaceError):
            raise
        except Exception as error:  # one topic must not keep the others from being counted
            log.error("A recount failed.", exc_info=error)
            self._end(connection, job, "failed", f"{type(error).__name__}: {error}"[:500])
        return True

    def _do(self, connection: Connection, job: Job) -> None:
        tree = self._tree(connection, job)
        if job.total is None:
            self._begin(connection, job)
        while not self.stop.is_set():
            end, size = self._stretch(connection, job)
            if end is None:
                self._end(connection, job, "done")
                return
            self._patiently(connection, job, tree, end, size)
            job.below = end
            self.stop.wait(BREATH)

    def _tree(self, connection: Connection, job: Job) -> "Node":
        """Return what the topic asks. Raises ``Lost`` where it has changed since: that is another recount."""
        from palabre.core.query import parse
        from palabre.core.text import fold

        row = connection.execute(SQL["query"], {"topic": job.topic, "version": job.version}).fetchone()
        rows = connection.execute(SQL["saved"], {"workspace": job.workspace}).fetchall()
        saved = {fold(name): query for name, query in rows}
        tree = parse(row[0], saved=saved).tree if row is not None else None
        if tree is None:
            self._end(connection, job, "stopped")
            raise Lost
        return tree

    def _begin(self, connection: Connection, job: Job) -> None:
        job.below = max(job.below, partitions.day_floor(job.since))
        start = datetime.combine(job.since, time(), UTC)
        values = {"workspace": job.workspace, "since": start}
        row = connection.execute(SQL["total"], values).fetchone()
        job.total = row[0] if row else 0
        values = {"id": job.id, "me": self.name, "total": job.total, "below": job.below}
        connection.execute(SQL["begin"], values)

    def _stretch(self, connection: Connection, job: Job) -> tuple[int | None, int]:
        values = {"workspace": job.workspace, "below": job.below, "size": self.size}
        row = connection.execute(SQL["stretch"], values).fetchone()
        return (row[0], row[1]) if row else (None, 0)

    def _patiently(self, connection: Connection, job: Job, tree: "Node", end: int, size: int) -> None:
        """Do a stretch; where the worker is in the way, let it go first."""
        for turn in range(TRIES):
            try:
                self._once(connection, job, tree, end, size)
                return
            except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected):
                if turn == TRIES - 1:
                    raise
                self.stop.wait(0.1)

    def _once(self, connection: Connection, job: Job, tree: "Node", end: int, size: int) -> None:
        from palabre.pipeline import stretch

        with connection.transaction():
            connection.execute("SET LOCAL lock_timeout = '300ms'")  # less than deadlock_timeout: never the worker
            self._check_version(connection, job)
            found, seen = stretch.read(connection, job.workspace, tree, job.below, end)
            stretch.settle(connection, job.workspace, job.topic, (job.below, end), found, seen)
            values = {"id": job.id, "me": self.name, "end": end, "read": size, "found": len(found)}
            if connection.execute(SQL["go_on"], values).fetchone() is None:
                raise Lost
        connection.execute(SQL["tell"], {"workspace": job.workspace, "topic": job.topic})

    def _check_version(self, connection: Connection, job: Job) -> None:
        values = {"topic": job.topic, "version": job.version}
        if connection.execute(SQL["query"], values).fetchone() is None:
            raise Lost

    def _end(self, connection: Connection, job: Job, state: str, error: str = "") -> None:
        values = {"id": job.id, "me": self.name, "state": state, "error": error}
        connection.execute(SQL["end"], values)
        connection.execute(SQL["tell"], {"workspace": job.workspace, "topic": job.topic})
