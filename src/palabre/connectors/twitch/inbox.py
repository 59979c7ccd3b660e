"""What was received and not yet handed over: bounded, and handed over often."""

import asyncio
from datetime import datetime
from typing import NamedTuple

from palabre.connectors.twitch.pace import Pace
from palabre.connectors.twitch.parse import Said
from palabre.core.model import Delivery, Event, Gap, Message, Reject


class Entry(NamedTuple):
    """One thing received. ``seen`` is the time up to which nothing is missing once it is handed over, if known.

    An entry may hold nothing but that time.
    """

    said: Said | Gap | None
    seen: datetime | None


class Inbox:
    """A queue between the connection, which must never wait long, and the store, which may."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._queue: asyncio.Queue[Entry | Exception] = asyncio.Queue(pace.room)
        self._next_flush = 0.0
        self._failure: Exception | None = None

    async def put(self, entry: Entry) -> None:
        """Add an entry, waiting while there is no room."""
        await self._queue.put(entry)

    async def fail(self, error: Exception) -> None:
        """End the queue: ``take`` raises ``error`` once all that came before is taken."""
        await self._queue.put(error)

    async def take(self) -> Delivery:
        """Wait for something, then return all that is there: at once after a quiet time, else once a flush."""
        if self._failure:
            raise self._failure
        entries = self._add([], await self._queue.get())
        loop = asyncio.get_running_loop()
        if not self._failure and self._queue.qsize() + 1 < self._pace.batch:
            await asyncio.sleep(self._next_flush - loop.time())
        while not self._failure and not self._queue.empty() and len(entries) < self._pace.batch:
            self._add(entries, self._queue.get_nowait())
        if self._failure and not entries:
            raise self._failure
        self._next_flush = loop.time() + self._pace.flush
        return delivery(entries)

    def _add(self, entries: list[Entry], taken: Entry | Exception) -> list[Entry]:
        if isinstance(taken, Exception):
            self._failure = taken
        else:
            entries.append(taken)
        return entries


def delivery(entries: list[Entry]) -> Delivery:
    """Return what the entries hold, with the latest time up to which nothing is missing as the cursor. Pure."""
    things = [entry.said for entry in entries]
    seen = [entry.seen for entry in entries if entry.seen]
    return Delivery(
        messages=tuple(thing for thing in things if isinstance(thing, Message)),
        events=tuple(thing for thing in things if isinstance(thing, Event)),
        gaps=tuple(thing for thing in things if isinstance(thing, Gap)),
        rejects=tuple(thing for thing in things if isinstance(thing, Reject)),
        cursor={"seen": seen[-1].isoformat()} if seen else None,
    )
