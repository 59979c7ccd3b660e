"""The connections to the desk: a bounded number, kept a moment for the next request."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from palabre.gate.wire import Wire

#: Connections at once; seconds to connect, to wait for a free one, and for which an unused one is trusted.
MOST, CONNECT_TIMEOUT, PATIENCE, FRESH = 64, 2.0, 15.0, 2.0


class DeskAway(Exception):
    """The desk does not take connections: it is starting, or it fell."""


class DeskBusy(Exception):
    """All connections to the desk are taken, and stay so."""


class Wires:
    """Lends connections to one address."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._room = asyncio.Semaphore(MOST)
        self._kept: list[Wire] = []

    @asynccontextmanager
    async def wire(self) -> AsyncIterator[Wire]:
        """Lend a connection on which a request may be sent. Raises ``DeskAway`` or ``DeskBusy``."""
        await self._enter()
        try:
            wire = self._fresh() or await self._connect()
            try:
                yield wire
            finally:
                self._put_back(wire)
        finally:
            self._room.release()

    def close(self) -> None:
        """Hang up all."""
        while self._kept:
            self._kept.pop().close()

    async def _enter(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._room.acquire()
        except TimeoutError:
            raise DeskBusy from None

    def _fresh(self) -> Wire | None:
        """Return a connection used so recently that the desk cannot be about to hang up."""
        now = asyncio.get_running_loop().time()
        while self._kept:
            wire = self._kept.pop()
            if not wire.closed and not wire.transport.is_closing() and now - wire.last_used < FRESH:
                return wire
            wire.close()
        return None

    async def _connect(self) -> Wire:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT):
                _, wire = await loop.create_connection(Wire, self._host, self._port)
        except OSError as error:
            raise DeskAway from error
        return wire

    def _put_back(self, wire: Wire) -> None:
        if wire.reusable:
            wire.last_used = asyncio.get_running_loop().time()
            self._kept.append(wire)
        else:
            wire.close()
