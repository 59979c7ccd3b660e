"""Forgetting what is older than workspaces keep (``workspace.keep_days``; none: for ever)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import psycopg

from palabre.store import partitions

#: Messages forgotten in one transaction, and transactions in one call: the worker has other things to do.
CHUNK, CHUNKS = 5_000, 20


def to_drop(existing: Iterable[partitions.Stretch], kept: Iterable[int | None], today: date) -> list[date]:
    """Return the first days of the partitions that no workspace keeps. Pure.

    ``kept`` are the days that each workspace keeps, None for ever. Without any workspace, nothing is dropped.
    """
    days = list(kept)
    longest = max((day for day in days if day is not None), default=None)
    if longest is None or None in days:
        return []
    limit = today - timedelta(days=longest)
    return [first for first, end in existing if end <= limit]


def forget(connection: psycopg.Connection[Any], today: date) -> tuple[int, int]:
    """Drop the partitions that nobody keeps, then forget rows; return how many of each.

    ``connection`` is in autocommit under the owner's role. Bounded: call it again now and then.
    """
    rows = connection.execute("SELECT id, keep_days FROM workspace").fetchall()
    existing = connection.execute("SELECT first_day, end_day FROM partition").fetchall()
    dropped = to_drop(existing, [row[1] for row in rows], today)
    for day in dropped:
        connection.execute("SELECT drop_partition(%s)", (day,))
    forgotten = sum(_forget_rows(connection, row[0], row[1], today) for row in rows if row[1] is not None)
    return len(dropped), forgotten


def _forget_rows(connection: psycopg.Connection[Any], workspace: int, keep: int, today: date) -> int:
    below, total = partitions.day_floor(max(partitions.EPOCH, today - timedelta(days=keep))), 0
    for _ in range(CHUNKS):
        row = connection.execute("SELECT forget_messages(%s, %s, %s)", (workspace, below, CHUNK)).fetchone()
        gone: int = row[0] if row else 0
        total += gone
        if gone < CHUNK:
            break
    return total
