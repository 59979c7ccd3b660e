"""Emptying the waiting list of the search index beside the writer, so that the writer never stops to do it.

PostgreSQL appends new entries of a GIN index to a list, and whoever makes it too long (4 MB, some 6,000 messages)
merges it into the index before it goes on: a batch in twelve would wait a tenth of a second. Here another session
merges it a little earlier; while it does, the writer goes on appending.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import psycopg

from palabre.store import queries

SQL = queries.load("writer")
log = logging.getLogger(__name__)

#: Messages after which the list is emptied.
ROWS = 4_000


class Sweeper:
    """Sweeps in a thread of its own, over a connection that is opened when there is something to sweep."""

    def __init__(self, connect: Callable[[], psycopg.Connection[Any]], rows: int = ROWS) -> None:
        self._connect, self._rows = connect, rows
        self._connection: psycopg.Connection[Any] | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="sweeper")
        self._sweeping: Future[None] | None = None
        self._stored = 0
        #: How many times the list was emptied.
        self.sweeps = 0

    def note(self, stored: int) -> None:
        """Take account of messages just stored, and sweep where they are enough."""
        self._stored += stored
        if self._stored >= self._rows and (self._sweeping is None or self._sweeping.done()):
            self._stored = 0
            self._sweeping = self._pool.submit(self._sweep)

    def close(self) -> None:
        """Wait for a sweep under way (a fraction of a second), and end."""
        self._pool.shutdown()
        if self._connection is not None:
            self._connection.close()

    def _sweep(self) -> None:
        """Merge the list. Failing is no harm: the writer would do it."""
        try:
            if self._connection is None:
                self._connection = self._connect()
            self._connection.execute(SQL["sweep"])
            self.sweeps += 1
        except psycopg.Error as error:
            log.info("The search index was not swept: %s", error)
            if self._connection is not None:
                self._connection.close()
            self._connection = None
