"""Which column holds what: guessed from names and contents, then confirmed by a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from palabre.connectors.file.columns import at_path
from palabre.connectors.file.header_names import TARGETS, rank
from palabre.connectors.file.table import Table, open_table
from palabre.connectors.file.values import as_text, is_date, looks_like_date
from palabre.connectors.shared.dates import Order
from palabre.connectors.shared.sentences import excerpt

#: Rows shown to the person who confirms, and how much of each cell.
_SHOWN_ROWS = 10
_SHOWN_LENGTH = 200

#: At least this share of the filled cells must fit what a column is taken for.
_SHARE = 0.8

#: A column whose name says "link" may well hold some bad ones.
_SHARE_WHERE_NAMED = 0.5

#: From this confidence on, an import that nobody watches (a script) may go ahead.
SURE = 0.85


@dataclass(frozen=True, slots=True)
class Guess:
    """What was found out about a file, to be confirmed.

    ``mapping`` says which column holds each target (see ``header_names``); ``confidence`` is 0..1; ``rows`` are the
    first ones, column → text; ``problems`` are (French, English) sentences. The rest are settings found out.
    """

    mapping: Mapping[str, str]
    confidence: float
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    problems: tuple[tuple[str, str], ...]
    format: str
    encoding: str
    delimiter: str
    header: bool
    dates: Order = "dmy"

    def settings(self) -> dict[str, Any]:
        """Return the settings found out, to be offered for confirmation and stored."""
        found = {"mapping": dict(self.mapping), "format": self.format, "dates": self.dates}
        if self.format != "jsonl":
            found["header"] = "yes" if self.header else "no"
        if self.format != "xlsx":
            found["encoding"] = self.encoding
        return {**found, "delimiter": self.delimiter} if self.format == "csv" else found


def guess_mapping(path: Path, settings: Mapping[str, Any] | None = None) -> Guess:
    """Look at a file and guess what its columns hold. What ``settings`` tell is believed.

    Raises ``SourceError`` where the file cannot be read at all.
    """
    return guess_table(open_table(path, settings or {}))


def guess_table(table: Table) -> Guess:
    """Guess what the columns of an open table hold. Pure: it looks at the sample only."""
    columns = {name: _cells(table, name) for name in table.columns}
    order = _order(columns)
    mapping = _by_name(columns, order)
    named = frozenset(mapping)
    _by_content(columns, mapping, order)
    return Guess(
        mapping=mapping,
        confidence=_confidence(mapping, named, len(table.sample)),
        columns=table.columns,
        rows=tuple(_shown(table, row.cells) for row in table.sample[:_SHOWN_ROWS]),
        problems=tuple(_problems(mapping, table)),
        format=table.format,
        encoding=table.encoding,
        delimiter=table.delimiter,
        header=table.header,
        dates=order,
    )


def cell_of(table: Table, cells: Any, column: str) -> Any:
    """Return the value of a column in a row of a table, ``None`` where it has none."""
    if table.format == "jsonl":
        return at_path(cells, column)
    index = table.columns.index(column)
    return cells[index] if index < len(cells) else None


def _cells(table: Table, column: str) -> list[Any]:
    """Return the filled cells of a column in the sample."""
    values = (cell_of(table, row.cells, column) for row in table.sample)
    return [value for value in values if as_text(value).strip()]


def _order(columns: Mapping[str, Sequence[Any]]) -> Order:
    """Month first, where some column is dates in that order only."""
    for cells in columns.values():
        telling = [cell for cell in cells if isinstance(cell, str) and looks_like_date(cell)]
        if len(telling) >= len(cells) * _SHARE and telling:
            day_first = sum(is_date(cell, "dmy") for cell in telling)
            month_first = sum(is_date(cell, "mdy") for cell in telling)
            if month_first > day_first:
                return "mdy"
    return "dmy"


def _by_name(columns: Mapping[str, Sequence[Any]], order: Order) -> dict[str, str]:
    """Give each target the column whose name says it best; a column serves one target."""
    ranked = sorted(
        (found, TARGETS.index(target), target, name)
        for name, cells in columns.items()
        for target in TARGETS
        if (found := rank(name, target)) is not None and _fits(target, cells, order)
    )
    mapping: dict[str, str] = {}
    for _, _, target, name in ranked:
        if target not in mapping and name not in mapping.values():
            mapping[target] = name
    return mapping


def _fits(target: str, cells: Sequence[Any], order: Order) -> bool:
    """Tell whether what a column holds does not contradict its name."""
    if not cells:
        return True
    if target == "published":
        return sum(is_date(cell, order) for cell in cells) >= len(cells) * _SHARE
    if target == "id":
        texts = [as_text(cell).strip() for cell in cells]
        return len(set(texts)) == len(texts) and not _are_row_numbers(texts)
    if target in ("url", "author.url"):
        return _share_of_addresses(cells) >= _SHARE_WHERE_NAMED
    return target != "text" or _share_of_addresses(cells) < _SHARE


def _are_row_numbers(texts: Sequence[str]) -> bool:
    """1, 2, 3 … number the rows of this file: in the next export the same numbers are other messages."""
    return any(texts == [str(number) for number in range(first, first + len(texts))] for first in (0, 1, 2))


def _by_content(columns: Mapping[str, Sequence[Any]], mapping: dict[str, str], order: Order) -> None:
    """Find a text, a date and an address that no name told, among the columns that serve nothing yet."""
    free = {name: cells for name, cells in columns.items() if cells and name not in mapping.values()}
    dates = [name for name, cells in free.items() if _share_of_dates(cells, order) >= _SHARE]
    links = [name for name, cells in free.items() if _share_of_addresses(cells) >= _SHARE]
    texts = {name: _mean_length(cells) for name, cells in free.items() if name not in (*dates, *links)}
    if "published" not in mapping and dates:
        mapping["published"] = dates[0]
    if "url" not in mapping and links:
        mapping["url"] = links[0]
    if "text" not in mapping and texts:
        longest = max(texts, key=lambda name: texts[name])
        if texts[longest] >= 12 or len(columns) == 1:
            mapping["text"] = longest


def _share_of_dates(cells: Sequence[Any], order: Order) -> float:
    """Bare numbers are left out: any count would be a date of Excel's."""
    dates = sum(
        not isinstance(cell, str) and is_date(cell, order) for cell in cells if not isinstance(cell, int | float)
    )
    return (dates + sum(isinstance(cell, str) and looks_like_date(cell) for cell in cells)) / len(cells)


def _share_of_addresses(cells: Sequence[Any]) -> float:
    found = sum(isinstance(cell, str) and cell.strip().startswith(("http://", "https://")) for cell in cells)
    return found / len(cells) if cells else 0.0


def _mean_length(cells: Sequence[Any]) -> float:
    """Long cells with several words are texts; identifiers may be long and have one."""
    texts = [cell for cell in cells if isinstance(cell, str) and " " in cell.strip()]
    return sum(min(len(text), 2000) for text in texts) / len(cells)


def _confidence(mapping: Mapping[str, str], named: frozenset[str], rows: int) -> float:
    """A text that a name told is nearly all; a date and an author missing make a person worth asking."""
    if "text" not in mapping or not rows:
        return 0.0
    sure = 1.0 if "text" in named else 0.6
    for target, factor in (("published", 0.75), ("author.name", 0.95)):
        known = target in mapping or (target == "author.name" and "author.key" in mapping)
        sure *= 1.0 if known else factor
    return round(sure, 2)


def _problems(mapping: Mapping[str, str], table: Table) -> list[tuple[str, str]]:
    found = []
    if "text" not in mapping:
        found.append(
            ("Aucune colonne ne ressemble à un texte : indiquez-la.", "No column looks like a text: point it out.")
        )
    if "published" not in mapping:
        found.append(
            (
                "Aucune colonne de date : les messages porteront la date du fichier.",
                "No date column: the messages will bear the date of the file.",
            )
        )
    if len(table.sheets) > 1:
        names = ", ".join(excerpt(name, 30) for name in table.sheets[:5])
        found.append(
            (
                f"Le classeur a {len(table.sheets)} feuilles ({names}) : seule la première visible est lue.",
                f"The workbook has {len(table.sheets)} sheets ({names}): only the first visible one is read.",
            )
        )
    return found


def _shown(table: Table, cells: Any) -> dict[str, str]:
    return {name: excerpt(as_text(cell_of(table, cells, name)), _SHOWN_LENGTH) for name in table.columns}
