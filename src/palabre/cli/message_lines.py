"""Messages as lines of JSON, as people pipe them in. Pure: bytes in, messages or what is wrong with them out.

A line has at least ``{"id", "text"}`` and may have any field of a message. What a message does not need is left
aside; what it needs and cannot be read makes the line wrong, alone.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple, cast, get_args

import msgspec

from palabre.core.model import Author, Kind, Message, Visibility

#: Bytes of one line, characters of one text: the bounds of a message everywhere.
MOST_BYTES, MOST_TEXT = 8_000_000, 1_000_000
#: Signals do not depend on when a message was said; a line without a date still makes a message.
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
_KINDS, _VISIBILITIES = frozenset(get_args(Kind)), frozenset(get_args(Visibility))
#: Text fields that are read, and their length at most.
_TEXTS = {"title": 2_000, "lead": 10_000, "lang": 12, "network": 50, "thread": 500, "parent": 500, "url": 4_000}
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class WrongLine(ValueError):
    """A line that is no message; the text says what is wrong and how to mend it."""


class Line(NamedTuple):
    """A message and its ``id`` as it was given: a text or a number, handed back as it came."""

    id: str | int
    message: Message


def read_line(data: bytes) -> Line:
    """Return the message of one line. Raises ``WrongLine``."""
    fields = _object(data)
    given = _id(fields)
    text = _text(fields, "text", MOST_TEXT)
    if text is None:
        raise WrongLine('there is no "text": give {"id": …, "text": "…"}.')
    read = {name: value for name, most in _TEXTS.items() if (value := _text(fields, name, most))}
    message = Message(
        id=str(given),
        text=text,
        published=_NO_DATE,
        author=_author(fields),
        kind=cast(Kind, _one_of(fields, "kind", _KINDS, "comment")),
        visibility=cast(Visibility, _one_of(fields, "visibility", _VISIBILITIES, "public")),
        **read,  # type: ignore[arg-type]  # texts, by the table above
    )
    return Line(given, message)


def _object(data: bytes) -> Mapping[str, Any]:
    if len(data) > MOST_BYTES:
        raise WrongLine(f"it is longer than {MOST_BYTES} bytes: cut the text.")
    try:
        return _decode(data.strip().removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise WrongLine(f"it is no JSON object in UTF-8 ({error}): write one object a line.") from None


def _id(fields: Mapping[str, Any]) -> str | int:
    given = fields.get("id")
    if isinstance(given, bool) or not isinstance(given, str | int) or given == "":
        raise WrongLine('there is no "id": give a text or a whole number.')
    if len(str(given)) > 500:
        raise WrongLine('"id" is longer than 500 characters: give a shorter one.')
    return given


def _text(fields: Mapping[str, Any], name: str, most: int) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise WrongLine(f'"{name}" is no text: put it between quotation marks.')
    if len(value) > most:
        raise WrongLine(f'"{name}" has {len(value)} characters: cut it to {most}.')
    return value


def _one_of(fields: Mapping[str, Any], name: str, known: frozenset[str], usual: str) -> str:
    """Return a known word; other houses have other words, and they change nothing of what is said."""
    value = fields.get(name)
    return value if isinstance(value, str) and value in known else usual


def _author(fields: Mapping[str, Any]) -> Author | None:
    value = fields.get("author")
    given = value if isinstance(value, Mapping) else {"key": value}
    key, name = (given.get(part) for part in ("key", "name"))
    said = fields.get("author_name") or name or ""
    if not isinstance(key, str) or not key:
        return None
    return Author(key[:500], said[:300] if isinstance(said, str) else "")
