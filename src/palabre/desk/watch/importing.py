"""Many topics at once, out of a file or a paste: CSV, JSON lines, or a query a line. Pure."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from palabre.core.query.parser import MAX_LENGTH
from palabre.core.text import fold
from palabre.desk.people.errors import Refused
from palabre.desk.watch.naming import distinct, name_from

#: Topics read at once, and characters of a file.
MOST, LARGEST = 1_000, 5_000_000

#: What begins a formula in a spreadsheet.
FORMULA = tuple("=+-@\t")

#: What a name holds that may stand before a semicolon: nothing that a query is written with.
_NAME = re.compile(r"[^\"«“»”()\[\]{}:*~^/@#]{1,120}")
_OPERATORS = frozenset(["AND", "OR", "NOT", "ET", "OU", "SAUF"])

#: The columns that are understood, by the names that tools give them, folded.
COLUMNS = {
    "name": ("name", "nom", "titre", "title", "topic", "sujet", "label", "query name", "nom de la requete"),
    "id": ("id",),
    "query": ("query", "requete", "boolean", "booleen", "booleanquery", "search", "recherche", "expression"),
    "dialect": ("dialect", "dialecte", "syntax", "syntaxe"),
    "tool": ("tool", "outil"),
    "written": ("written",),
    "folder": ("folder", "dossier", "category", "categorie", "group", "groupe", "project", "projet"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One topic of a file: ``place`` is its line, ``dialect`` is '' where the file does not tell.

    ``written`` is what it is a translation of, for the tool ``tool``, where it was translated already.
    """

    place: int
    name: str
    query: str
    dialect: str = ""
    folder: str = ""
    tool: str = ""
    written: str = ""


def rows_of(text: str) -> list[Row]:
    """Return the topics that a text holds. Raises ``Refused`` where it holds none, or too many."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rows = [row for row in _rows(text) if row.query.strip()]
    if not rows:
        raise Refused(_("No query was found in it."), "text")
    if len(rows) > MOST:
        raise Refused(
            _("At most %(most)s topics are read at once: cut the file in pieces.") % {"most": MOST}, "text"
        )
    return list(_named(rows))


def _rows(text: str) -> Iterator[Row]:
    start = text.lstrip()[:1]
    if start == "[":
        return _from_json(text)
    if start == "{":
        return _from_lines_of_json(text)
    columns, dialect = _header(text)
    return _from_csv(text, columns, dialect) if "query" in columns else _from_lines(text)


def _from_json(text: str) -> Iterator[Row]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(_("This JSON cannot be read: %(why)s") % {"why": error}, "text") from error
    for place, record in enumerate(found, 1):
        yield _from_record(place, record)


def _from_lines_of_json(text: str) -> Iterator[Row]:
    for place, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                told = _("Line %(line)s is no JSON: %(why)s") % {"line": place, "why": error}
                raise Refused(told, "text") from error
            yield _from_record(place, record)


def _from_record(place: int, record: object) -> Row:
    if not isinstance(record, dict):
        raise Refused(_("Line %(line)s is no JSON object.") % {"line": place}, "text")
    names = list(map(str, record))
    values = list(record.values())
    told = {column: values[at] for column, at in _places(names).items()}
    return _row(place, {column: str(value) for column, value in told.items() if isinstance(value, str | int)})


def _header(text: str) -> tuple[dict[str, int], str]:
    """Return which column holds what, and what separates them: the separator under which most are known."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    best: dict[str, int] = {}
    chosen = ","
    for separator in (",", ";", "\t"):
        found = _places(first.split(separator))
        if len(found) > len(best):
            best, chosen = found, separator
    return best, chosen


def _places(names: Sequence[str]) -> dict[str, int]:
    """Return which name stands for which column; an id is a name where there is no other."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        column = _column(name.strip().strip('"'))
        if column is not None:
            places.setdefault(column, place)
    if "id" in places:
        places.setdefault("name", places.pop("id"))
    return places


def _column(name: str) -> str | None:
    folded = " ".join(fold(name).split())
    return next((column for column, names in COLUMNS.items() if folded in names), None)


def _from_csv(text: str, columns: Mapping[str, int], separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text.lstrip("\n")), delimiter=separator)
    csv.field_size_limit(LARGEST)
    next(reader, None)
    try:
        for cells in reader:
            told = {name: _cell(cells[place]) for name, place in columns.items() if place < len(cells)}
            yield _row(reader.line_num, told)
    except csv.Error as error:
        raise Refused(_("This file cannot be read: %(why)s") % {"why": error}, "text") from error


def _cell(text: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA else text


def _from_lines(text: str) -> Iterator[Row]:
    """Yield a query a line; a name may stand before it, with a tabulation between, or a semicolon on every line."""
    lines = text.split("\n")
    separator = ";" if all(_is_named(line) for line in lines if line.strip()) else "\t"
    for place, line in enumerate(lines, 1):
        name, tab, query = line.partition(separator)
        yield _row(place, {"name": name, "query": query} if tab else {"query": line})


def _is_named(line: str) -> bool:
    name, _semicolon, query = line.partition(";")
    return bool(query.strip() and _NAME.fullmatch(name.strip()) and _OPERATORS.isdisjoint(name.split()))


def _row(place: int, told: Mapping[str, Any]) -> Row:
    query = told.get("query", "").strip()[: MAX_LENGTH + 1]
    name = " ".join(told.get("name", "").split())[:120]
    folder = " ".join(told.get("folder", "").split())[:80]
    dialect = fold(told.get("dialect", "")).strip()[:40]
    return Row(place, name, query, dialect, folder, told.get("tool", ""), told.get("written", ""))


def _named(rows: Iterable[Row]) -> Iterator[Row]:
    """Give each row a name of its own."""
    taken: set[str] = set()
    for row in rows:
        name = distinct(row.name or name_from(row.query) or "—", taken)
        taken.add(name)
        yield replace(row, name=name)
