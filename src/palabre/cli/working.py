"""Seeing to it that somebody takes what was received: the running Palabre's worker, or one of our own."""

import threading
from collections.abc import Callable
from contextlib import suppress
from time import sleep
from types import TracebackType
from typing import Any

import psycopg

Connection = psycopg.Connection[Any]

#: Whoever holds the writer's lock is at work (``lock_writer`` in writer.sql). It ends with its session: a worker
#: that has just stopped or been killed is not waited for, as its last beat would have us do.
_AT_WORK = (
    "SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 0 AND objid = 7505 AND objsubid = 1 AND granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
_WAITING = "SELECT coalesce(sum(count), 0) FROM intake WHERE source_id = %s"


class Work:
    """While inside, messages of ``source`` are understood and stored, by whoever is at work."""

    def __init__(self, connection: Connection, connect: Callable[[], Connection], source: int) -> None:
        from palabre.pipeline.worker import Worker

        self._connection, self._source = connection, source
        self._worker = Worker(connect)
        self._thread: threading.Thread | None = None
        self._failed: BaseException | None = None

    def __enter__(self) -> "Work":
        self._see_to_it()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._worker.stop.set()
        if self._thread is not None:
            with suppress(psycopg.Error):  # it would hear of it all the same, half a second later
                self._connection.execute("NOTIFY intake")
            self._thread.join(10)

    def wait_below(self, most: int) -> None:
        """Return when at most ``most`` messages of the source wait. Raises what ended a worker of our own."""
        while self._waiting() > most:
            self._see_to_it()
            sleep(0.1)

    def _waiting(self) -> int:
        row = self._connection.execute(_WAITING, (self._source,)).fetchone()
        return int(row[0]) if row else 0

    def _see_to_it(self) -> None:
        """Start a worker where none is at work: none was, or the running Palabre was stopped meanwhile."""
        if self._failed is not None:
            raise self._failed
        if self._thread is None and self._connection.execute(_AT_WORK).fetchone() is None:
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            self._worker.run()
        except BaseException as error:
            self._failed = error
