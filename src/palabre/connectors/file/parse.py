"""One row → one message, or why not. Pure: the file's hash, its date and its settings are passed in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from operator import itemgetter
from typing import Any, cast

from palabre.connectors.contract import SourceError
from palabre.connectors.file.columns import at_path
from palabre.connectors.file.header_names import TARGETS
from palabre.connectors.file.manifest import KINDS, VISIBILITIES
from palabre.connectors.file.rows import BadRow, Row
from palabre.connectors.file.values import as_date, as_text
from palabre.connectors.shared.dates import Order, UnreadableDate
from palabre.connectors.shared.fitting import LONGEST_TEXT, clip, count
from palabre.connectors.shared.identity import as_key, stable_id
from palabre.connectors.shared.sentences import excerpt, reject, source_error, storable
from palabre.connectors.shared.web_address import link
from palabre.core.model import Author, Kind, Message, Reject, Visibility

Getter = Callable[[Any], Any]

#: A raw value longer than this is cut: the message's own text is kept whole in the message.
_LONGEST_RAW = 4_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of a file are to be read. ``columns`` are empty for JSON, whose mapping holds paths.

    ``file_key`` is the hash of the file; ``fallback`` dates a row that has no date.
    """

    columns: Sequence[str]
    mapping: Mapping[str, str]
    zone: tzinfo
    order: Order
    kind: Kind
    visibility: Visibility
    file_key: str
    fallback: datetime


class RowParser:
    """Turns rows into messages. Raises ``SourceError`` at once where the mapping cannot be followed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._get = _getters(reading)
        self._text = self._get["text"]
        self._width = len(reading.columns)
        self._readers = [(name, self._get[name], read) for name, read in _READERS.items() if name in self._get]
        self._raw_columns = [
            (index, name) for index, name in enumerate(reading.columns) if name != reading.mapping["text"]
        ]

    def parse(self, row: Row | BadRow) -> Message | Reject:
        """Return the message of a row, or a reject that says its line and what is wrong."""
        if isinstance(row, BadRow):
            return reject(f"l. {row.line}", row.french, row.english, row.payload)
        cells = row.cells
        if self._width:
            if len(cells) > self._width and any(as_text(cell).strip() for cell in cells[self._width :]):
                return self._too_wide(row)
            if len(cells) < self._width:
                cells = [*cells, *[None] * (self._width - len(cells))]
        return self._message(row.line, cells)

    def _message(self, line: int, cells: Any) -> Message | Reject:
        text = storable(as_text(self._text(cells)))
        if not text.strip():
            return _refused(line, "La colonne du texte est vide.", "The text column is empty.", cells)
        if len(text) > LONGEST_TEXT:
            return _refused(
                line, "Le texte dépasse un million de caractères.", "The text is over a million characters.", cells
            )
        try:
            published = self._published(cells)
        except UnreadableDate as error:
            shown = excerpt(str(error))
            return _refused(line, f"Date illisible : « {shown} ».", f"Unreadable date: “{shown}”.", cells)
        author = self._author(cells)
        return Message(
            id=self._id(cells, line, text, published, author),
            text=text,
            published=published,
            author=author,
            raw=self._raw(cells),
            **self._others(cells),
        )

    def _published(self, cells: Any) -> datetime:
        get = self._get.get("published")
        value = get(cells) if get else None
        if value is None or value == "" or (isinstance(value, str) and not value.strip()):
            return self._reading.fallback
        return as_date(value, self._reading.zone, self._reading.order)

    def _author(self, cells: Any) -> Author | None:
        name = storable(self._value("author.name", cells))
        key = storable(self._value("author.key", cells)) or name
        if not key:
            return None
        url = self._value("author.url", cells)
        return Author(
            key=as_key(key),
            name=clip(name, 300),
            url=link(url) if url else "",
            followers=count(self._get["author.followers"](cells)) if "author.followers" in self._get else None,
        )

    def _id(self, cells: Any, line: int, text: str, published: datetime, author: Author | None) -> str:
        """Return the row's own identifier, else one made of what it says, else of its place in this very file.

        Content is enough where someone said it at a time of day: the same row in two exports is then one message.
        Without these, two people who wrote "Bravo !" the same day must stay two.
        """
        told = storable(self._value("id", cells))
        if told:
            return as_key(told)
        if author is not None and "published" in self._get and (published.second or published.minute):
            return stable_id(author.key, published.isoformat(), text)
        return stable_id(self._reading.file_key, str(line))

    def _others(self, cells: Any) -> dict[str, Any]:
        """Return the other fields; a value that means nothing is left out, and stays in ``raw``."""
        reading = self._reading
        found: dict[str, Any] = {"kind": reading.kind, "visibility": reading.visibility}
        for name, get, read in self._readers:
            value = read(get(cells))
            if value not in ("", None):
                found[name] = value
        return found

    def _value(self, target: str, cells: Any) -> str:
        get = self._get.get(target)
        return as_text(get(cells)).strip() if get else ""

    def _raw(self, cells: Any) -> dict[str, Any]:
        """Return what the source gave, but for the text, which the message holds as it is."""
        if not self._width:
            text = self._reading.mapping["text"]
            return {storable(key): _raw_value(value) for key, value in cells.items() if key != text}
        return {
            name: _raw_value(value)
            for index, name in self._raw_columns
            if (value := cells[index]) not in (None, "")
        }

    def _too_wide(self, row: Row) -> Reject:
        return _refused(
            row.line,
            f"{len(row.cells)} cellules pour {self._width} colonnes : "
            "un texte contient le séparateur sans être entre guillemets.",
            f"{len(row.cells)} cells for {self._width} columns: "
            "a text holds the delimiter and is not between quotes.",
            row.cells,
        )


def _getters(reading: Reading) -> dict[str, Getter]:
    """Return how to get each target out of a row. Raises ``SourceError`` for a column that is not there."""
    if "text" not in reading.mapping:
        raise source_error(
            "refused",
            "Indiquez quelle colonne contient le texte des messages.",
            "Point out the column that holds the text of the messages.",
        )
    return {
        target: _getter(reading.columns, column) for target, column in reading.mapping.items() if target in TARGETS
    }


def _getter(columns: Sequence[str], column: str) -> Getter:
    if not columns:
        return path_getter(column)
    if column not in columns:
        raise _missing_column(column, columns)
    return itemgetter(columns.index(column))


def path_getter(path: str) -> Getter:
    """Return how to get a value at a dotted path of an object."""
    return lambda found: at_path(found, path)


def _missing_column(column: str, columns: Sequence[str]) -> SourceError:
    name, shown = excerpt(column), ", ".join(excerpt(one, 30) for one in columns[:20])
    return source_error(
        "malformed",
        f"Le fichier n’a pas de colonne « {name} ». Il a : {shown}.",
        f"The file has no column “{name}”. It has: {shown}.",
    )


def _refused(line: int, french: str, english: str, cells: Any) -> Reject:
    return reject(f"l. {line}", french, english, _joined(cells))


def _joined(cells: Any) -> str:
    values = cells.values() if isinstance(cells, Mapping) else cells
    return " ; ".join(as_text(value)[:500] for value in list(values)[:50])


def _raw_value(value: Any) -> Any:
    if isinstance(value, str):
        return (
            value
            if len(value) < _LONGEST_RAW and value.isascii() and "\0" not in value
            else clip(value, _LONGEST_RAW)
        )
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {storable(key): _raw_value(inner) for key, inner in value.items()}
    return [_raw_value(inner) for inner in value[:100]] if isinstance(value, list) else value


def _lang(value: Any) -> str:
    told = as_text(value).strip().replace("_", "-").lower()
    letters = told.replace("-", "")
    good = len(told) <= 8 and letters.isascii() and letters.isalpha() and 2 <= len(told.partition("-")[0]) <= 3
    return told if good else ""


def _country(value: Any) -> str:
    told = as_text(value).strip()
    return told.upper() if len(told) == 2 and told.isascii() and told.isalpha() else ""


def _among(choices: Sequence[str]) -> Callable[[Any], str]:
    return lambda value: told if (told := as_text(value).strip()) in choices else ""


def _text_of(most: int) -> Callable[[Any], str]:
    return lambda value: clip(as_text(value).strip(), most)


#: How each field is read, but for those that need more than one cell.
_READERS: dict[str, Callable[[Any], Any]] = {
    "title": _text_of(2_000),
    "lead": _text_of(10_000),
    "thread": _text_of(500),
    "parent": _text_of(500),
    "site": _text_of(300),
    "place": _text_of(2_000),
    "network": _text_of(50),
    "url": lambda value: link(as_text(value)),
    "lang": _lang,
    "country": _country,
    "engagement": count,
    "reach": count,
    "kind": _among(KINDS),
    "visibility": _among(VISIBILITIES),
}


def kind_of(value: str) -> Kind:
    """Return a setting as a kind of message; "comment" where it is none."""
    return cast(Kind, value) if value in KINDS else "comment"


def visibility_of(value: str) -> Visibility:
    """Return a setting as a visibility; "public" where it is none."""
    return cast(Visibility, value) if value in VISIBILITIES else "public"
