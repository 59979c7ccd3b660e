"""``GET /healthz``: does every part of Palabre answer? The page is open to all, and names no one's source."""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

import psycopg

from palabre import __version__
from palabre.gate.answers import Receive, Scope, Send, not_allowed, send_json, send_problem
from palabre.gate.lines import STATEMENT_TIMEOUT, Lines
from palabre.gate.wire import WireError
from palabre.gate.wires import DeskAway, DeskBusy, Wires
from palabre.store import intake, queries

_SQL = queries.load("gate")

#: Processes that must have given a beat in the last fifteen seconds.
_BEATING = ("worker", "collector")

#: Seconds for which an answer is good for everybody who asks; seconds for the desk to answer.
_FRESH, _PATIENCE = 1.0, 3.0

_QUESTION = b"HEAD /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n"


class Healthz:
    """The ASGI application of the health page."""

    def __init__(self, lines: Lines, wires: Wires) -> None:
        self._lines, self._wires = lines, wires
        self._asking = asyncio.Lock()
        self._until = 0.0
        self._known: tuple[int, Mapping[str, Any]] = (503, {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 200 when all answers, 503 with the names of what does not."""
        if scope["method"] not in ("GET", "HEAD"):
            await send_problem(send, *not_allowed(b"GET"))
            return
        async with self._asking:
            if time.monotonic() >= self._until:
                self._known = report(*await asyncio.gather(self._database(), self._desk()))
                self._until = time.monotonic() + _FRESH
        await send_json(send, *self._known)

    async def _database(self) -> Mapping[str, Any] | None:
        try:
            (row,) = await self._lines.rows(_SQL["health"], {})
            async with self._lines.line() as connection, asyncio.timeout(STATEMENT_TIMEOUT):
                backlog = await intake.pending_async(connection)
        except (psycopg.Error, OSError):
            return None
        beating, messages, active, failing, paused = row
        sources = {"active": active, "failing": failing, "paused": paused}
        return {"beating": beating, "messages": messages, "pending": backlog.messages, "sources": sources}

    async def _desk(self) -> bool:
        """Ask the desk anything: an answer that is no server error says that it lives and reaches its database."""
        try:
            async with asyncio.timeout(_PATIENCE), self._wires.wire() as wire:
                wire.ask(_QUESTION, bodiless=True)
                status, _ = await wire.head()
        except (DeskAway, DeskBusy, WireError, OSError):
            return False
        return status < 500


def report(database: Mapping[str, Any] | None, desk: bool) -> tuple[int, dict[str, Any]]:
    """Return the status and the body of the page. Pure."""
    failing = _failing(database, desk)
    facts = {name: database[name] for name in ("messages", "pending", "sources")} if database else {}
    status = {"status": "failing" if failing else "ok", "version": __version__}
    return (503 if failing else 200), {**status, **({"failing": failing} if failing else {}), **facts}


def _failing(database: Mapping[str, Any] | None, desk: bool) -> list[str]:
    """Return which parts do not answer; without database, nothing is known of those that beat into it."""
    parts = [] if database else ["database"]
    if not desk:
        parts.append("desk")
    return parts + [name for name in _BEATING if database and name not in database["beating"]]
