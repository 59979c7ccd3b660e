"""Where sentences stand, and offsets as the protocol counts them."""

import re
from collections.abc import Sequence
from itertools import accumulate

#: Sentences scored one by one; the last one takes the rest.
MOST = 40
_END = re.compile(r"[.!?…]+(?:\s?[»”\")\]])?\s+|\n+")

Span = tuple[int, int]


def sentences(text: str) -> list[Span]:
    """Return (start, end) of each sentence in characters, blanks around them left out. At most ``MOST``."""
    cuts = [0, *(found.end() for found in _END.finditer(text))][:MOST]
    found = zip(cuts, [*cuts[1:], len(text)], strict=True)
    return [span for start, end in found if (span := _trimmed(text, start, end)) is not None]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    if not piece.strip():
        return None
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def in_utf16(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return spans counted in UTF-16 units, as the protocol counts: an emoji is two."""
    if text.isascii() or max(text, default="") < "\U00010000":
        return list(spans)
    at = [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]
    return [(at[start], at[end]) for start, end in spans]
