"""Connections kept from one test to the next: a new one costs as much as forty queries on one that is warm.

What a session remembers (settings, what it listens to, locks) is forgotten between two tests;
a connection in any other state than at rest is closed, and the next test gets a new one.
"""

import psycopg
from psycopg.pq import TransactionStatus

from palabre.store.migrate import Connection


class Kept:
    """The owner's connection of a process of tests."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: Connection | None = None

    def lend(self) -> Connection:
        """Return it, opened where it is not."""
        if self._connection is None:
            # Nothing is prepared: psycopg does not hear each time that the server forgot what was.
            self._connection = psycopg.connect(self._url, autocommit=True, prepare_threshold=None)
        return self._connection

    def take_back(self) -> None:
        """Make it as new, or close it."""
        if self._connection is not None and not _as_new(self._connection):
            self.close()

    def close(self) -> None:
        """End it; the next test gets another."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def tidy_django() -> None:
    """Make the connections of Django as new; close those that cannot be."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        raw = connection.connection
        if raw is None:
            continue
        busy = connection.in_atomic_block or connection.execute_wrappers or connection.run_on_commit
        if busy or connection.errors_occurred or not _as_new(raw):
            connection.close()
        else:
            connection.ensure_timezone()


def close_django() -> None:
    """Close the connections of Django."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()


def _as_new(connection: Connection) -> bool:
    """Let the server forget what the session was told; tell whether it is as one that was just opened."""
    at_rest = connection.info.transaction_status == TransactionStatus.IDLE
    if connection.closed or not at_rest or not connection.autocommit:
        return False
    try:
        connection.execute("DISCARD ALL")
    except psycopg.Error:
        return False
    return True
