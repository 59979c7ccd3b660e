"""Errors that a person reads: one string of two lines, French then English.

``SourceError`` and ``Reject`` carry a single string. Writing both languages in it, one a line, lets the desk show
the line of the person who looks, and a log show both.
"""

from palabre.connectors.contract import ErrorClass, SourceError
from palabre.core.model import Reject

#: A reject is read by a person: its payload only has to be recognised, not restored.
PAYLOAD_LENGTH = 2_000


def both(french: str, english: str) -> str:
    """Return one string of two lines: the French sentence, then the English one."""
    return f"{one_line(french)}\n{one_line(english)}"


def in_language(sentence: str, language: str) -> str:
    """Return the line of a string made by ``both`` in ``language`` (``fr…``, else English).

    A string that has a single line is returned as it is.
    """
    french, _, english = sentence.partition("\n")
    return french if language.startswith("fr") or not english else english


def source_error(kind: ErrorClass, french: str, english: str, retry_after: float | None = None) -> SourceError:
    """Return a ``SourceError`` that speaks both languages. ``retry_after`` in seconds."""
    return SourceError(kind, both(french, english), retry_after)


def reject(where: str, french: str, english: str, payload: str = "") -> Reject:
    """Return a ``Reject`` that speaks both languages and fits the model's bounds."""
    return Reject(
        where=storable(where)[:300],
        error=both(french[:900], english[:900]),
        payload=storable(payload[:PAYLOAD_LENGTH]),
    )


def excerpt(text: str, length: int = 60) -> str:
    """Return the beginning of a text on one line, to be quoted in a sentence."""
    line = one_line(storable(text[: length * 4]))
    return line if len(line) <= length else line[: length - 1] + "…"


def one_line(text: str) -> str:
    """Return the text with each run of white space made one space; narrow and no-break spaces are kept."""
    return " ".join(part for part in text.replace("\n", " ").replace("\r", " ").split(" ") if part)


def storable(text: str) -> str:
    """Return the text without what PostgreSQL and UTF-8 cannot hold: NUL and lone surrogates become U+FFFD."""
    if text.isascii() and "\0" not in text:
        return text
    if "\0" in text:
        text = text.replace("\0", "�")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
