"""Group commit: calls that arrive while a commit is under way share the next one.

A commit waits for the disk; one that carries twenty calls waits no longer than one that carries one. Each call
keeps its own intake row, and is answered only once the transaction that holds it is on disk.
"""

import asyncio
from collections import deque
from collections.abc import Sequence

import psycopg

from palabre.gate.lines import STATEMENT_TIMEOUT, Lines
from palabre.store import intake
from palabre.store.intake import Entry

#: Calls in one transaction at most, and messages after which no other call joins it.
MOST_CALLS, MOST_MESSAGES = 64, 5_000

_Waiting = tuple[Entry, "asyncio.Future[None]"]


class Committer:
    """Commits deliveries one group after another, in order of arrival."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._waiting: deque[_Waiting] = deque()
        self._wake = asyncio.Event()

    async def commit(self, entry: Entry) -> None:
        """Return when ``entry`` is on disk. Raises ``psycopg.Error`` or ``TimeoutError`` when it is not."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, done))
        self._wake.set()
        await done

    async def run(self) -> None:
        """Commit what waits until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                await self._settle(self._next_group())

    def _next_group(self) -> list[_Waiting]:
        group: list[_Waiting] = []
        messages = 0
        while self._waiting and len(group) < MOST_CALLS and messages < MOST_MESSAGES:
            group.append(self._waiting.popleft())
            messages += len(group[-1][0].delivery.messages)
        return group

    async def _settle(self, group: Sequence[_Waiting]) -> None:
        """Commit a group and tell each call what became of it. One that the database refuses falls alone."""
        try:
            await self._write([entry for entry, _ in group])
        except (psycopg.IntegrityError, psycopg.DataError) as error:
            if len(group) == 1:
                _fail(group, error)
                return
            for one in group:
                await self._settle([one])
        except BaseException as error:
            _fail(group, error)
            if not isinstance(error, psycopg.Error | OSError):
                raise
        else:
            for _, done in group:
                if not done.done():
                    done.set_result(None)

    async def _write(self, entries: Sequence[Entry]) -> None:
        async with self._lines.line() as connection, asyncio.timeout(STATEMENT_TIMEOUT):
            await intake.commit_all_async(connection, entries)


def _fail(group: Sequence[_Waiting], error: BaseException) -> None:
    told = error if isinstance(error, Exception) else ConnectionAbortedError("The gate is stopping.")
    for _, done in group:
        if not done.done():
            done.set_exception(told)
