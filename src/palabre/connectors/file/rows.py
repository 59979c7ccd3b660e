"""What every format is read as: rows, good and bad, each with the line where a person will find it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

#: More columns than this is not a table of messages.
MOST_COLUMNS = 500


class Row(NamedTuple):
    """A row as it was read. ``cells`` is a list in the order of the columns, or a JSON object."""

    line: int
    cells: Any


class BadRow(NamedTuple):
    """A row that could not be read, why in French and in English, and how it begins."""

    line: int
    french: str
    english: str
    payload: str = ""


class Place(NamedTuple):
    """Where a reader stands: the last line read, the offset after it, and how much of the whole was read.

    ``offset`` counts bytes of the plain (decompressed, UTF-8) stream; it is 0 for a workbook, where only ``line``
    counts. ``read`` and ``size`` are in the same unit, that of progress.
    """

    line: int = 0
    offset: int = 0
    read: int = 0
    size: int = 0


class Rows(Protocol):
    """A reader of one file. Iterating goes on from the place where it stands; it ends at the end of the file."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """Return the names of a workbook's sheets; a text file has none."""
        ...

    def __iter__(self) -> Iterator[Row | BadRow]:
        """Yield the rows that follow."""
        ...

    def place(self) -> Place:
        """Return where it stands, after the last row given."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


def is_blank(cells: Sequence[Any]) -> bool:
    """Tell whether no cell of a row holds anything."""
    return not any(cell is not None and str(cell).strip() for cell in cells)


def bad_too_long(line: int, beginning: str) -> BadRow:
    """Return the bad row of a line that was refused for its length."""
    return BadRow(
        line, "Ligne de plus de 10 Mo : elle n’a pas été lue.", "Line over 10 MB: it was not read.", beginning
    )
