"""Request bodies: bounded in bytes, in time, and all together in memory."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from palabre.gate.answers import Receive, Scope, header

#: Seconds for a whole body of a webhook to come.
PATIENCE = 30


class TooLarge(Exception):
    """More bytes than the bound."""


class Gone(Exception):
    """Whoever was sending hung up."""


class Crowded(Exception):
    """Too many bytes are being received at once: come back in a moment."""


class Room:
    """The bytes of bodies that are held in memory at once."""

    def __init__(self, most: int) -> None:
        self._free = most

    @contextmanager
    def hold(self, size: int) -> Iterator[None]:
        """Take room for ``size`` bytes while the block runs. Raises ``Crowded``."""
        if size > self._free:
            raise Crowded
        self._free -= size
        try:
            yield
        finally:
            self._free += size


def told_length(scope: Scope) -> int | None:
    """Return the Content-Length, None when it is not told. The server has refused a malformed one."""
    text = header(scope, b"content-length")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


async def read(receive: Receive, most: int) -> bytes:
    """Return a whole body. Raises ``TooLarge``, ``Gone``, or ``TimeoutError`` when it comes too slowly."""
    pieces = bytearray()
    async with asyncio.timeout(PATIENCE):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            pieces += message.get("body", b"")
            if len(pieces) > most:
                raise TooLarge
            if not message.get("more_body", False):
                return bytes(pieces)
