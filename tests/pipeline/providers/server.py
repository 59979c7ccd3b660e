"""A small HTTP server of the tests' own, that answers as it is told: well, badly, slowly, never."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

Answer = Callable[["Call"], "tuple[int, bytes] | None"]


@dataclass
class Call:
    """One request: its path, headers in lower case, and body."""

    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class Server:
    """What was asked, and how to answer: ``None`` never answers."""

    answer: Answer
    port: int = 0
    calls: list[Call] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.transport.abort()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        call = Call(head[0].split(" ")[1], headers, json.loads(body))
        self.calls.append(call)
        told = self.answer(call)
        if told is None:
            await asyncio.sleep(3600)
            return
        status, answer = told
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(answer)}\r\nConnection: close\r\n\r\n".encode())
        writer.write(answer)
        await writer.drain()
        writer.close()
        await writer.wait_closed()


@contextlib.asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[Server]:
    """Serve on a port of its own while inside."""
    server = Server(answer)
    tasks: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(server.handle(reader, writer))
        tasks.add(task)

    listening = await asyncio.start_server(connected, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        listening.close()


def chat(**scores: float) -> bytes:
    """Return the answer of an OpenAI-compatible server that says ``scores``."""
    return json.dumps({"choices": [{"message": {"content": json.dumps(scores)}}]}).encode()


def perspective(**scores: float) -> bytes:
    """Return the answer of a Perspective-compatible server."""
    told = {name: {"summaryScore": {"value": value, "type": "PROBABILITY"}} for name, value in scores.items()}
    return json.dumps({"attributeScores": told, "languages": ["fr"]}).encode()
