"""The intake: received means committed to disk.

A delivery becomes, in one transaction: one ``intake`` row with its messages and events, the source's cursor and
health, its gaps, what was set aside; and ``NOTIFY intake`` wakes the worker. When ``commit`` has returned, the
delivery is on disk, and its cursor with it; when it raises, nothing of it is.

PostgreSQL refuses the character NUL in texts, and lone surrogates are no text at all: at this door each of both
becomes U+FFFD (the replacement character), everywhere in a delivery. Nothing behind it needs to think of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import psycopg
from psycopg.pq import TransactionStatus

from palabre.core.model import Delivery
from palabre.store import queries, wholesome

#: Characters kept of something that could not be read.
MAX_REJECT = 100_000

#: Rows beyond which the length of the queue is estimated.
_SAMPLE = 200

_SQL = queries.load("intake")

Connection = psycopg.Connection[Any]
AsyncConnection = psycopg.AsyncConnection[Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A delivery, and the source (of that workspace) that it comes from."""

    workspace: int
    source: int
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Backlog:
    """What the worker has not taken yet: intake rows, messages in them, and the oldest one's age in seconds.

    ``rows`` and ``messages`` are exact for a short queue and estimated for a long one.
    """

    rows: int
    messages: int
    oldest: float


def commit(connection: Connection, *, workspace: int, source: int, delivery: Delivery) -> int:
    """Commit ``delivery`` and return the number of its messages. Raises ``psycopg.Error``; see ``commit_all``."""
    return commit_all(connection, [Entry(workspace, source, delivery)])


async def commit_async(connection: AsyncConnection, *, workspace: int, source: int, delivery: Delivery) -> int:
    """Do as ``commit`` over an asynchronous connection."""
    return await commit_all_async(connection, [Entry(workspace, source, delivery)])


def commit_all(connection: Connection, entries: Sequence[Entry]) -> int:
    """Commit all of ``entries`` in one transaction, each with its own intake row; return how many messages.

    The connection must not be inside a transaction: what it does not end is not on disk.
    """
    _must_be_idle(connection.info.transaction_status)
    parameters = _parameters(entries)
    if connection.autocommit:  # one statement is a transaction by itself: one round trip
        connection.execute(_SQL["commit"], parameters)
    else:
        with connection.transaction():
            connection.execute(_SQL["commit"], parameters)
    return sum(len(entry.delivery.messages) for entry in entries)


async def commit_all_async(connection: AsyncConnection, entries: Sequence[Entry]) -> int:
    """Do as ``commit_all`` over an asynchronous connection."""
    _must_be_idle(connection.info.transaction_status)
    parameters = _parameters(entries)
    if connection.autocommit:
        await connection.execute(_SQL["commit"], parameters)
    else:
        async with connection.transaction():
            await connection.execute(_SQL["commit"], parameters)
    return sum(len(entry.delivery.messages) for entry in entries)


def pending(connection: Connection) -> Backlog:
    """Return how far the worker is behind: cheap enough (a bounded read) to be asked twice a second."""
    row = connection.execute(_SQL["pending"], {"sample": _SAMPLE}).fetchone()
    return _backlog(row)


async def pending_async(connection: AsyncConnection) -> Backlog:
    """Do as ``pending`` over an asynchronous connection."""
    cursor = await connection.execute(_SQL["pending"], {"sample": _SAMPLE})
    return _backlog(await cursor.fetchone())


def payload_of(delivery: Delivery) -> bytes | None:
    """Return what an intake row keeps: the JSON of a ``Delivery`` that has only ``messages`` and ``events``.

    None when there are none: nothing is left for the worker to understand.
    """
    if not delivery.messages and not delivery.events:
        return None
    return wholesome.encode(Delivery(messages=delivery.messages, events=delivery.events))


def _backlog(row: tuple[Any, ...] | None) -> Backlog:
    rows, messages, oldest = row or (0, 0, 0.0)
    return Backlog(int(rows), int(messages), max(0.0, float(oldest)))


def _parameters(entries: Iterable[Entry]) -> dict[str, Any]:
    listed = list(entries)
    described = [_description(place, entry) for place, entry in enumerate(listed, start=1)]
    return {
        "deliveries": wholesome.encode(described).decode(),
        "payloads": [payload_of(entry.delivery) for entry in listed],
    }


def _description(place: int, entry: Entry) -> Mapping[str, Any]:
    delivery = entry.delivery
    return {
        "place": place,
        "workspace": entry.workspace,
        "source": entry.source,
        "count": len(delivery.messages),
        "published": _newest(delivery),
        "cursor": delivery.cursor,
        "gaps": delivery.gaps,
        "rejects": [msgspec.structs.replace(one, payload=one.payload[:MAX_REJECT]) for one in delivery.rejects],
    }


def _newest(delivery: Delivery) -> datetime | None:
    return max((message.published for message in delivery.messages), default=None)


def _must_be_idle(status: TransactionStatus) -> None:
    if status != TransactionStatus.IDLE:
        raise ValueError(
            "A delivery is committed outside any other transaction, so that it is on disk when the call returns: "
            "give a connection that is idle, best of all in autocommit."
        )
