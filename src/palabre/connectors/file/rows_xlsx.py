"""A sheet of an Excel workbook → rows. Formulas are never evaluated: the value that Excel saved is read.

Measured before it was written: openpyxl's reader gave 10,000 rows/s, kept every shared text in memory and stopped
at the first cell it could not read.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from palabre.connectors.file.rows import MOST_COLUMNS, BadRow, Place, Row, is_blank
from palabre.connectors.file.shared_strings import LONGEST_CELL
from palabre.connectors.file.workbook import DAMAGE, Workbook, damaged
from palabre.connectors.file.workbook_xml import Gathered, parse_pieces
from palabre.connectors.shared.dates import excel_date

#: The last row of a sheet (ECMA-376); a number beyond it is a lie.
LAST_ROW = 1_048_576


class _Cell(NamedTuple):
    column: int
    kind: str
    style: str
    value: str | None


class _Sheet:
    """Gathers rows of raw cells out of the events of the XML parser."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, list[_Cell]]] = []
        self.text = Gathered(LONGEST_CELL)
        self._line = 0
        self._cells: list[_Cell] = []
        self._column = -1
        self._kind = ""
        self._style = ""
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell or a value."""
        if name == "c":
            self._column = column_number(attributes.get("r", ""), self._column + 1)
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        elif name == "row":
            self._line = _line_number(attributes.get("r", ""), self._line + 1)
            self._cells, self._column = [], -1
        elif name == "v" or (name == "t" and not self._phonetic):
            self.text.open()
        elif name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        """End it; a cell beyond the columns that we read is forgotten."""
        if name in ("v", "t"):
            self.text.close()
        elif name == "c":
            value = self.text.take()
            if value != "" and self._column < MOST_COLUMNS:
                self._cells.append(_Cell(self._column, self._kind, self._style, value))
        elif name == "row":
            self.rows.append((self._line, self._cells))
        elif name == "rPh":
            self._phonetic = False


class XlsxRows:
    """The rows of a workbook's sheet after a line. ``cells`` are strings, numbers, booleans or naive dates."""

    def __init__(self, workbook: Workbook, start: Place) -> None:
        self._workbook = workbook
        self._line = start.line
        self._read = 0

    @property
    def sheets(self) -> tuple[str, ...]:
        """Return the names of the workbook's sheets; the first visible one is read."""
        return self._workbook.sheets

    def __iter__(self) -> Iterator[Row | BadRow]:
        """Yield the rows that follow; blank ones are passed over. Raises ``SourceError`` on damage."""
        after = self._line
        try:
            for line, cells in self._raw_rows():
                if line > after:
                    self._line = line
                    row = self._row(line, cells)
                    if row is not None:
                        yield row
        except DAMAGE:
            raise damaged() from None

    def place(self) -> Place:
        """Return where the reader stands."""
        return Place(self._line, 0, self._read, self._workbook.sheet_size)

    def close(self) -> None:
        """Close the workbook."""
        self._workbook.close()

    def _raw_rows(self) -> Iterator[tuple[int, list[_Cell]]]:
        sheet = _Sheet()
        with self._workbook.open_sheet() as stream:
            for _ in parse_pieces(stream, sheet.start, sheet.end, sheet.text.feed):
                self._read = stream.tell()
                rows, sheet.rows = sheet.rows, []
                yield from rows

    def _row(self, line: int, cells: list[_Cell]) -> Row | BadRow | None:
        values: list[Any] = [None] * (max((cell.column for cell in cells), default=-1) + 1)
        for cell in cells:
            try:
                values[cell.column] = self._value(cell)
            except (ValueError, IndexError, OverflowError):
                return _bad_cell(line, cell.column)
        return None if is_blank(values) else Row(line, values)

    def _value(self, cell: _Cell) -> str | float | bool | datetime | None:
        """Return what a cell holds. Raises ``ValueError``, ``IndexError`` or ``OverflowError`` on nonsense."""
        if cell.value is None:
            raise ValueError
        if cell.kind == "s":
            return self._workbook.texts[int(cell.value)]
        if cell.kind == "n":
            return self._number(cell.value, cell.style)
        if cell.kind == "b":
            return cell.value == "1"
        return None if cell.kind == "e" else cell.value

    def _number(self, value: str, style: str) -> float | datetime:
        number = float(value)
        if style and int(style) in self._workbook.date_styles:
            return excel_date(number, self._workbook.epoch)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number


def column_number(reference: str, default: int) -> int:
    """Return the column of a cell reference, from 0: ``"A1"`` → 0, ``"AB12"`` → 27.

    A reference that is not one gives ``default``.
    """
    letters = reference.rstrip("0123456789")
    if not (0 < len(letters) <= 3 and letters.isascii() and letters.isalpha()):
        return default
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _line_number(told: str, default: int) -> int:
    return int(told) if told.isascii() and told.isdigit() and default <= int(told[:9]) <= LAST_ROW else default


def _bad_cell(line: int, column: int) -> BadRow:
    return BadRow(
        line,
        f"La cellule de la colonne {column + 1} ne se lit pas.",
        f"The cell of column {column + 1} cannot be read.",
    )
