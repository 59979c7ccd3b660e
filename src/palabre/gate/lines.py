"""Connections to the database, made when asked for: a database that comes back is found at the next request.

A pool that reconnects on its own pace would refuse calls for a while after the database is back; here each
request tries, and a refused connection on the loopback interface costs a fraction of a millisecond.
"""

import asyncio
import select
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

Connection = psycopg.AsyncConnection[tuple[Any, ...]]

#: Seconds to connect (the least that libpq takes), for a statement, and for a free line.
CONNECT_TIMEOUT, STATEMENT_TIMEOUT, PATIENCE = 2, 10, 5


async def connect(url: str) -> Connection:
    """Return a connection in autocommit whose statements are bounded in time. Raises ``psycopg.Error``."""
    connection = await psycopg.AsyncConnection.connect(
        url, autocommit=True, connect_timeout=CONNECT_TIMEOUT, application_name="palabre gate"
    )
    await connection.execute(f"SET statement_timeout = '{STATEMENT_TIMEOUT}s'".encode())
    return connection


class Lines:
    """At most ``size`` connections to one database, kept while they are sound."""

    def __init__(self, url: str, size: int) -> None:
        self._url = url
        self._room = asyncio.Semaphore(size)
        self._idle: list[Connection] = []

    @asynccontextmanager
    async def line(self) -> AsyncIterator[Connection]:
        """Lend a connection. Raises ``psycopg.Error`` or ``TimeoutError`` when the database is away or swamped."""
        async with asyncio.timeout(PATIENCE):
            await self._room.acquire()
        try:
            connection = await self._sound()
            try:
                yield connection
            finally:
                await self._put_back(connection)
        finally:
            self._room.release()

    async def rows(self, query: bytes, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
        """Run one statement that only reads, or that may run twice, and return its rows."""
        async with self.line() as connection, asyncio.timeout(STATEMENT_TIMEOUT):
            cursor = await connection.execute(query, parameters)
            return await cursor.fetchall() if cursor.description else []

    async def close(self) -> None:
        """Close what is idle."""
        while self._idle:
            await self._idle.pop().close()

    async def _sound(self) -> Connection:
        while self._idle:
            connection = self._idle.pop()
            if not _has_ended(connection):
                return connection
            await connection.close()
        return await connect(self._url)

    async def _put_back(self, connection: Connection) -> None:
        if not connection.closed and connection.info.transaction_status == TransactionStatus.IDLE:
            self._idle.append(connection)
        else:
            await connection.close()


def _has_ended(connection: Connection) -> bool:
    """Tell whether the server hung up. An idle connection has nothing to read but the end, or a farewell."""
    if connection.closed:
        return True
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return bool(poll.poll(0))
