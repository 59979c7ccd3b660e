"""Lines of a stream, in batches: whatever has come, so that a live stream is answered at once; bounded memory."""

import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from palabre.cli.message_lines import MOST_BYTES

#: Lines and bytes of a batch; bytes asked of the stream at a time.
MOST_LINES, CHUNK = 500, 256 * 1024

Numbered = tuple[int, bytes]


def size_of(source: BinaryIO) -> int | None:
    """Return the bytes still to read where the stream is a file, None where nobody can tell."""
    try:
        facts = os.fstat(source.fileno())
        return facts.st_size - source.tell() if stat.S_ISREG(facts.st_mode) else None
    except (OSError, ValueError):  # io.UnsupportedOperation is both: a stream without a file
        return None


def batches(source: BinaryIO) -> Iterator[tuple[list[Numbered], int]]:
    """Yield lines with their numbers, from 1, empty ones left out, and how many bytes were read for them.

    A line longer than a message may be is yielded cut just above that bound, and the rest of it is thrown away.
    """
    number, ready = 0, list[Numbered]()
    for lines, read in _pieces(source):
        for line in lines:
            number += 1
            if line.strip():
                ready.append((number, line))
            if len(ready) == MOST_LINES:
                yield ready, 0
                ready = []
        yield ready, read
        ready = []


def _pieces(source: BinaryIO) -> Iterator[tuple[list[bytes], int]]:
    """Yield the whole lines of each piece that comes, with the size of the piece."""
    start = b""
    while piece := _read(source):
        *lines, start = _cut(start, piece)
        yield lines, len(piece)
    yield ([start] if start else []), 0


def _cut(start: bytes, piece: bytes) -> list[bytes]:
    """Split at line ends; what has no end yet is last, kept no longer than tells that it is too long."""
    *lines, last = (start + piece).split(b"\n")
    return [*lines, last[: MOST_BYTES + 1]]


def _read(source: BinaryIO) -> bytes:
    """Return what has come, waiting only where nothing has."""
    read1 = getattr(source, "read1", None)
    found: bytes = read1(CHUNK) if read1 is not None else source.read(CHUNK)
    return found
