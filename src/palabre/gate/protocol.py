"""Our server's HTTP protocol, with the bounds that it lacks: on heads without end, on bodies that nobody wants."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

#: Bytes of a request line and headers; seconds in which they must have come.
MOST_HEAD, HEAD_PATIENCE = 64 * 1024, 20.0

#: Bytes of a refused body that are read and thrown away. Hanging up at once would reset the connection, and most
#: clients, still sending, would never see why they were refused (RFC 9112, section 9.6).
MOST_UNWANTED = 64 * 1024 * 1024


class BoundedProtocol(HttpToolsProtocol):
    """Refuses heads that have no end, and hangs up on those that never come."""

    _head = 0
    _unwanted = 0
    _slow: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock of the first head."""
        super().connection_made(transport)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._unwatch()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Start the clock of a further head."""
        self._head = self._unwanted = 0
        self._watch()
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        """Bound the request line."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Bound the headers."""
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head has come."""
        self._unwatch()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Bound what comes after the answer."""
        if self.cycle.response_complete:
            self._unwanted += len(body)
            if self._unwanted > MOST_UNWANTED:
                self.transport.abort()
        super().on_body(body)

    def data_received(self, data: bytes) -> Any:
        """Read on, unless the head is refused already."""
        if not self.transport.is_closing():
            super().data_received(data)

    def _count(self, size: int) -> None:
        self._head += size
        if self._head > MOST_HEAD:
            raise ValueError("The head of a request is too long.")  # answered 400 by the parser's caller

    def _watch(self) -> None:
        self._unwatch()
        self._slow = self.loop.call_later(HEAD_PATIENCE, self.transport.abort)

    def _unwatch(self) -> None:
        if self._slow is not None:
            self._slow.cancel()
            self._slow = None
