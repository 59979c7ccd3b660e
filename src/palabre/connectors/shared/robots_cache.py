"""Asking robots.txt before reading, and remembering the answer for a day in a source's cursor."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from palabre.connectors.shared import robots
from palabre.connectors.shared.fetching import PRODUCT, Answer, Bounds, Fetcher
from palabre.connectors.shared.sentences import source_error
from palabre.connectors.shared.web_address import origin, path_and_query

#: A feed whose articles are on more sites than this asks again for the oldest ones.
_MOST_ORIGINS = 20

_BOUNDS = Bounds(bytes=2 * robots.MAX_BYTES, seconds=10.0, redirects=5)


class RobotsCache:
    """The rules of the sites that a source reads. ``known`` is what ``saved`` gave last time."""

    def __init__(self, fetcher: Fetcher, now: Callable[[], datetime], known: object = None) -> None:
        self._fetcher = fetcher
        self._now = now
        self._known = _believable(known)

    async def require(self, address: str) -> None:
        """Raise ``SourceError`` (``forbidden_by_robots``, or ``temporary`` where the rules cannot be had)."""
        if not await self.allows(address):
            raise source_error(
                "forbidden_by_robots",
                "Le fichier robots.txt de ce site demande aux robots de ne pas lire cette adresse. "
                "Demandez à l’éditeur d’y autoriser « Palabre ».",
                "This site’s robots.txt asks robots not to read this address. "
                "Ask its publisher to allow “Palabre” in it.",
            )

    async def allows(self, address: str) -> bool:
        """Tell whether the site lets this address be read. Raises ``SourceError`` where it cannot be known."""
        site = origin(address)
        entry = self._known.get(site)
        if entry is None or entry["until"] <= self._now().timestamp():
            entry = await self._asked(site)
            self._known.pop(site, None)
            self._known[site] = entry
        return robots.may_read(entry["rules"], path_and_query(address))

    def saved(self) -> dict[str, dict[str, Any]]:
        """Return what to keep in the cursor: the youngest answers."""
        return dict(list(self._known.items())[-_MOST_ORIGINS:])

    async def _asked(self, site: str) -> dict[str, Any]:
        answer = await self._fetcher.get(f"{site}/robots.txt", bounds=_BOUNDS)
        rules = list(_rules(answer, self._now()))
        return {"until": round(self._now().timestamp()) + robots.FRESH_FOR, "rules": rules}


def _rules(answer: Answer, now: datetime) -> tuple[str, ...]:
    """Read the answer as RFC 9309, 2.3.1 asks: 4xx allows all, an unreachable site allows nothing for now."""
    if answer.status == 429 or answer.status >= 500:
        answer.raise_for_status(now)
    if answer.status != 200:
        return robots.ALLOW_ALL
    return robots.rules_for(answer.body.decode("utf-8", "replace").removeprefix("\ufeff"), PRODUCT)


def _believable(known: object) -> dict[str, dict[str, Any]]:
    """Return the well-formed part of what a cursor held."""
    if not isinstance(known, Mapping):
        return {}
    return {
        site: {"until": entry["until"], "rules": [rule for rule in entry["rules"] if isinstance(rule, str)]}
        for site, entry in known.items()
        if isinstance(entry, Mapping)
        and isinstance(entry.get("until"), int | float)
        and isinstance(entry.get("rules"), list)
    }
