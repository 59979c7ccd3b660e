"""Rows of the stream, drawn once for all the browsers that hear of the same messages at the same moment.

A row says the same to every member who reads in the same language and time zone, and drawing one costs more than
finding it. It is kept for a few seconds, in this process only. Who asks has been let into the workspace before.
"""

from collections.abc import Sequence
from threading import Lock

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import get_language

from palabre.desk.messages.cards import cards
from palabre.desk.messages.lines import line
from palabre.desk.messages.selectors import lines_of

#: One thread draws at a time: the others, which mostly want the same rows, find them kept. ``WAIT`` seconds at
#: most, then each for itself.
_drawing = Lock()
WAIT = 0.5


def draw(workspace: int, slug: str, ids: Sequence[int], again: bool = False) -> str:
    """Return the rows of these messages of a workspace (its number, the name in its addresses), newest first.

    ``again`` where they changed since they were drawn.
    """
    if not ids:
        return ""
    mine = _drawing.acquire(timeout=WAIT)
    try:
        rows = {} if again else _kept(workspace, ids)
        rows |= _draw(workspace, slug, [one for one in ids if one not in rows])
    finally:
        if mine:
            _drawing.release()
    return "".join(rows[one] for one in sorted(rows, reverse=True))


def reader() -> str:
    """Return for whom this request draws: language and time zone, as in ``fr,Europe/Paris``."""
    return f"{get_language()},{timezone.get_current_timezone_name()}"


def _kept(workspace: int, ids: Sequence[int]) -> dict[int, str]:
    found = caches["rows"].get_many([_key(workspace, one) for one in ids])
    return {one: found[key] for one in ids if (key := _key(workspace, one)) in found}


def _draw(workspace: int, slug: str, ids: Sequence[int]) -> dict[int, str]:
    if not ids:
        return {}
    drawn: dict[int, str] = {card.message.pk: line(card, slug) for card in cards(lines_of(workspace, ids))}
    caches["rows"].set_many({_key(workspace, one): row for one, row in drawn.items()})
    return drawn


def _key(workspace: int, message: int) -> str:
    return f"{workspace}:{reader()}:{message}"
