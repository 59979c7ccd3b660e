"""What the gate does by the clock: heartbeats of streams, its own beat, second looks at who listens, tidying."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable

import psycopg

from palabre.gate.hub import Hub
from palabre.gate.lines import Lines
from palabre.store import queries

_SQL = queries.load("gate")
_LOG = logging.getLogger(__name__)

#: Seconds between two beats and two tidyings; announcements forgotten by one statement, and statements in a row.
BEAT, TIDY = 5.0, 60.0
_AT_ONCE, _IN_A_ROW = 1_000, 20


async def every(seconds: float, work: Callable[[], Awaitable[None]]) -> None:
    """Do ``work`` now and every ``seconds`` until cancelled. A database that is away is waited for."""
    while True:
        try:
            await work()
        except (psycopg.Error, OSError) as error:
            _LOG.info("The database is away (%s); trying again.", type(error).__name__)
        await asyncio.sleep(seconds)


async def beat(lines: Lines) -> None:
    """Say in the table ``process`` that the gate lives."""
    await lines.rows(_SQL["beat"], {"name": "gate", "pid": os.getpid(), "detail": ""})


async def trim(lines: Lines) -> None:
    """Forget announcements older than a day, by small deletes that hold no lock for long."""
    for _ in range(_IN_A_ROW):
        gone = await lines.rows(_SQL["trim"], {"most": _AT_ONCE})
        if len(gone) < _AT_ONCE:
            return


async def heartbeat(hub: Hub) -> None:
    """Send a heartbeat to every stream that has nothing else to say."""
    for listener in hub.listeners():
        listener.beat()
