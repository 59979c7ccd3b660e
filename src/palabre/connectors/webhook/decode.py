"""Bytes → plain JSON values, bounded, or a 400 that tells the line and the column."""

import re
from typing import Any

import msgspec

from palabre.connectors.webhook.errors import BadCall

#: Levels of nesting beyond which a body with NUL characters is refused rather than walked.
MAX_DEPTH = 30

_BYTE = re.compile(r"\(byte ([0-9]{1,12})\)")


def decoded(raw_body: bytes) -> Any:
    """Return the JSON of ``raw_body``. Raises ``BadCall``.

    NUL characters, which no database keeps, become U+FFFD.
    """
    try:
        value = msgspec.json.decode(raw_body)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _malformed(raw_body, error) from None
    except RecursionError:
        raise _too_deep() from None
    return _without_nul(value) if b"\\u0000" in raw_body else value


def _malformed(raw_body: bytes, error: Exception) -> BadCall:
    if isinstance(error, msgspec.ValidationError):
        return _out_of_range()
    where_fr, where_en = _place(raw_body, _offset(raw_body, error))
    return BadCall(
        400,
        "malformed_json",
        f"Le corps n’est pas du JSON bien formé, en UTF-8 : voyez {where_fr}.",
        f"The body is not well-formed JSON in UTF-8: see {where_en}.",
        where_en,
    )


def _offset(raw_body: bytes, error: Exception) -> int:
    """Return the byte where reading stopped; what has no place in its error stopped at the end."""
    try:
        raw_body.decode()
    except UnicodeDecodeError as wrong:
        return wrong.start
    found = _BYTE.search(str(error))
    return int(found[1]) if found else len(raw_body)


def _place(raw_body: bytes, offset: int) -> tuple[str, str]:
    """Return the line and column (in characters, both from 1) of a byte, in French and in English."""
    before = raw_body[:offset].decode(errors="replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return f"ligne {line}, colonne {column}", f"line {line}, column {column}"


def _out_of_range() -> BadCall:
    return BadCall(
        400,
        "number_out_of_range",
        "Le corps contient un nombre trop grand pour être lu.",
        "The body holds a number too large to be read.",
    )


def _too_deep() -> BadCall:
    return BadCall(
        400,
        "too_deep",
        "Le corps emboîte trop de niveaux de listes et d’objets.",
        "The body nests too many levels of lists and objects.",
    )


def _without_nul(value: Any, depth: int = 0) -> Any:
    if depth > MAX_DEPTH:
        raise _too_deep()
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    if isinstance(value, list):
        return [_without_nul(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_without_nul(name): _without_nul(item, depth + 1) for name, item in value.items()}
    return value
