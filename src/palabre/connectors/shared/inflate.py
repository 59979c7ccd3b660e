"""Undoing the compression of an answer, never past a bound: a 10 kB body may hide 10 GB."""

import zlib

#: Bytes produced at a time, so that memory stays flat whatever the ratio.
_STEP = 65_536

#: Any gzip or zlib header (zlib's own number for "find out": 32, plus the largest window: 15).
_ANY_HEADER = 47

#: How a gzip member begins; anything else after the first member is padding, and ignored as browsers do.
_MEMBER = b"\x1f\x8b"

#: The one coding that we ask for and undo, by its two names.
CODINGS = frozenset({"gzip", "x-gzip"})


class TooLarge(Exception):
    """More bytes came out than the bound allows."""


class Inflater:
    """Takes compressed pieces, gives plain ones, and raises ``TooLarge`` beyond ``limit`` bytes in all.

    A gzip body may be several members one after the other (RFC 1952). Raises ``zlib.error`` on damage.
    """

    def __init__(self, limit: int) -> None:
        self._left = limit
        self._machine = zlib.decompressobj(_ANY_HEADER)

    def feed(self, piece: bytes) -> bytes:
        """Return what this piece gives."""
        out = []
        while True:
            made = self._machine.decompress(piece, _STEP)
            self._left -= len(made)
            if self._left < 0:
                raise TooLarge
            out.append(made)
            piece = self._machine.unconsumed_tail or self._next_member()
            # A full step may have left bytes inside the machine even where no input is left.
            if not piece and len(made) < _STEP:
                return b"".join(out)

    @property
    def complete(self) -> bool:
        """Tell whether the compressed data came to its end."""
        return self._machine.eof

    def _next_member(self) -> bytes:
        rest = self._machine.unused_data
        if not rest.startswith(_MEMBER):
            return b""
        self._machine = zlib.decompressobj(_ANY_HEADER)
        return rest
