"""A small desk: answers whole HTTP/1.1 requests as the test says, and remembers what it was asked."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType


@dataclass
class Asked:
    """One request as it reached the desk."""

    line: str
    headers: list[tuple[str, str]]
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]


Answer = Callable[[Asked, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def say(writer: asyncio.StreamWriter, body: bytes = b"ok", status: str = "200 OK", *headers: str) -> None:
    """Write a whole answer."""
    head = [f"HTTP/1.1 {status}", f"content-length: {len(body)}", "content-type: text/plain", *headers]
    writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
    await writer.drain()


async def politely(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Read the body whole and say ok."""
    length = int((asked.all("content-length") or ["0"])[0])
    asked.body = await reader.readexactly(length)
    await say(writer)


@dataclass
class FakeDesk:
    """A server on a port of its own; ``answer`` may be replaced at any time."""

    answer: Answer = politely
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    most_at_once: int = 0
    port: int = 0
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def __aenter__(self) -> "FakeDesk":
        await self.listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.fall()

    async def listen(self) -> None:
        """Begin to listen, on the same port as before if there was one."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, limit=2**20)
        self.port = self._server.sockets[0].getsockname()[1]

    async def fall(self) -> None:
        """Stop at once, as a process that is killed."""
        self._server.close()
        for writer in list(self._open):
            writer.transport.abort()
        await self._server.wait_closed()
        await asyncio.sleep(0.01)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._open.add(writer)
        self.most_at_once = max(self.most_at_once, len(self._open))
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                line, *rest = head.strip().split("\r\n")
                pairs = [one.split(": ", 1) for one in rest]
                asked = Asked(line, [(name.lower(), value) for name, value in pairs])
                self.asked.append(asked)
                await self.answer(asked, reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._open.discard(writer)
            writer.close()
