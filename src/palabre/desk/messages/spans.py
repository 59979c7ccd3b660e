"""Cutting a text where its evidence, its topics and the searched words begin and end. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

#: Marks drawn in one text; the first ones are kept.
MOST = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, in characters: its family ("harm", "care", "good", "word"), what it says, and why.

    ``learned`` ones are words that weighed in a trained model, not an expression that a rule knows.
    """

    start: int
    end: int
    family: str
    label: str
    why: str = ""
    learned: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text under the same marks."""

    text: str
    marks: tuple[Mark, ...] = ()


def cut(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """Return the pieces of ``text``; joined, they are ``text`` exactly. Marks may overlap and stray outside."""
    kept = _inside(marks, len(text))
    edges = sorted({0, len(text)}.union(*((mark.start, mark.end) for mark in kept)))
    return [
        Piece(text[start:end], tuple(mark for mark in kept if mark.start <= start and end <= mark.end))
        for start, end in pairwise(edges)
    ]


#: Letters of a learned word below which it tells a reader nothing by itself: "ne", "te", "h".
TELLING = 3


def join(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return ``marks``, in the order of the text, those with the same label and but a space between made one.

    Learned words too short to tell anything are left out where they stand alone.
    """
    return [mark for mark in _joined(text, marks) if not mark.learned or mark.end - mark.start >= TELLING]


def _joined(text: str, marks: Sequence[Mark]) -> list[Mark]:
    joined: list[Mark] = []
    last: dict[str, int] = {}  # the place in ``joined`` of each label's last mark
    for mark in marks:
        place = last.get(mark.label)
        before = joined[place] if place is not None else None
        if place is not None and before is not None and not text[before.end : mark.start].strip():
            joined[place] = replace(before, end=max(before.end, mark.end))
        else:
            last[mark.label] = len(joined)
            joined.append(mark)
    return joined


def shorten(text: str, marks: Sequence[Mark], room: int) -> tuple[str, list[Mark]]:
    """Return at most ``room`` characters of ``text`` that hold the first mark, with the marks moved along.

    An ellipsis stands where something was left out.
    """
    first = min((mark.start for mark in marks), default=0)
    if len(text) <= room:
        return text, list(marks)
    start = _word_start(text, first - room // 4) if first > room // 2 else 0
    lead = "… " if start else ""
    shift = len(lead) - start
    shown = lead + text[start : start + room] + ("…" if start + room < len(text) else "")
    moved = (replace(m, start=m.start + shift, end=m.end + shift) for m in marks)
    return shown, [mark for mark in moved if mark.end > len(lead) and mark.start < len(shown)]


def _inside(marks: Iterable[Mark], length: int) -> list[Mark]:
    clamped = (replace(m, start=max(0, m.start), end=min(length, m.end)) for m in marks)
    return [mark for mark in clamped if mark.start < mark.end][:MOST]


def _word_start(text: str, near: int) -> int:
    """Return where a word begins at or shortly after ``near``."""
    space = text.find(" ", near, near + 30)
    return near if space < 0 else space + 1
