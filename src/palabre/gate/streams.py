"""``GET /events/<slug>``: what happens in a workspace, told to a browser as it happens."""

import asyncio
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

import psycopg

from palabre.gate import admission, frames, wishes
from palabre.gate.answers import DATABASE_AWAY, Problem, Receive, Scope, Send, header, not_allowed, send_problem
from palabre.gate.config import Config
from palabre.gate.hub import Hub, Listener
from palabre.gate.lines import Lines
from palabre.gate.notices import Notices
from palabre.gate.rows import Rows

#: Streams open at once in this process, and for one person (a person has several tabs, not fifty).
MOST_STREAMS, MOST_OF_ONE = 4_000, 50

#: Milliseconds before a browser comes back; seconds for the first announcements to be loaded.
RETRY, LOADING = 1_000, 5

#: The place of a browser whose own is unreadable: older than a table that was empty when the gate began (0).
NOWHERE = -1

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store, no-transform"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
_NOT_SIGNED_IN = Problem(
    401, "not_signed_in", "Votre session est fermée : reconnectez-vous.", "Your session has ended: sign in again."
)
_NOT_FOUND = Problem(
    404,
    "not_found",
    "Cet espace n’existe pas, ou ne vous est pas ouvert.",
    "This workspace does not exist, or is not open to you.",
)
_TOO_MANY = Problem(
    429,
    "too_many_streams",
    "Trop de pages ouvertes à la fois : fermez-en.",
    "Too many pages are open at once: close some.",
    retry_after=30,
)
_BAD_WISH = Problem(
    400,
    "bad_rows",
    "Le paramètre « rows » s’écrit « langue,fuseau », par exemple fr,Europe/Paris.",
    "The parameter “rows” reads “language,time zone”, for instance fr,Europe/Paris.",
    "rows",
)
_STOPPING = Problem(
    503,
    "stopping",
    "Palabre redémarre : réessayez dans quelques secondes.",
    "Palabre is restarting: try again in a few seconds.",
    retry_after=2,
)


class Streams:
    """The ASGI application of the event streams."""

    def __init__(self, config: Config, lines: Lines, hub: Hub, notices: Notices, rows: Rows) -> None:
        self._config = config
        self._lines = lines
        self._hub = hub
        self._notices = notices
        self._rows = rows
        self._writers: dict[Listener, asyncio.Task[Any] | None] = {}
        self.stopping = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request: a stream, or why there is none."""
        if scope["method"] != "GET":
            await send_problem(send, *not_allowed(b"GET"))
            return
        last = last_known(scope)
        try:
            reader = wishes.reader(scope["query_string"])
            listener = await self._admitted(scope, last)
        except wishes.BadWish:
            await send_problem(send, _BAD_WISH)
            return
        except (psycopg.Error, OSError):
            await send_problem(send, DATABASE_AWAY)
            return
        if isinstance(listener, Problem):
            await send_problem(send, listener)
        else:
            self._grant(scope, listener, reader)
            await self._serve(listener, last, receive, send)

    def stop(self) -> None:
        """End every stream, and open no other."""
        self.stopping = True
        for listener in self._hub.listeners():
            listener.close()

    async def recheck(self) -> None:
        """End the streams of those who may not listen any more, and of those who stopped reading."""
        listeners = list(self._hub.listeners())
        for listener in await admission.turned_away(self._lines, listeners) if listeners else ():
            listener.close()
        stuck = asyncio.get_running_loop().time() - self._config.recheck
        for listener, writer in list(self._writers.items()):
            if writer is not None and listener.writing_since is not None and listener.writing_since < stuck:
                writer.cancel()

    async def _admitted(self, scope: Scope, last: int | None) -> Listener | Problem:
        try:
            given = admission.ticket_of(header(scope, b"cookie"), self._config.ticket_secret, datetime.now(UTC))
            listener = await admission.admit(self._lines, given, scope["path_params"]["slug"])
        except admission.NotSignedIn:
            return _NOT_SIGNED_IN
        except admission.NotFound:
            return _NOT_FOUND
        await self._ready(last)
        return self._full(listener) or listener

    def _grant(self, scope: Scope, listener: Listener, reader: str) -> None:
        """Have rows pushed to a browser that wishes for them and shows its session; it leaves with its stream."""
        if reader and wishes.has_session(header(scope, b"cookie"), listener.session):
            self._rows.join(listener, wishes.Wish(scope["path_params"]["slug"], reader))

    async def _ready(self, last: int | None) -> None:
        """Wait for the first announcements. A browser may know more than we: what it heard is in the table."""
        async with asyncio.timeout(LOADING):
            await self._hub.loaded.wait()
        if last is not None and last > self._hub.last:
            await self._notices.catch_up()

    def _full(self, listener: Listener) -> Problem | None:
        if self.stopping:
            return _STOPPING
        own = sum(1 for one in self._writers if one.person == listener.person)
        return _TOO_MANY if own >= MOST_OF_ONE or len(self._writers) >= MOST_STREAMS else None

    async def _serve(self, listener: Listener, last: int | None, receive: Receive, send: Send) -> None:
        standing = self._hub.last if last is None or last == NOWHERE else last
        first = frames.opening(_retry(listener), standing) + b"".join(self._hub.join(listener, last))
        watcher = asyncio.create_task(_watch(receive, listener))
        self._writers[listener] = asyncio.current_task()
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await _write(listener, first, send)
            while (data := await listener.take()) is not None:
                await _write(listener, data, send)
            await send({"type": "http.response.body", "body": frames.closing(_retry(listener))})
        except asyncio.CancelledError:
            pass  # the browser stopped reading, or the time to stop is over: the connection is cut
        finally:
            watcher.cancel()
            self._hub.leave(listener)
            self._rows.leave(listener)
            del self._writers[listener]


def last_known(scope: Scope) -> int | None:
    """Return the last announcement that the browser knows, from ``Last-Event-ID`` or ``?last=``; None when new.

    What is no number of ours counts as NOWHERE: before anything this gate ever heard, hence a reload.
    """
    asked = dict(parse_qsl(scope["query_string"][:1_000].decode("latin-1")))
    text = header(scope, b"last-event-id") or asked.get("last", "")
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else NOWHERE


def _retry(listener: Listener) -> int:
    """Spread the browsers that come back together over a second, by who they are."""
    return RETRY + listener.person * 37 % 1_000


async def _write(listener: Listener, data: bytes, send: Send) -> None:
    listener.writing_since = asyncio.get_running_loop().time()
    await send({"type": "http.response.body", "body": data, "more_body": True})
    listener.writing_since = None


async def _watch(receive: Receive, listener: Listener) -> None:
    """Close the listener when its browser is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.close()
