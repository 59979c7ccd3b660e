"""Which webhook stands behind an address, remembered for a few seconds."""

import asyncio
import time
from dataclasses import dataclass
from uuid import UUID

from palabre.connectors.webhook import secrets_of
from palabre.gate.lines import Lines
from palabre.store import queries
from palabre.store.secrets import open_secrets

_SQL = queries.load("gate")

#: Seconds for which an answer is believed (changes are also told by NOTIFY config), and answers kept.
_FRESH, _MOST = 5.0, 2_000


@dataclass(frozen=True, slots=True)
class Hook:
    """A source that receives calls, and the secrets that sign them."""

    source: int
    workspace: int
    active: bool
    secrets: tuple[str, ...]


class Catalogue:
    """Finds hooks by the public identifier of their source; what does not exist is remembered too."""

    def __init__(self, lines: Lines, key: str) -> None:
        self._lines = lines
        self._key = key
        self._known: dict[UUID, tuple[float, Hook | None]] = {}
        self._asking = asyncio.Lock()

    def forget(self) -> None:
        """Ask the database again at the next call."""
        self._known.clear()

    async def find(self, public_id: UUID) -> Hook | None:
        """Return the hook, None where there is none.

        Raises ``SecretsError`` when its secrets cannot be opened, ``psycopg.Error`` or ``TimeoutError`` when the
        database is away.
        """
        known = self._remembered(public_id)
        if known is None:
            async with self._asking:  # those who ask together are answered by one look
                known = self._remembered(public_id) or await self._look(public_id)
        return known[1]

    def _remembered(self, public_id: UUID) -> tuple[float, Hook | None] | None:
        known = self._known.get(public_id)
        return known if known is not None and known[0] > time.monotonic() else None

    async def _look(self, public_id: UUID) -> tuple[float, Hook | None]:
        rows = await self._lines.rows(_SQL["source"], {"public_id": public_id})
        hook = self._hook(*rows[0]) if rows else None
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[public_id] = known = (time.monotonic() + _FRESH, hook)
        return known

    def _hook(self, source: int, workspace: int, state: str, sealed: bytes | None) -> Hook:
        return Hook(source, workspace, state == "active", secrets_of(open_secrets(sealed, self._key)))
