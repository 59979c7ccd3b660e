"""Which workspace a key opens, remembered for a few seconds."""

import hashlib
import time
from dataclasses import dataclass, field

from palabre.gate.lines import Lines
from palabre.store import queries

SQL = queries.load("perspective")
#: Seconds for which an answer is believed (changes are also told by NOTIFY config), and answers kept.
_FRESH, _MOST = 5.0, 2_000


@dataclass(frozen=True, slots=True)
class Key:
    """A key that works: of which workspace, how often it may call; ``language`` is the workspace's own,
    ``version`` what it taught and uses."""

    id: int
    workspace: int
    name: str
    per_second: int
    language: str
    version: int | None = None


@dataclass(slots=True)
class Keys:
    """Finds keys; what does not exist is remembered too, so that guessing costs the database nothing."""

    lines: Lines
    _known: dict[str, tuple[float, Key | None]] = field(default_factory=dict)

    def forget(self) -> None:
        """Ask the database again at the next call."""
        self._known.clear()

    async def find(self, given: str) -> Key | None:
        """Return the key, None where there is none. Raises ``psycopg.Error`` or ``TimeoutError``."""
        hashed = hashlib.sha256(given.encode()).hexdigest()
        until, known = self._known.get(hashed, (0.0, None))
        if until > time.monotonic():
            return known
        rows = await self.lines.rows(SQL["key"], {"hash": hashed})
        found = Key(*rows[0]) if rows else None
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[hashed] = (time.monotonic() + _FRESH, found)
        if found is not None:
            await self.lines.rows(SQL["note_use"], {"key": found.id})
        return found
