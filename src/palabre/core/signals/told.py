"""Reasons that count: ``hurt_together:4:3:Ana, Bob`` says how many messages, by how many authors, the first."""

from collections.abc import Iterable
from typing import NamedTuple

#: How many authors are named, and how much of a name.
NAMED, LETTERS = 3, 40


class Told(NamedTuple):
    """What such a reason says."""

    key: str
    messages: int
    authors: int
    names: str


def counted(key: str, messages: int, names: Iterable[str]) -> str:
    """Return the reason for so many messages by authors of these names, each author once."""
    listed = [name[:LETTERS].replace(",", " ") for name in names]
    return f"{key}:{messages}:{len(listed)}:{', '.join(listed[:NAMED])}"


def parted(why: str) -> Told | None:
    """Return what a reason says that counts; None for any other."""
    parts = why.split(":", 3)
    if len(parts) < 4 or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    return Told(parts[0], int(parts[1]), int(parts[2]), parts[3])
