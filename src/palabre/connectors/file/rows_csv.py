"""CSV as it is really written → rows, in flat memory, with the byte offset after each."""

import csv
from collections.abc import Iterator

from palabre.connectors.file.lines import LONGEST_LINE, Lines, LineTooLong
from palabre.connectors.file.opening import ByteSource
from palabre.connectors.file.rows import BadRow, Place, Row, bad_too_long, is_blank

#: A quoted text over more lines than this is a quote that was never closed.
_MOST_LINES = 5_000


class _Unclosed(Exception):
    """A quote was opened, and the text that it holds goes on beyond any message."""


class _Record:
    """Feeds ``csv.reader`` with lines, and knows which ones the present record took."""

    def __init__(self, lines: Lines, encoding: str) -> None:
        self._lines = lines
        self._encoding = encoding
        self.taken: list[bytes] = []
        self.size = 0
        self.damaged = False
        self.at_end = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._lines.next()
        if not line:
            self.at_end = True
            raise StopIteration
        self.taken.append(line)
        self.size += len(line)
        if self.size > LONGEST_LINE or len(self.taken) > _MOST_LINES:
            raise _Unclosed
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError:
            # The record is read to its end before it is refused, so that its last lines are not taken for rows.
            self.damaged = True
            return line.decode(self._encoding, "replace")

    def begin(self) -> None:
        """Forget the last record."""
        self.taken = []
        self.size = 0
        self.damaged = False

    def beginning(self) -> str:
        """Return how the record begins, for a person to recognise it."""
        return b"".join(self.taken[:5])[:2000].decode(self._encoding, "replace")


class CsvRows:
    """The rows of a CSV file from a place on. ``cells`` are strings."""

    def __init__(self, source: ByteSource, delimiter: str, size: int, start: Place) -> None:
        # Process-wide in the standard library, and never lowered: a field may be as long as a line.
        csv.field_size_limit(LONGEST_LINE)
        source.skip_to(start.offset)
        self._source = source
        self._size = size
        self._lines = Lines(source.stream, start.line, start.offset)
        self._record = _Record(self._lines, source.encoding)
        self._reader = csv.reader(self._record, delimiter=delimiter)

    @property
    def sheets(self) -> tuple[str, ...]:
        """Return nothing: a CSV file has no sheets."""
        return ()

    def __iter__(self) -> Iterator[Row | BadRow]:
        """Yield the rows that follow; blank ones are passed over."""
        while not self._record.at_end or self._lines.has_more:
            line = self._lines.number + 1
            row = self._next(line)
            if row is not None:
                yield row

    def place(self) -> Place:
        """Return where the reader stands."""
        return Place(self._lines.number, self._lines.offset, min(self._source.read, self._size), self._size)

    def close(self) -> None:
        """Close the file."""
        self._source.close()

    def _next(self, line: int) -> Row | BadRow | None:
        record = self._record
        record.begin()
        try:
            cells = next(self._reader, None)
        except LineTooLong as error:
            return bad_too_long(line, error.beginning.decode("utf-8", "replace"))
        except _Unclosed:
            return self._unclosed(line)
        except csv.Error:
            return _lone_return(line, record.beginning())
        if record.at_end and record.taken:
            return self._unclosed(line)
        if not cells or is_blank(cells):
            return None
        return _undecodable(line, record.beginning()) if record.damaged else Row(line, cells)

    def _unclosed(self, line: int) -> BadRow:
        """Refuse the first line alone: the others were only swallowed by its quote, and are read again."""
        beginning = self._record.beginning()
        self._lines.put_back(self._record.taken[1:])
        self._record.at_end = False
        return BadRow(
            line,
            "Un guillemet est ouvert et jamais fermé : cette ligne est mise de côté, les suivantes sont lues.",
            "A quote is opened and never closed: this line is set aside, the following ones are read.",
            beginning,
        )


def _lone_return(line: int, beginning: str) -> BadRow:
    return BadRow(
        line,
        "Un retour chariot isolé coupe la ligne : mettez ce texte entre guillemets dans l’export.",
        "A lone carriage return cuts the line: have the export put this text between quotes.",
        beginning,
    )


def _undecodable(line: int, beginning: str) -> BadRow:
    return BadRow(
        line,
        "Des octets illisibles dans l’encodage choisi. Si beaucoup de lignes sont ainsi, changez l’encodage.",
        "Some bytes cannot be read in the encoding chosen. If many lines are like this, change the encoding.",
        beginning,
    )
