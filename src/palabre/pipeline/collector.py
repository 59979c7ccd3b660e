"""The collector: runs connectors for the sources whose time has come, and commits what they hand over.

It decides nothing about messages. A source is leased, so that several collectors may share the work; a lease that
is not renewed for a minute (a crash) is free again, and the source goes on from its committed cursor.
"""

import asyncio
import logging
import os
import secrets as chance
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from psycopg_pool import AsyncConnectionPool

from palabre.connectors.contract import Connector, Job, SourceError
from palabre.connectors.registry import KEYS, connector
from palabre.pipeline import rests
from palabre.store import intake, queries
from palabre.store.secrets import open_secrets

SQL = queries.load("collector")
BEAT_SQL = queries.load("writer")["beat"]
log = logging.getLogger(__name__)

#: Sources that one collector runs at once.
MOST = 200
#: Messages waiting for the worker beyond which connectors are not asked for more.
BACKLOG = 50_000
TURN = 1.0
RENEW = 15.0


@dataclass(frozen=True, slots=True)
class Held:
    """A source that this collector holds."""

    id: int
    workspace: int
    connector: str
    settings: Mapping[str, Any]
    sealed: bytes | None
    cursor: Mapping[str, Any]


def utc_now() -> datetime:
    """Return the present time."""
    return datetime.now(UTC)


@dataclass
class Collector:
    """One collector. ``pool`` gives connections in autocommit under the owner's role; ``key`` opens secrets."""

    pool: "AsyncConnectionPool[psycopg.AsyncConnection[Any]]"
    key: str
    uploads: Path
    find: Callable[[str], Connector] = connector
    name: str = field(default_factory=lambda: f"{os.getpid()}-{chance.token_hex(4)}")
    running: dict[int, "asyncio.Task[None]"] = field(default_factory=dict)
    _held: dict[int, Held] = field(default_factory=dict)
    _renewed: float = 0.0
    _behind: bool = False

    async def run(self, stop: asyncio.Event) -> None:
        """Collect until ``stop``; then every connector is told to end and its source is given back."""
        try:
            while not stop.is_set():
                await self._survive(self.turn)
                await _either(stop, TURN)
        finally:
            await self._end(list(self.running))

    async def turn(self) -> None:
        """Renew leases, take sources that are due, measure how far the worker is behind."""
        now = asyncio.get_running_loop().time()
        if now >= self._renewed + RENEW:
            self._renewed = now
            await self._beat()
        await self._drop_lost()
        backlog = await self._with(intake.pending_async)
        self._behind = backlog.messages > BACKLOG
        if not self._behind and len(self.running) < MOST:
            await self._take_due()

    async def _survive(self, step: Callable[[], Awaitable[None]]) -> None:
        """Run a step; a database that is away is waited for."""
        try:
            await step()
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            log.warning("The collector waits for the database: %s", error)

    async def _with(self, use: Callable[[psycopg.AsyncConnection[Any]], Awaitable[Any]]) -> Any:
        async with self.pool.connection() as connection:
            return await use(connection)

    async def _query(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        async with self.pool.connection() as connection:
            cursor = await connection.execute(SQL[statement], values)
            return await cursor.fetchall() if cursor.description else []

    async def _beat(self) -> None:
        async with self.pool.connection() as connection:
            values = {"name": "collector", "pid": os.getpid(), "detail": f"{len(self.running)} sources"}
            await connection.execute(BEAT_SQL, values)

    async def _drop_lost(self) -> None:
        """End the run of sources that were paused, removed or changed since they were taken."""
        if not self._held:
            return
        kept = {row[0] for row in await self._query("renew", sources=list(self._held), me=self.name)}
        facts = await self._query("settings_of", sources=list(kept))
        changed = {
            source
            for source, settings, sealed in facts
            if (settings, sealed) != (self._held[source].settings, self._held[source].sealed)
        }
        await self._end([source for source in self._held if source not in kept or source in changed])

    async def _end(self, sources: list[int]) -> None:
        tasks = [self.running[source] for source in sources if source in self.running]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=4)
        if sources:
            await self._survive(partial(self._give_back, sources))

    async def _give_back(self, sources: list[int]) -> None:
        await self._query("release", sources=sources, me=self.name)

    async def _take_due(self) -> None:
        keys = [key for key in KEYS if key != "webhook"]
        rows = await self._query("lease_due", me=self.name, connectors=keys, most=MOST - len(self.running))
        for source, workspace, key, settings, sealed, cursor, _ in rows:
            held = Held(source, workspace, key, settings, sealed, cursor)
            self._held[source] = held
            task = asyncio.create_task(self._run_source(held), name=f"source {source}")
            self.running[source] = task
            task.add_done_callback(partial(self._forget, source))

    def _forget(self, source: int, ended: "asyncio.Task[None]") -> None:
        self.running.pop(source, None)
        self._held.pop(source, None)

    async def _run_source(self, held: Held) -> None:
        """Run one connector to its end, and note how that went."""
        try:
            last = await self._collect(held)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            await self._survive(partial(self._fail, held, *what_failed(error)))
        else:
            await self._survive(partial(self._finish, held, last))

    async def _collect(self, held: Held) -> Mapping[str, Any]:
        """Commit each delivery before the connector goes on; return the last cursor."""
        found, cursor = self.find(held.connector), held.cursor
        opened = open_secrets(held.sealed, self.key) if held.sealed else {}
        job = Job(held.id, held.settings, opened, held.cursor, utc_now, self.uploads)
        async for delivery in found.collect(job):
            async with self.pool.connection() as connection:
                await intake.commit_async(connection, workspace=held.workspace, source=held.id, delivery=delivery)
            cursor = delivery.cursor if delivery.cursor is not None else cursor
            while self._behind:
                await asyncio.sleep(0.2)
        return cursor

    async def _finish(self, held: Held, cursor: Mapping[str, Any]) -> None:
        done = self.find(held.connector).manifest.rhythm != "poll"
        rest = rests.after_poll(cursor.get("next_in"))
        await self._query("finish", source=held.id, me=self.name, rest=rest, done=done)
        if done:
            await self._query("announce_source", source=held.id)

    async def _fail(self, held: Held, kind: str, text: str, asked: float | None) -> None:
        rows = await self._query("streak", source=held.id)
        rest = rests.after_error(kind, rows[0][0] if rows else 0, asked)
        said = text.replace("\0", "")[:2_000]
        await self._query("fail", source=held.id, me=self.name, kind=kind, text=said, rest=rest)
        await self._query("announce_source", source=held.id)


def what_failed(error: Exception) -> tuple[str, str, float | None]:
    """Return the class of an error, a sentence, and the seconds of rest that the other side asked for."""
    if isinstance(error, SourceError):
        return error.kind, str(error), error.retry_after
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return "temporary", "The database was away.", None
    log.error("A connector failed in a way it should not.", exc_info=error)
    return "defect", f"{type(error).__name__}: {error}", None


async def _either(stop: asyncio.Event, seconds: float) -> None:
    """Wait for ``stop``, at most ``seconds``."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
