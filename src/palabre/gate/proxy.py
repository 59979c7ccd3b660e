"""Everything else: handed to the desk as it comes, and back, without holding it in memory."""

import asyncio
from contextlib import aclosing

from palabre.gate import bodies, headers, waiting
from palabre.gate.answers import Receive, Scope, Send, header
from palabre.gate.hosts import is_welcome, known_names
from palabre.gate.wire import Wire, WireError
from palabre.gate.wires import DeskAway, DeskBusy, Wires

#: The largest upload; the largest body whose length is not told (WSGI needs one, so it is held in memory).
MOST_BYTES, MOST_UNTOLD = 2 * 1024**3, 8 * 1024**2

#: Seconds for the desk to begin its answer, and between two pieces of it or of an upload.
ANSWER_PATIENCE, PIECE_PATIENCE = 120, 60


class Proxy:
    """The ASGI application in front of the desk."""

    def __init__(self, wires: Wires, public_url: str, trust_proxy: bool) -> None:
        self._wires = wires
        self._names = known_names(public_url)
        self._trusted = trust_proxy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request with what the desk says, or with a page that says why it cannot."""
        exchange = _Exchange(scope, receive, send)
        try:
            self._check(scope)
            length, untold = await _length(scope, receive)
            head = self._head(scope, length)
            async with self._wires.wire() as wire:
                await exchange.run(wire, head, length, untold)
        except bodies.Gone:
            return
        except waiting.CannotServe as cannot:
            await exchange.give_up(cannot.why)
        except (WireError, TimeoutError, DeskAway, DeskBusy, bodies.TooLarge) as error:
            await exchange.give_up(waiting.reason(error))

    def _check(self, scope: Scope) -> None:
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or not is_welcome(hosts[0].decode("latin-1"), self._names):
            raise waiting.CannotServe(waiting.WRONG_HOST)
        if (bodies.told_length(scope) or 0) > MOST_BYTES:
            raise waiting.CannotServe(waiting.TOO_LARGE)

    def _head(self, scope: Scope, length: int | None) -> bytes:
        """Write the request's head. Path and headers were checked by the parser of our server: no line breaks."""
        query = b"?" + scope["query_string"] if scope["query_string"] else b""
        client = headers.Client(_address(scope), scope["scheme"], header(scope, b"host").encode("latin-1"))
        pairs = headers.to_desk(scope["headers"], client, self._trusted)
        lines = [scope["method"].encode() + b" " + scope["raw_path"] + query + b" HTTP/1.1"]
        lines += [name + b": " + value for name, value in pairs if name != b"content-length"]
        if length is not None:
            lines.append(b"content-length: " + str(length).encode())
        return b"\r\n".join(lines) + b"\r\n\r\n"


class _Exchange:
    """One request and its answer, and whether the answer has begun."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._begun = False

    async def run(self, wire: Wire, head: bytes, length: int | None, untold: bytes) -> None:
        """Send the request and pass the answer on. The desk may answer before the end of an upload."""
        wire.ask(head + untold, bodiless=self._scope["method"] == "HEAD")
        upload = asyncio.create_task(self._upload(wire)) if length and not untold else None
        try:
            await self._answer(wire, upload)
        finally:
            if upload is not None and not _has_ended_well(upload):
                upload.cancel()
                wire.close()

    async def give_up(self, why: waiting.Reason) -> None:
        """Say why there is no answer; one that has begun is left without its end, and our server cuts it."""
        if not self._begun:
            await waiting.send_reason(self._scope, self._send, why)

    async def _answer(self, wire: Wire, upload: asyncio.Task[None] | None) -> None:
        status, given = await self._head_of(wire, upload)
        await self._start(status, given)
        whole = wire.take_whole()
        if whole is not None:
            await self._send({"type": "http.response.body", "body": whole})
            return
        gone = asyncio.create_task(self._hung_up(upload))
        try:
            await self._pass_on(wire, gone)
        finally:
            gone.cancel()

    async def _head_of(
        self, wire: Wire, upload: asyncio.Task[None] | None
    ) -> tuple[int, list[tuple[bytes, bytes]]]:
        head = asyncio.ensure_future(wire.head())
        try:
            if upload is not None:
                await asyncio.wait({head, upload}, return_when=asyncio.FIRST_COMPLETED)
                if upload.done() and not head.done():
                    upload.result()  # it may have failed: gone, too slow, too large
            async with asyncio.timeout(ANSWER_PATIENCE):
                return await head
        finally:
            head.cancel()

    async def _start(self, status: int, given: list[tuple[bytes, bytes]]) -> None:
        self._begun = True
        await self._send({"type": "http.response.start", "status": status, "headers": headers.to_client(given)})

    async def _pass_on(self, wire: Wire, gone: "asyncio.Task[None]") -> None:
        async with aclosing(wire.body()) as pieces, asyncio.timeout(PIECE_PATIENCE) as patience:
            async for piece in pieces:
                if gone.done():
                    return
                await self._send({"type": "http.response.body", "body": piece, "more_body": True})
                patience.reschedule(asyncio.get_running_loop().time() + PIECE_PATIENCE)
        await self._send({"type": "http.response.body", "body": b""})

    async def _hung_up(self, upload: asyncio.Task[None] | None) -> None:
        """Return when the browser is gone: an export that nobody reads must not hold the desk."""
        if upload is not None:
            await asyncio.wait({upload})
        while (await self._receive())["type"] != "http.disconnect":
            pass

    async def _upload(self, wire: Wire) -> None:
        """Send the body as it comes, one piece in memory at a time."""
        sent = 0
        more = True
        while more:
            async with asyncio.timeout(PIECE_PATIENCE):
                message = await self._receive()
                if message["type"] == "http.disconnect":
                    raise bodies.Gone
                piece, more = message.get("body", b""), message.get("more_body", False)
                sent += len(piece)
                if sent > MOST_BYTES:
                    raise bodies.TooLarge
                await wire.send(piece)


async def _length(scope: Scope, receive: Receive) -> tuple[int | None, bytes]:
    """Return the length of the body, and the body itself when its length was not told."""
    told = bodies.told_length(scope)
    if told is not None or not header(scope, b"transfer-encoding"):
        return told, b""
    try:
        body = await bodies.read(receive, MOST_UNTOLD)
    except bodies.TooLarge:
        raise waiting.CannotServe(waiting.LENGTH_REQUIRED) from None
    return len(body), body


def _has_ended_well(upload: "asyncio.Task[None]") -> bool:
    return upload.done() and not upload.cancelled() and upload.exception() is None


def _address(scope: Scope) -> str:
    client = scope["client"]
    return str(client[0]) if client else "127.0.0.1"
