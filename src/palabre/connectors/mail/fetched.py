"""Answers of IMAP's ``FETCH`` (RFC 9051 §7.5.2), as Python's client hands them over → what was asked for. Pure.

An answer with a literal comes as a pair (what stands before it, the literal), followed by what stands after it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

_UID = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,19})\b")
_WHEN = re.compile(rb'\bINTERNALDATE "([^"]{1,40})"')

#: What Python's client gives: bytes, pairs of bytes, or nothing.
Answer = Sequence[object]


class Fetched(NamedTuple):
    """One mail as it travelled, and when the server had it (``None`` if it did not say)."""

    uid: int
    received: datetime | None
    data: bytes


def mails(answer: Answer) -> list[Fetched]:
    """Return the mails of an answer; one without a UID is left out."""
    return [
        Fetched(int(uid[1]), _received(about), data)
        for about, data in _literals(answer)
        if (uid := _UID.search(about))
    ]


def sizes(answer: Answer) -> dict[int, int]:
    """Return the size of each mail in bytes, by UID."""
    lines = [part for part in answer if isinstance(part, bytes)]
    found = [(_UID.search(line), _SIZE.search(line)) for line in lines]
    return {int(uid[1]): int(size[1]) for uid, size in found if uid and size}


def _literals(answer: Answer) -> Iterator[tuple[bytes, bytes]]:
    """Yield each literal after all that is said about it, before and behind."""
    for index, part in enumerate(answer):
        if isinstance(part, tuple) and len(part) == 2:
            behind = answer[index + 1] if index + 1 < len(answer) else b""
            yield bytes(part[0]) + b" " + (behind if isinstance(behind, bytes) else b""), bytes(part[1])


def _received(about: bytes) -> datetime | None:
    """Read ``17-Jul-2026 02:44:25 +0200``; the day may begin with a space."""
    found = _WHEN.search(about)
    try:
        text = found[1].decode("ascii").strip() if found else ""
        return datetime.strptime(text, "%d-%b-%Y %H:%M:%S %z").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
