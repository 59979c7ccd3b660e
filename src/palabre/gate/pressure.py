"""Back-pressure: how far the worker is behind, asked at most twice a second however many calls come."""

import asyncio
import time

from palabre.gate.lines import STATEMENT_TIMEOUT, Lines
from palabre.store import intake

_FRESH = 0.5


class Pressure:
    """Remembers how many messages wait, and adds those taken since."""

    def __init__(self, lines: Lines, most: int) -> None:
        self._lines = lines
        self._most = most
        self._until = 0.0
        self._waiting = 0
        self._asking = asyncio.Lock()

    async def too_high(self) -> bool:
        """Tell whether more than the bound wait. Raises ``psycopg.Error`` or ``TimeoutError``."""
        if time.monotonic() >= self._until:
            async with self._asking:
                if time.monotonic() >= self._until:
                    await self._ask()
        return self._waiting > self._most

    def add(self, messages: int) -> None:
        """Count what was just committed."""
        self._waiting += messages

    async def _ask(self) -> None:
        async with self._lines.line() as connection, asyncio.timeout(STATEMENT_TIMEOUT):
            backlog = await intake.pending_async(connection)
        self._waiting = max(backlog.messages, backlog.rows)
        self._until = time.monotonic() + _FRESH
