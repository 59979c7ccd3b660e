"""The three ways to a chat server, TCP, TLS and WebSocket, with one face: bytes in, bytes out, and an end."""

import asyncio
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI, WebSocketException

from palabre.connectors.contract import ErrorClass
from palabre.connectors.twitch.settings import Settings

#: Bytes read at once, and bytes of a WebSocket message beyond which the link is cut.
CHUNK, MAX_FRAME = 65_536, 262_144

#: Seconds for a link to close politely before it is cut.
CLOSING = 0.5

MakeTls = Callable[[], ssl.SSLContext]


class LinkError(Exception):
    """A link could not be made, or broke: its class, and why in both languages."""

    def __init__(self, kind: ErrorClass, french: str, english: str) -> None:
        super().__init__(english)
        self.kind: ErrorClass = kind
        self.french = french
        self.english = english


class Link(Protocol):
    """A connection to a server."""

    async def read(self) -> bytes:
        """Return the next bytes, at least one. Raises ``LinkError`` at the end."""
        ...

    async def write(self, data: bytes) -> None:
        """Send whole lines. Raises ``LinkError`` if the link is broken."""
        ...

    async def close(self) -> None:
        """Close, within ``CLOSING`` seconds; never raises."""
        ...


async def open_link(settings: Settings, make_tls: MakeTls, seconds: float) -> Link:
    """Connect within ``seconds``. Raises ``LinkError``."""
    opener = _open_websocket if settings.transport.startswith("websocket") else _open_stream
    try:
        async with asyncio.timeout(seconds):
            return await opener(settings, make_tls() if settings.encrypted else None)
    except (OSError, WebSocketException) as error:
        raise _explained(error, settings) from error


async def _open_stream(settings: Settings, tls: ssl.SSLContext | None) -> Link:
    name = settings.host if tls else None
    pair = await asyncio.open_connection(settings.host, settings.port, ssl=tls, server_hostname=name, limit=CHUNK)
    return _StreamLink(*pair)


async def _open_websocket(settings: Settings, tls: ssl.SSLContext | None) -> Link:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"{'wss' if tls else 'ws'}://{host}:{settings.port}/"
    return _WebSocketLink(
        await connect(
            address,
            ssl=tls,
            max_size=MAX_FRAME,
            max_queue=64,
            compression=None,
            close_timeout=CLOSING,
            open_timeout=None,
        )
    )


class _StreamLink:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read(self) -> bytes:
        try:
            data = await self._reader.read(CHUNK)
        except OSError as error:
            raise _broken(error) from error
        if not data:
            raise _ended()
        return data

    async def write(self, data: bytes) -> None:
        try:
            self._writer.write(data)
            await self._writer.drain()
        except OSError as error:
            raise _broken(error) from error

    async def close(self) -> None:
        self._writer.close()
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(CLOSING):
                await self._writer.wait_closed()
        self._writer.transport.abort()


class _WebSocketLink:
    """A message of a WebSocket holds whole lines, the last with or without its end (IRCv3 leaves it out)."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    async def read(self) -> bytes:
        try:
            return await self._connection.recv(decode=False) + b"\n"
        except ConnectionClosed as error:
            raise _broken(error) if error.rcvd is None or error.rcvd.code != 1000 else _ended() from error

    async def write(self, data: bytes) -> None:
        try:
            await self._connection.send(data.removesuffix(b"\r\n"), text=True)
        except ConnectionClosed as error:
            raise _broken(error) from error

    async def close(self) -> None:
        with suppress(WebSocketException, OSError):
            await self._connection.close()


def _ended() -> LinkError:
    return LinkError("temporary", "Le serveur a fermé la connexion.", "The server closed the connection.")


def _broken(error: Exception) -> LinkError:
    return LinkError("temporary", f"La connexion s’est rompue ({error}).", f"The connection broke ({error}).")


def _explained(error: Exception, settings: Settings) -> LinkError:
    """Return what a failure to connect means to the person who typed the address."""
    where = f"{settings.host}:{settings.port}"
    if isinstance(error, TimeoutError):
        return LinkError("temporary", f"{where} ne répond pas.", f"{where} does not answer.")
    if isinstance(error, socket.gaierror):
        return LinkError(
            "temporary", f"Aucun serveur ne s’appelle {settings.host}.", f"No server is called {settings.host}."
        )
    if isinstance(error, ssl.SSLCertVerificationError):
        return LinkError(
            "refused",
            f"Le certificat de {where} n’est pas valable : {error.verify_message}.",
            f"The certificate of {where} is not valid: {error.verify_message}.",
        )
    if isinstance(error, ssl.SSLError | InvalidHandshake | InvalidURI):
        return LinkError(
            "temporary",
            f"{where} ne parle pas comme prévu : vérifiez la liaison et le port ({error}).",
            f"{where} does not speak as expected: check the link and the port ({error}).",
        )
    return LinkError("temporary", f"{where} refuse la connexion.", f"{where} refuses the connection.")
