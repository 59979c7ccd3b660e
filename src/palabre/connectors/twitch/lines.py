"""Bytes as they come → whole lines, never keeping more than one line's bound in memory."""

from typing import NamedTuple

#: Bytes of a line: tags up to 8,191 (IRCv3) and a message of 500 characters, with room to spare.
MAX_LINE = 32_768

#: Bytes of a line that is too long, kept to say which it was.
EXCERPT = 200


class TooLong(NamedTuple):
    """A line over the bound, told by its beginning and its whole length in bytes."""

    beginning: bytes
    length: int


class LineSplitter:
    """Cuts a stream of bytes at line ends. An overlong line is skipped to its end and told as ``TooLong``."""

    def __init__(self, max_line: int = MAX_LINE) -> None:
        self._max = max_line
        self._rest = b""
        self._skipping: TooLong | None = None

    def feed(self, data: bytes) -> list[bytes | TooLong]:
        """Return the lines completed by ``data``, without their ends and without empty ones."""
        *whole, rest = data.split(b"\n")
        lines = [line for piece in whole if (line := self._completed(piece))]
        self._keep(rest)
        return lines

    def _completed(self, piece: bytes) -> bytes | TooLong:
        self._keep(piece)
        line = self._skipping or self._rest.rstrip(b"\r")
        self._rest, self._skipping = b"", None
        return line

    def _keep(self, piece: bytes) -> None:
        """Add to the line under way, or to the length of one that is being skipped."""
        if self._skipping:
            self._skipping = self._skipping._replace(length=self._skipping.length + len(piece))
        elif len(self._rest) + len(piece) <= self._max:
            self._rest += piece
        else:
            beginning = (self._rest + piece[:EXCERPT])[:EXCERPT]
            self._skipping = TooLong(beginning, len(self._rest) + len(piece))
            self._rest = b""
