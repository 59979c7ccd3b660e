"""The names of a file's columns. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from palabre.connectors.file.header_names import TARGETS, rank
from palabre.connectors.file.values import as_text, looks_like_date

#: Paths into a JSON object go no deeper: ``author.profile.name``.
_DEEPEST = 3
_MOST_PATHS = 500


def has_header(first_rows: Sequence[Sequence[Any]]) -> bool:
    """Tell whether the first row names the columns.

    It does where one of its cells is a name we know; else where its cells are short, distinct and never a number,
    a date or an address, while a later row has one of these.
    """
    if not first_rows:
        return False
    first = [as_text(cell).strip() for cell in first_rows[0]]
    if any(rank(cell, target) is not None for cell in first if len(cell) <= 60 for target in TARGETS):
        return True
    names = all(cell and len(cell) <= 60 and not _is_value(cell) for cell in first)
    others = (as_text(cell).strip() for row in first_rows[1:] for cell in row)
    return names and len(set(first)) == len(first) and any(_is_value(cell) for cell in others)


def column_names(first_row: Sequence[Any], header: bool) -> tuple[str, ...]:
    """Return one name a column: the header's, made distinct (``date``, ``date (2)``), else ``#1``, ``#2`` …"""
    if not header:
        return tuple(f"#{number}" for number in range(1, len(first_row) + 1))
    names: dict[str, None] = {}
    for number, cell in enumerate(first_row, 1):
        wanted = as_text(cell).strip().lstrip("\ufeff")[:200] or f"#{number}"
        name, copies = wanted, 1
        while name in names:
            copies += 1
            name = f"{wanted} ({copies})"
        names[name] = None
    return tuple(names)


def json_columns(objects: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the dotted paths of the values of some objects, in the order in which they are met."""
    paths: dict[str, None] = {}
    for found in objects:
        _add_paths(found, "", _DEEPEST, paths)
    return tuple(paths)


def at_path(found: Any, path: str) -> Any:
    """Return the value at a dotted path, ``None`` where there is none. A key that holds a dot is tried first."""
    if not isinstance(found, Mapping):
        return None
    if path in found:
        return found[path]
    head, dot, rest = path.partition(".")
    return at_path(found.get(head), rest) if dot else None


def _add_paths(found: Mapping[str, Any], prefix: str, deeper: int, paths: dict[str, None]) -> None:
    for key, value in found.items():
        if len(paths) >= _MOST_PATHS or len(key) > 200:
            return
        if isinstance(value, dict) and deeper > 1:
            _add_paths(value, f"{prefix}{key}.", deeper - 1, paths)
        elif not isinstance(value, dict | list):
            paths[f"{prefix}{key}"] = None


def _is_value(cell: str) -> bool:
    """Tell whether a cell can only be a value: a number, a date, an address."""
    return cell.replace(",", ".").replace(".", "", 1).isdigit() or "://" in cell or looks_like_date(cell)
