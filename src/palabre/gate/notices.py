"""The one connection that listens to the database, and tells the hub and the catalogue what it hears."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import msgspec
import psycopg

from palabre.gate.frames import Announcement
from palabre.gate.hub import Hub
from palabre.gate.lines import Connection, Lines, connect
from palabre.store import queries

_SQL = queries.load("gate")
_LOG = logging.getLogger(__name__)

#: Announcements read at once from the table, and seconds without notice after which the connection is tried.
_NEWEST, _PAGE, _QUIET = 5_000, 1_000, 30.0

#: Seconds between two attempts to reconnect: first, and longest.
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 2.0


class _Notice(msgspec.Struct):
    """What NOTIFY carries; ``body`` is null where it is too long for a notice."""

    id: int
    workspace: int
    kind: str
    body: str | None


class Notices:
    """Fills the hub; calls ``on_config`` when settings or members may have changed."""

    def __init__(self, url: str, lines: Lines, hub: Hub, on_config: Callable[[], None]) -> None:
        self._url = url
        self._lines = lines
        self._hub = hub
        self._on_config = on_config

    async def run(self) -> None:
        """Listen until cancelled, reconnecting by itself."""
        pause = _FIRST_PAUSE
        while True:
            try:
                async with await connect(self._url) as connection:
                    await self._start(connection)
                    pause = _FIRST_PAUSE
                    await self._listen(connection)
            except (psycopg.Error, OSError) as error:
                _LOG.info("The database is away (%s); listening again soon.", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def catch_up(self) -> None:
        """Hand the hub what was announced since the last announcement it knows, in order."""
        while True:
            rows = await self._lines.rows(_SQL["following"], {"last": self._hub.last, "most": _PAGE})
            self._publish(rows)
            if len(rows) < _PAGE:
                return

    async def _start(self, connection: Connection) -> None:
        """Listen first, read the table next: what is announced in between comes twice, and the hub knows it."""
        await connection.execute(b"LISTEN announcement")
        await connection.execute(b"LISTEN config")
        self._on_config()
        if self._hub.loaded.is_set():
            await self.catch_up()
        else:
            rows = await self._lines.rows(_SQL["newest"], {"most": _NEWEST})
            self._hub.load(Announcement(*row) for row in rows)

    async def _listen(self, connection: Connection) -> None:
        while True:
            async for notice in connection.notifies(timeout=_QUIET):
                await self._hear(notice)
            await connection.execute(b"SELECT")  # a dead peer is found out here, if nothing else says so

    async def _hear(self, notice: psycopg.Notify) -> None:
        if notice.channel == "config":
            self._on_config()
            return
        heard = _read(notice.payload)
        if heard is None or heard.body is None:
            await self.catch_up()
        else:
            self._hub.publish(Announcement(heard.id, heard.workspace, heard.kind, heard.body))

    def _publish(self, rows: list[tuple[Any, ...]]) -> None:
        for row in rows:
            self._hub.publish(Announcement(*row))


def _read(payload: str) -> _Notice | None:
    """Return the notice; None for one that is not of our making: the table is what counts."""
    try:
        return msgspec.json.decode(payload, type=_Notice)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return None
