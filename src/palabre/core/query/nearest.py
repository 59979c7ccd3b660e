"""The known name that looks most like one that is not known."""

from collections.abc import Iterable

from palabre.core.query.distance import within
from palabre.core.text import fold


def nearest(written: str, names: Iterable[str]) -> str:
    """Return the name that takes the fewest edits, then that shares the most beginning; there must be one."""
    asked = fold(written)[:24]
    return min(names, key=lambda name: (_edits(asked, name), -_shared(asked, name), name))


def _edits(asked: str, name: str) -> int:
    most = max(len(asked), len(name))
    return next(edits for edits in range(most + 1) if within(asked, name, edits))


def _shared(asked: str, name: str) -> int:
    length = 0
    for here, there in zip(asked, name, strict=False):
        if here != there:
            break
        length += 1
    return length
