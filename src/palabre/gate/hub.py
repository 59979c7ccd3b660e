"""The hub: each announcement is encoded once, kept a while, and handed to every browser of its workspace."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from palabre.gate.frames import HEARTBEAT, Announcement, frame, gap
from palabre.gate.ring import Ring

#: Frames and bytes that may wait for a slow browser; beyond, it is told to reload instead.
MOST_WAITING, MOST_WAITING_BYTES = 200, 256 * 1024


@dataclass(slots=True, eq=False)
class Listener:
    """One browser's event stream: what waits to be written to it.

    ``person`` and ``session`` are those of its ticket, ``until`` the ticket's end (Unix seconds).
    """

    workspace: int
    person: int
    session: str
    until: float
    closed: bool = False
    #: When a write that has not ended began (seconds of the loop's clock); None between writes.
    writing_since: float | None = None
    _waiting: deque[bytes] = field(default_factory=deque)
    _size: int = 0
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    def offer(self, number: int, data: bytes) -> None:
        """Put a frame in line; a line too long is replaced by the word to reload."""
        if len(self._waiting) >= MOST_WAITING or self._size + len(data) > MOST_WAITING_BYTES:
            self._waiting.clear()
            self._size, data = 0, gap(number)
        self._put(data)

    def spare(self, data: bytes) -> None:
        """Put a frame in line that one can do without: where there is no room to spare, it is let go.

        It takes half of the room at most, so that it never makes announcements be missed.
        """
        if len(self._waiting) < MOST_WAITING // 2 and self._size + len(data) <= MOST_WAITING_BYTES // 2:
            self._put(data)

    def beat(self) -> None:
        """Send a heartbeat to a browser for which nothing else waits."""
        if not self._waiting:
            self._put(HEARTBEAT)

    def close(self) -> None:
        """End the stream once what waits has been written."""
        self.closed = True
        self._wake.set()

    async def take(self) -> bytes | None:
        """Return all that waits, in one piece, when there is any; None when the stream ends."""
        while not self._waiting:
            if self.closed:
                return None
            self._wake.clear()
            await self._wake.wait()
        data = b"".join(self._waiting)
        self._waiting.clear()
        self._size = 0
        return data

    def _put(self, data: bytes) -> None:
        self._waiting.append(data)
        self._size += len(data)
        self._wake.set()


class Hub:
    """Workspaces' recent announcements and the browsers that listen to them.

    ``on_news`` is told of each announcement once it has been handed out.
    """

    def __init__(self, on_news: Callable[[Announcement], None] = lambda _: None) -> None:
        self._on_news = on_news
        self.last = 0
        self._floor = 0
        self._rings: dict[int, Ring] = {}
        self._listeners: dict[int, set[Listener]] = {}
        self.loaded = asyncio.Event()

    def load(self, newest: Iterable[Announcement]) -> None:
        """Start from the table's newest announcements, in order: nothing before the first is known here."""
        known = list(newest)
        self._floor = known[0].id - 1 if known else 0
        for announcement in known:
            self.publish(announcement)
        self.loaded.set()

    def publish(self, announcement: Announcement) -> None:
        """Keep an announcement and hand it to who listens. One already known is let pass.

        Announcements are numbered in the order of commits, and come in that order.
        """
        if announcement.id <= self.last:
            return
        self.last = announcement.id
        data = frame(announcement)
        self._ring(announcement.workspace).add(announcement.id, data)
        for listener in self._listeners.get(announcement.workspace, ()):
            listener.offer(announcement.id, data)
        self._on_news(announcement)

    def join(self, listener: Listener, last: int | None) -> list[bytes]:
        """Add a browser; return the frames to begin with: what follows ``last``, or the word to reload.

        Without ``last`` the browser has just drawn its page: nothing to replay.
        """
        self._listeners.setdefault(listener.workspace, set()).add(listener)
        if last is None:
            return []
        known = self._ring(listener.workspace).after(last) if last <= self.last else None
        return [gap(self.last)] if known is None else known

    def leave(self, listener: Listener) -> None:
        """Forget a browser."""
        listeners = self._listeners.get(listener.workspace, set())
        listeners.discard(listener)
        if not listeners:
            self._listeners.pop(listener.workspace, None)

    def listeners(self) -> Iterator[Listener]:
        """Return every browser that listens."""
        return (listener for group in list(self._listeners.values()) for listener in list(group))

    def _ring(self, workspace: int) -> Ring:
        if workspace not in self._rings:
            self._rings[workspace] = Ring(self._floor)
        return self._rings[workspace]
