"""One JSON object a line → rows."""

from collections.abc import Iterator
from typing import Any

import msgspec

from palabre.connectors.file.lines import Lines, LineTooLong
from palabre.connectors.file.opening import ByteSource
from palabre.connectors.file.rows import BadRow, Place, Row, bad_too_long

#: Objects inside objects beyond this are not an export of messages; a stack must not depend on a file.
DEEPEST = 20

_MARK = b"\xef\xbb\xbf"


class JsonRows:
    """The objects of a JSONL file from a place on. ``cells`` is the object."""

    def __init__(self, source: ByteSource, size: int, start: Place) -> None:
        source.skip_to(start.offset)
        self._source = source
        self._size = size
        self._lines = Lines(source.stream, start.line, start.offset)
        self._plain = source.encoding.lower() in ("utf-8", "utf-8-sig", "ascii")

    @property
    def sheets(self) -> tuple[str, ...]:
        """Return nothing: a JSONL file has no sheets."""
        return ()

    def __iter__(self) -> Iterator[Row | BadRow]:
        """Yield the rows that follow; blank lines are passed over."""
        while True:
            try:
                line = self._lines.next()
            except LineTooLong as error:
                yield bad_too_long(self._lines.number, error.beginning.decode("utf-8", "replace"))
                continue
            if not line:
                return
            if line.strip():
                yield self._row(self._lines.number, line)

    def place(self) -> Place:
        """Return where the reader stands."""
        return Place(self._lines.number, self._lines.offset, min(self._source.read, self._size), self._size)

    def close(self) -> None:
        """Close the file."""
        self._source.close()

    def _row(self, number: int, line: bytes) -> Row | BadRow:
        try:
            if not self._plain:
                line = line.decode(self._source.encoding).encode()
            found = msgspec.json.decode(line.removeprefix(_MARK))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            return _unreadable(number, str(error), line)
        except RecursionError:
            return _too_deep(number, line)
        if not isinstance(found, dict):
            return _not_an_object(number, line)
        return Row(number, found) if _is_shallow(line, found) else _too_deep(number, line)


def depth_within(value: Any, levels: int) -> bool:
    """Tell whether objects and lists are nested at most ``levels`` deep."""
    if not isinstance(value, dict | list):
        return True
    inside = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(depth_within(item, levels - 1) for item in inside)


def _is_shallow(line: bytes, found: object) -> bool:
    """Count brackets first: few of them cannot be deep, and that is nearly every line."""
    return line.count(b"{") + line.count(b"[") <= DEEPEST or depth_within(found, DEEPEST)


def _unreadable(number: int, error: str, line: bytes) -> BadRow:
    return BadRow(
        number,
        f"Cette ligne n’est pas du JSON ({error[:120]}).",
        f"This line is not JSON ({error[:120]}).",
        _shown(line),
    )


def _too_deep(number: int, line: bytes) -> BadRow:
    return BadRow(
        number,
        f"Cet objet est imbriqué sur plus de {DEEPEST} niveaux.",
        f"This object is nested more than {DEEPEST} levels deep.",
        _shown(line),
    )


def _not_an_object(number: int, line: bytes) -> BadRow:
    return BadRow(
        number,
        'Il faut un objet JSON par ligne : {"id": …, "text": …}.',
        'One JSON object a line is needed: {"id": …, "text": …}.',
        _shown(line),
    )


def _shown(line: bytes) -> str:
    return line[:2000].decode("utf-8", "replace")
