"""Lines of a stream, never more than a bound of them in memory, each with its number and its place."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

#: A line over this is not a message: it is refused and never loaded whole.
LONGEST_LINE = 10_000_000

_PIECE = 65_536


class LineTooLong(Exception):
    """A line over the bound; ``beginning`` is its first bytes."""

    def __init__(self, beginning: bytes) -> None:
        super().__init__("line too long")
        self.beginning = beginning


@dataclass(slots=True)
class Lines:
    """Reads lines one after the other. ``number`` is that of the last line read, ``offset`` where it ended."""

    stream: BinaryIO
    number: int = 0
    offset: int = 0
    longest: int = LONGEST_LINE
    _again: deque[bytes] = field(default_factory=deque)

    @property
    def has_more(self) -> bool:
        """Tell whether lines were put back and not read again yet."""
        return bool(self._again)

    def put_back(self, lines: Sequence[bytes]) -> None:
        """Give back the last lines read, in their order: they will be read again."""
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)
        self.offset -= sum(map(len, lines))

    def next(self) -> bytes:
        """Return the next line with its end, empty at the end of the stream. Raises ``LineTooLong``."""
        line = self._again.popleft() if self._again else self.stream.readline(self.longest + 1)
        if line:
            self.number += 1
            self.offset += len(line)
        if len(line) > self.longest:
            if not line.endswith(b"\n"):
                self._skip_rest()
            raise LineTooLong(line[:2000])
        return line

    def _skip_rest(self) -> None:
        while piece := self.stream.readline(_PIECE):
            self.offset += len(piece)
            if piece.endswith(b"\n"):
                return
