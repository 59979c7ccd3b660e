"""A chat server that speaks as Twitch does, with its tags, over TCP, TLS or WebSocket, and obeys a test.

It welcomes, acknowledges capabilities, echoes joins and answers pings; the rest is said by the test.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import trustme
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

Send = Callable[[bytes], Awaitable[None]]
Cut = Callable[[], None]


@dataclass
class Client:
    """One connection: what it said, and how to speak to it or cut it."""

    send: Send
    cut: Cut
    lines: list[str] = field(default_factory=list)

    @property
    def nick(self) -> str:
        """The name it gave last."""
        return next((line.split()[1] for line in reversed(self.lines) if line.startswith("NICK ")), "?")


@dataclass
class TwitchServer:
    """What every connection meets; a test changes it as it goes."""

    port: int = 0
    clients: list[Client] = field(default_factory=list)
    #: Channels that do not exist: nothing is answered, as on Twitch.
    unknown: set[str] = field(default_factory=set)
    #: What to answer instead of a welcome.
    refusal: str = ""
    #: A server whose machine is gone answers nothing any more.
    mute: bool = False
    #: How many connections have been dropped.
    gone: int = 0

    async def say(self, line: str | bytes) -> None:
        """Send a line to everyone."""
        data = line if isinstance(line, bytes) else line.encode()
        for client in self.present:
            await client.send(data + b"\r\n")

    def drop(self) -> None:
        """Cut every connection without a word."""
        for client in self.present:
            client.cut()
        self.gone = len(self.clients)

    @property
    def present(self) -> list[Client]:
        """Connections since the last drop."""
        return self.clients[self.gone :]

    def joined(self, channel: str) -> bool:
        """Whether someone present has joined a channel."""
        return any(f"JOIN {channel}" in client.lines for client in self.present)

    async def answer(self, client: Client, line: str) -> None:
        """Answer one line as Twitch does."""
        client.lines.append(line)
        if self.mute:
            return
        words = line.split()
        for reply in self._replies(client, words):
            await client.send(f"{reply}\r\n".encode())

    def _replies(self, client: Client, words: list[str]) -> list[str]:
        match words:
            case ["CAP", "LS", *_]:
                return [":tmi.twitch.tv CAP * LS :twitch.tv/commands twitch.tv/membership twitch.tv/tags"]
            case ["CAP", "REQ", *names]:
                return [f":tmi.twitch.tv CAP * ACK {' '.join(names)}"]
            case ["NICK", nick]:
                return [self.refusal] if self.refusal else [f":tmi.twitch.tv 001 {nick} :Welcome, GLHF!"]
            case ["JOIN", channel] if channel not in self.unknown:
                return [f":{client.nick}!{client.nick}@{client.nick}.tmi.twitch.tv JOIN {channel}"]
            case ["PING", *rest]:
                return [f":tmi.twitch.tv PONG tmi.twitch.tv {' '.join(rest)}"]
        return []


@asynccontextmanager
async def twitch_server(transport: str = "tcp", authority: trustme.CA | None = None) -> AsyncIterator[TwitchServer]:
    """Run a server on a free port of 127.0.0.1; ``tls`` and ``websocket_tls`` need an ``authority``."""
    server = TwitchServer()
    tls = _tls(authority) if authority else None
    opener = _websocket if transport.startswith("websocket") else _stream
    async with opener(server, tls):
        try:
            yield server
        finally:
            server.drop()


@asynccontextmanager
async def _stream(server: TwitchServer, tls: ssl.SSLContext | None) -> AsyncIterator[None]:
    async def serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def send(data: bytes) -> None:
            writer.write(data)
            await writer.drain()

        client = Client(send, writer.transport.abort)
        server.clients.append(client)
        try:
            while line := await reader.readline():
                await server.answer(client, line.decode().strip())
        except OSError:
            pass
        finally:
            writer.transport.abort()

    listening = await asyncio.start_server(serve_one, "127.0.0.1", 0, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield
    finally:
        listening.close()


@asynccontextmanager
async def _websocket(server: TwitchServer, tls: ssl.SSLContext | None) -> AsyncIterator[None]:
    async def serve_one(connection: ServerConnection) -> None:
        async def send(data: bytes) -> None:
            """Text where it is text: a frame of text that is not UTF-8 breaks the protocol itself."""
            await connection.send(data.rstrip(b"\r\n"), text=_is_text(data))

        client = Client(send, connection.transport.abort)
        server.clients.append(client)
        try:
            async for message in connection:
                for line in str(message).splitlines():
                    await server.answer(client, line)
        except ConnectionClosed:
            pass

    async with serve(serve_one, "127.0.0.1", 0, ssl=tls) as listening:
        server.port = next(iter(listening.sockets)).getsockname()[1]
        yield


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    return context
