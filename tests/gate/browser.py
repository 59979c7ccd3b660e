"""A browser's event source, as the standard reads a stream (WHATWG HTML § 9.2.6)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

import httpx


class Event(NamedTuple):
    """One event dispatched to the page."""

    kind: str
    data: str
    id: str


@dataclass
class EventSource:
    """What one stream said so far."""

    response: httpx.Response
    last_id: str = ""
    retries: list[int] = field(default_factory=list)
    comments: int = 0
    _lines: AsyncIterator[str] | None = None

    async def next(self) -> Event | None:
        """Return the next event; None when the stream has ended."""
        self._lines = self._lines or self.response.aiter_lines()
        kind, data = "", []
        async with asyncio.timeout(15):
            async for line in self._lines:
                name, _, value = line.partition(":")
                value = value.removeprefix(" ")
                if not line:
                    if data:
                        return Event(kind or "message", "\n".join(data), self.last_id)
                    kind = ""
                elif not name:
                    self.comments += 1
                elif name == "id":
                    self.last_id = value
                elif name == "event":
                    kind = value
                elif name == "data":
                    data.append(value)
                elif name == "retry":
                    self.retries.append(int(value))
        return None

    async def take(self, count: int) -> list[Event]:
        """Return the next ``count`` events."""
        found = [await self.next() for _ in range(count)]
        return [event for event in found if event is not None]

    async def opened(self) -> None:
        """Wait until the head of the stream has come: what is announced from now on is heard."""
        self._lines = self._lines or self.response.aiter_lines()
        async with asyncio.timeout(15):
            async for line in self._lines:
                name, _, value = line.partition(": ")
                if name == "retry":
                    self.retries.append(int(value))
                elif name == "id":
                    self.last_id = value
                elif not line:
                    return


@asynccontextmanager
async def listen(
    client: httpx.AsyncClient, slug: str, cookie: str, last: str | int | None = None
) -> AsyncIterator[EventSource]:
    """Open the stream of a workspace, after its head."""
    headers = {"cookie": cookie, "accept": "text/event-stream"}
    if last is not None:
        headers["last-event-id"] = str(last)
    async with client.stream("GET", f"/events/{slug}", headers=headers) as response:
        assert response.status_code == 200, await response.aread()
        source = EventSource(response)
        await source.opened()
        yield source
