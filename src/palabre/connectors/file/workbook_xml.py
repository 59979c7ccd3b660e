"""Reading the XML parts of a workbook with expat, piece by piece: flat memory, no entity, no doctype."""

from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat

_PIECE = 65_536

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class UnsafeXml(Exception):
    """A workbook never declares a document type: one that does is an attack."""


def parse_pieces(stream: BinaryIO, start: Start, end: End, text: Text | None = None) -> Iterator[None]:
    """Parse a part, calling the handlers with local names; yield after each piece of 64 KiB.

    Raises ``UnsafeXml``, ``expat.ExpatError`` (not XML), ``zipfile.BadZipFile`` or ``zlib.error`` (damage).
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    while piece := stream.read(_PIECE):
        parser.Parse(piece, False)
        yield
    parser.Parse(b"", True)
    yield


def _refuse(*_: object) -> None:
    raise UnsafeXml


def parse_whole(stream: BinaryIO, start: Start, end: End = lambda _: None, text: Text | None = None) -> None:
    """Parse a small part to its end."""
    for _ in parse_pieces(stream, start, end, text):
        pass


class Gathered:
    """The text inside the elements that matter, bounded: ``open``, feed, ``close``."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._pieces: list[str] = []
        self._size = 0
        self._open = False

    def open(self) -> None:
        """Begin to gather what follows."""
        self._open = True

    def close(self) -> None:
        """Leave out what follows."""
        self._open = False

    def feed(self, text: str) -> None:
        """Take a piece of text; beyond the bound it is forgotten."""
        if self._open and self._size <= self._longest:
            self._pieces.append(text)
            self._size += len(text)

    def take(self) -> str | None:
        """Return what was gathered and begin anew; ``None`` where it was over the bound."""
        whole = "".join(self._pieces) if self._size <= self._longest else None
        self._pieces.clear()
        self._size = 0
        return whole
