"""One HTTP/1.1 connection to the desk: a request out, an answer in, both streamed with back-pressure.

A general client was the bottleneck: 425 requests/s went through the gate with httpx, 4,800 with this (wrk, 16
connections, pages of 8 kB, two cores). The desk is one known server on the loopback interface, and llhttp (by
httptools, which our own server uses too) reads what it says.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from typing import cast

import httptools

#: Bytes of an answer that wait for a slow browser before the desk is asked to pause.
_MOST_WAITING = 256 * 1024
_MOST_HEAD = 128 * 1024


class WireError(Exception):
    """The desk hung up or answered something that is not HTTP."""


class Wire(asyncio.Protocol):
    """A connection used for one exchange at a time."""

    transport: asyncio.Transport
    _parser: httptools.HttpResponseParser
    _headers: list[tuple[bytes, bytes]]
    _pieces: deque[bytes]
    _waiting: int
    _paused: bool

    def __init__(self) -> None:
        self.closed = False
        self.last_used = 0.0
        self._may_write = asyncio.Event()
        self._may_write.set()
        self._something = asyncio.Event()
        self._idle()

    # -- what the proxy asks

    def ask(self, head: bytes, bodiless: bool) -> None:
        """Send a request's head; ``bodiless`` when its answer has no body whatever it says (HEAD)."""
        self._idle()
        self._busy, self._bodiless = True, bodiless
        self._parser = httptools.HttpResponseParser(self)
        self.transport.write(head)

    async def send(self, data: bytes) -> None:
        """Send a piece of the request's body, and wait while the desk is slow to read."""
        if self.closed:
            raise WireError("The desk hung up while it was sent a request.")
        self.transport.write(data)
        await self._may_write.wait()

    async def head(self) -> tuple[int, list[tuple[bytes, bytes]]]:
        """Return the answer's status and headers once they are whole. Raises ``WireError``."""
        while not self._has_head:
            self._check()
            await self._wait()
        return self._status, self._headers

    async def body(self) -> AsyncGenerator[bytes, None]:
        """Yield the answer's body as it comes. Raises ``WireError`` when it is cut short."""
        while True:
            while self._pieces:
                yield self._next_piece()
            if self.complete:
                return
            self._check()
            await self._wait()

    def take_whole(self) -> bytes | None:
        """Return the whole body when it is already there: most answers come in one piece."""
        if not self.complete:
            return None
        return b"".join(self._next_piece() for _ in range(len(self._pieces)))

    @property
    def reusable(self) -> bool:
        """Tell whether another request may be sent here."""
        return self.complete and self._keep and not self.closed and not self._pieces

    def close(self) -> None:
        """Hang up."""
        self.closed = True
        self.transport.abort()

    # -- what asyncio tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember the transport."""
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Read what the desk says."""
        if not self._busy:
            self.close()  # it speaks when nothing was asked
            return
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._fail("The desk answered something that is not HTTP.")
        self._something.set()

    def connection_lost(self, error: Exception | None) -> None:
        """End the exchange: an answer without length ends with its connection."""
        self.closed = True
        if self._busy and self._has_head and not self._sized and error is None:
            self.on_message_complete()
        self._may_write.set()
        self._something.set()

    def pause_writing(self) -> None:
        """The desk is slow to read."""
        self._may_write.clear()

    def resume_writing(self) -> None:
        """The desk has read."""
        self._may_write.set()

    # -- what the parser tells

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header; a head without end is refused."""
        self._head_size += len(name) + len(value)
        if self._head_size > _MOST_HEAD:
            raise WireError("The head of the answer is too long.")
        self._headers.append((name, value))
        self._sized |= name.lower() in (b"content-length", b"transfer-encoding")

    def on_headers_complete(self) -> None:
        """Note the status; interim answers (1xx) are passed over."""
        status = self._parser.get_status_code()
        if status < 200:
            self._headers = []
            return
        self._status, self._has_head = status, True
        self._keep = self._parser.should_keep_alive() and not self._bodiless
        if self._bodiless or status in (204, 304):
            self.complete = True

    def on_body(self, data: bytes) -> None:
        """Keep a piece of the body, and ask the desk to pause when the browser is slow."""
        if self._bodiless:
            return
        self._pieces.append(data)
        self._waiting += len(data)
        if self._waiting > _MOST_WAITING and not self._paused:
            self._paused = True
            self.transport.pause_reading()

    def on_message_complete(self) -> None:
        """The answer is whole."""
        if self._has_head:
            self.complete = True

    # -- helpers

    def _idle(self) -> None:
        self._busy = self._has_head = self.complete = self._keep = self._sized = self._bodiless = False
        self._paused = False
        self._status = self._waiting = self._head_size = 0
        self._headers, self._pieces = [], deque()
        self._error = ""

    def _next_piece(self) -> bytes:
        piece = self._pieces.popleft()
        self._waiting -= len(piece)
        if self._paused and self._waiting <= _MOST_WAITING // 2 and not self.closed:
            self._paused = False
            self.transport.resume_reading()
        return piece

    def _fail(self, reason: str) -> None:
        self._error = reason
        self.close()

    def _check(self) -> None:
        if self._error or self.closed:
            raise WireError(self._error or "The desk hung up before the end of its answer.")

    async def _wait(self) -> None:
        self._something.clear()
        await self._something.wait()
