"""The known name that looks most like one that is not known."""

from collections.abc import Iterable

from palabre.core.query.distance import within
from palabre.core.text import fold


def nearest(written: str, names: Iterable[str]) -> str:
    """Return the name that takes the fewest edits, then that shares the most beginning; there must be one."""
    asked = fold(written)[:24]
    return min(names, key=lambda name: (_edits(asked, name), -_shared(asked, name), name))


def near(written: str, names: Iterable[str]) -> str:
    """Return the name that looks most like one, '' where none looks enough like it to be meant."""
    found = nearest(written, names)
    asked = fold(written)
    close = within(asked, found, max(1, len(asked) // 3)) or (len(asked) > 2 and found.startswith(asked))
    return found if close else ""


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
