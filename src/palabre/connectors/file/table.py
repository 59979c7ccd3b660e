"""A file ready to be read: its format, encoding, delimiter and columns, found out or told by the settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from palabre.connectors.file.columns import column_names, has_header, json_columns
from palabre.connectors.file.delimiters import guess_delimiter
from palabre.connectors.file.encodings import guess_encoding, known_encoding
from palabre.connectors.file.formats import Format, detect_format, is_zip
from palabre.connectors.file.opening import GZIP_MARK, ByteSource, needs_utf8_stream
from palabre.connectors.file.rows import BadRow, Place, Row, Rows
from palabre.connectors.file.rows_csv import CsvRows
from palabre.connectors.file.rows_jsonl import JsonRows
from palabre.connectors.file.rows_xlsx import XlsxRows
from palabre.connectors.file.workbook import open_workbook
from palabre.connectors.shared.sentences import source_error
from palabre.connectors.shared.settings import text_setting

#: Bytes looked at: the beginning, then slices further on, where the first accent may be.
_HEAD = 262_144
_SLICE = 65_536
_SLICES = 4

#: Rows looked at to guess columns.
_SAMPLE_ROWS = 200


@dataclass(frozen=True, slots=True)
class Table:
    """A file and how to read it. ``columns`` are its names in order (dotted paths for JSON).

    ``sample`` holds its first rows; ``header`` tells whether the first line named the columns.
    """

    path: Path
    format: Format
    encoding: str
    delimiter: str
    header: bool
    columns: tuple[str, ...]
    sample: tuple[Row, ...]
    sheets: tuple[str, ...] = ()
    returns: bool = False

    def rows(self, start: Place | None = None) -> Rows:
        """Open the file and go on from a place; from the first row (after the header) where there is none."""
        rows = _reader(self, start or Place())
        if start is None and self.header:
            _skip_header(rows)
        return rows


def open_table(path: Path, settings: Mapping[str, Any]) -> Table:
    """Look at a file. What the settings tell is believed, the rest is found out. Raises ``SourceError``."""
    try:
        raw = _raw_sample(path)
    except (OSError, EOFError) as error:
        raise source_error(
            "gone",
            f"Le fichier « {path.name} » ne peut pas être ouvert.",
            f"The file “{path.name}” cannot be opened.",
        ) from error
    told = text_setting(settings, "format", "auto")
    if (is_zip(raw) and told == "auto") or told == "xlsx":
        return _with_columns(Table(path, "xlsx", "utf-8", "", False, (), ()), settings)
    encoding = known_encoding(text_setting(settings, "encoding")) or guess_encoding(raw)
    text = raw.decode(encoding, "replace")
    format_ = detect_format(raw[:16], text[:4096]) if told == "auto" else told
    returns = "\r" in text and "\n" not in text
    delimiter = _delimiter(settings) or guess_delimiter((text.replace("\r", "\n") if returns else text)[:_HEAD])
    table = Table(path, "jsonl" if format_ == "jsonl" else "csv", encoding, delimiter, False, (), (), (), returns)
    return _with_columns(table, settings)


def _with_columns(table: Table, settings: Mapping[str, Any]) -> Table:
    """Read the first rows and name the columns."""
    rows = table.rows(Place())
    try:
        first = tuple(_good(islice(rows, _SAMPLE_ROWS)))
    finally:
        rows.close()
    if table.format == "jsonl":
        return replace(table, columns=json_columns(row.cells for row in first), sample=first)
    told = text_setting(settings, "header", "auto")
    header = told == "yes" or (told == "auto" and has_header([row.cells for row in first]))
    columns = column_names(first[0].cells if first else [], header)
    return replace(table, header=header, columns=columns, sample=first[header:], sheets=rows.sheets)


def _good(rows: Iterator[Row | BadRow]) -> Iterator[Row]:
    return (row for row in rows if isinstance(row, Row))


def _reader(table: Table, start: Place) -> Rows:
    if table.format == "xlsx":
        return XlsxRows(open_workbook(table.path), start)
    source = ByteSource(table.path, table.encoding, returns=table.returns)
    size = table.path.stat().st_size
    if table.format == "jsonl":
        return JsonRows(source, size, start)
    return CsvRows(source, table.delimiter, size, start)


def _skip_header(rows: Rows) -> None:
    """The header is the first row that is not blank and can be read, as in the sample."""
    for row in rows:
        if isinstance(row, Row):
            return


def _raw_sample(path: Path) -> bytes:
    """Return bytes to judge a file by. A gzipped or UTF-16 file is judged by its beginning only."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(GZIP_MARK):
            return _gzip_head(path)
        size = path.stat().st_size
        if is_zip(head) or size <= len(head) or needs_utf8_stream(guess_encoding(head)):
            return head
        slices = [head[: head.rfind(b"\n") + 1] or head]
        for number in range(1, _SLICES + 1):
            file.seek(max(len(head), size * number // _SLICES - _SLICE))
            slices.append(file.read(_SLICE).partition(b"\n")[2].rpartition(b"\n")[0])
        return b"\n".join(slices)


def _gzip_head(path: Path) -> bytes:
    source = ByteSource(path, "latin-1")
    try:
        return source.stream.read(_HEAD)
    finally:
        source.close()


def _delimiter(settings: Mapping[str, Any]) -> str:
    """Return the delimiter that the settings tell, empty where they tell none."""
    told = settings.get("delimiter")
    return {"tab": "\t", "\\t": "\t"}.get(told, told) if isinstance(told, str) else ""
