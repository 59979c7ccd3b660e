"""What a workspace taught, loaded when its first comment comes; a version never changes, so it is kept."""

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palabre.gate.lines import Lines
from palabre.store import queries

if TYPE_CHECKING:
    from palabre.core.signals.taught import Taught

_LOG = logging.getLogger(__name__)
_SQL = queries.load("teaching")
#: Versions kept in memory: a few megabytes each.
_MOST = 8


@dataclass(slots=True)
class Versions:
    """Finds versions by their number in the database; one that cannot be read is told once, and left aside."""

    lines: Lines
    _known: "dict[int, Taught | None]" = field(default_factory=dict)

    async def of(self, version: int | None) -> "Taught | None":
        """Return the version, None where there is none. Raises ``psycopg.Error`` or ``TimeoutError``."""
        if version is None:
            return None
        if version not in self._known:
            rows = await self.lines.rows(_SQL["weights"], {"version": version})
            found = await asyncio.to_thread(_load, *rows[0]) if rows else None
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[version] = found
        return self._known[version]


def _load(number: int, weights: bytes) -> "Taught | None":
    from palabre.pipeline.lessons import taught_from
    from palabre.store.models import ModelError

    try:
        return taught_from(number, weights)
    except ModelError as error:
        _LOG.warning("A version that a workspace taught is left aside: %s", error)
        return None
