"""Rows of the stream, drawn by the desk once for all the browsers that read them alike, and pushed to them.

Five browsers that hear of the same messages, ten times a second, would ask the desk for the same rows. Here one
errand is run for all, on the access of one of those who wait: the desk has the database say whether that is still
a member. Nothing is promised: a browser that is not pushed a row in time asks for it by itself.
"""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import quote

import msgspec

from palabre.gate import frames, headers
from palabre.gate.frames import Announcement
from palabre.gate.hub import Listener
from palabre.gate.wire import Wire, WireError
from palabre.gate.wires import DeskAway, DeskBusy, Wires
from palabre.gate.wishes import Wish
from palabre.store import errand

#: Ids of one request, ids that wait for the next one (the newest; a page shows no more), bytes of an answer: a row
#: takes 0.8 to 1.2 kB, and a frame half of the room of a slow browser.
MOST_IDS, MOST_WAITING, MOST_BYTES = 80, 200, 112 * 1024

#: Requests under way at once, for all workspaces: the desk serves eight, and people come first.
MOST_ASKING = 4

#: Seconds from one request for the same readers to the next: what a browser does for rows costs it more by the time
#: than by the row.
PACE = 0.02

#: Seconds for an answer, and for which nothing is asked after a failure.
PATIENCE, REST = 2.0, 1.0

_US = headers.Client("127.0.0.1", "http", b"localhost")
_FAILURES = (WireError, DeskAway, DeskBusy, TimeoutError)


class Refused(Exception):
    """The desk answered, but no rows: access lost, another language since, a fault, too many bytes."""


class _News(msgspec.Struct):
    """What is read of an announcement of messages."""

    ids: list[int] = []


class Rows:
    """The circles of browsers that wait for rows, by workspace."""

    def __init__(self, wires: Wires, secret: str) -> None:
        self._desk = _Desk(wires, secret)
        self._circles: dict[int, dict[tuple[str, str], Circle]] = {}

    def join(self, listener: Listener, wish: Wish) -> None:
        """Push rows to this browser from now on, until it leaves."""
        circles = self._circles.setdefault(listener.workspace, {})
        circle = circles.setdefault((wish.slug, wish.reader), Circle(self._desk, wish.slug, wish.reader))
        circle.listeners[listener] = None

    def leave(self, listener: Listener) -> None:
        """Forget a browser."""
        circles = self._circles.get(listener.workspace, {})
        for alike, circle in list(circles.items()):
            circle.listeners.pop(listener, None)
            if not circle.listeners:
                circle.close()
                del circles[alike]
        if not circles:
            self._circles.pop(listener.workspace, None)

    def hear(self, announcement: Announcement) -> None:
        """Have the rows of these messages drawn for who waits for them."""
        circles = self._circles.get(announcement.workspace)
        if not circles or announcement.kind != "messages":
            return
        try:
            ids = msgspec.json.decode(announcement.body, type=_News).ids
        except msgspec.MsgspecError:
            return
        for circle in circles.values():
            circle.hear(ids)

    def close(self) -> None:
        """Ask for nothing more."""
        for circles in self._circles.values():
            for circle in circles.values():
                circle.close()


class Circle:
    """The browsers of one workspace that read in one language and time zone: one request at a time for all."""

    def __init__(self, desk: "_Desk", slug: str, reader: str) -> None:
        self.listeners: dict[Listener, None] = {}  # in the order in which they are asked for
        self._desk = desk
        self._path = f"{errand.PATH}rows/{slug}?for={quote(reader, safe=',/')}"
        self._waiting: set[int] = set()
        self._task: asyncio.Task[None] | None = None
        self._resting_until = 0.0

    def hear(self, ids: Iterable[int]) -> None:
        """Ask for these rows: at once, or together with others that come while a request is under way."""
        loop = asyncio.get_running_loop()
        if loop.time() < self._resting_until:
            return
        self._waiting.update(one for one in ids if one > 0)
        if len(self._waiting) > MOST_WAITING:
            self._waiting = set(sorted(self._waiting)[-MOST_WAITING:])
        if self._waiting and self._task is None:
            self._task = loop.create_task(self._run())

    def close(self) -> None:
        """Give up what is under way."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    async def _run(self) -> None:
        """Ask until nothing waits, with rests: a slow desk, or a busy stream, draws more at a time."""
        loop = asyncio.get_running_loop()
        try:
            while self._waiting and self.listeners:
                began = loop.time()
                await self._push(sorted(self._waiting)[:MOST_IDS])  # the first to come waited longest
                took = loop.time() - began
                await asyncio.sleep(max(took / 2, PACE - took))
        finally:
            self._task = None

    async def _push(self, ids: list[int]) -> None:
        self._waiting.difference_update(ids)
        asker = next(iter(self.listeners))
        try:
            html = await self._desk.ask(f"{self._path}&person={asker.person}&ids={','.join(map(str, ids))}")
        except (Refused, *_FAILURES):
            self._rest(asker)
            return
        data = frames.rows(ids, html)
        for listener in self.listeners:
            listener.spare(data)

    def _rest(self, asker: Listener) -> None:
        """Leave the desk alone for a while; then ask for another, if there is one."""
        if asker in self.listeners:
            self.listeners[asker] = self.listeners.pop(asker)  # last in line
        self._waiting.clear()
        self._resting_until = asyncio.get_running_loop().time() + REST


class _Desk:
    """Asks the desk for rows: a bounded number of requests at once, of bytes and of seconds each."""

    def __init__(self, wires: Wires, secret: str) -> None:
        self._wires = wires
        self._secret = secret
        self._room = asyncio.Semaphore(MOST_ASKING)

    async def ask(self, path: str) -> str:
        """Return the HTML at ``path``. Raises ``Refused`` or one of ``_FAILURES``."""
        async with asyncio.timeout(PATIENCE), self._room, self._wires.wire() as wire:
            wire.ask(_head(path, errand.sign(path, self._secret, datetime.now(UTC))), bodiless=False)
            status, given = await wire.head()
            if status != 200:
                raise Refused
            body = await _body(wire)
        if not _is_html(given):
            raise Refused
        return body.decode("utf-8", "replace")


def _head(path: str, signature: str) -> bytes:
    """Write the request's head. Nothing of it can hold a line break: all was checked when the stream began."""
    own = [(b"host", _US.host), (errand.HEADER.encode(), signature.encode())]
    lines = [f"GET {path} HTTP/1.1".encode()]
    lines += [name + b": " + value for name, value in headers.to_desk(own, _US, trusted=False)]
    return b"\r\n".join(lines) + b"\r\n\r\n"


async def _body(wire: Wire) -> bytes:
    """Return a whole body. Raises ``Refused`` where it is too long."""
    body = bytearray()
    async for piece in wire.body():
        body += piece
        if len(body) > MOST_BYTES:
            raise Refused
    return bytes(body)


def _is_html(given: Iterable[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in given)
