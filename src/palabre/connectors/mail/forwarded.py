"""A complaint that a colleague passes on: who complained, and in what words. Pure.

Mail programs announce a forwarded mail by a line of their own, then a few of its headers, then its text. The one
who complained is the author; the one who passed it on is remembered beside them.
"""

import re
from typing import NamedTuple

from palabre.connectors.mail.headers import Person, person
from palabre.connectors.mail.trim import is_header_line, start_of_quote

#: Lines after the announcement in which its headers must be found.
MAX_HEADERS = 15

_ANNOUNCEMENT = re.compile(
    r"\s{0,9}([-_]{2,40} ?(message transféré|message transmis|courriel transféré|mail transféré|forwarded message"
    r"|weitergeleitete nachricht|mensaje reenviado) ?[-_]{2,40}"
    r"|(début du message (réexpédié|transféré)|begin forwarded message)[\s\u00a0\u202f]?:)\s*",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"(tr|fwd?|wg|rv)[\s\u00a0\u202f]?:", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\s{0,9}([-_]{2,40} ?(message d['’]origine|original message) ?[-_]{2,40}|_{10,200})\s*", re.IGNORECASE
)
_FIELD = re.compile(r"\*{0,2}([^\W\d_]{1,10})[\s\u00a0\u202f]?:\*{0,2}[\s\u00a0\u202f]*(.{0,1000})")
_MARK = re.compile(r"^> ?")

_NAMES = {
    "from": ("de", "from", "von"),
    "date": ("date", "envoyé", "envoyée", "sent", "gesendet"),
    "subject": ("objet", "sujet", "subject", "betreff"),
}


class Forwarded(NamedTuple):
    """A mail passed on: who wrote it, when as it says, its subject, its text; and the words of passing."""

    author: Person
    date: str
    subject: str
    text: str
    note: str


def forwarded(subject: str, text: str) -> Forwarded | None:
    """Return the mail that a text passes on, ``None`` where it passes on none.

    Without an announcement (some programs put none), a subject that begins with « TR : » or “Fwd:” and a block of
    headers are needed: a reply quotes in the same way. What is announced inside a quotation is not passed on.
    """
    lines = text.split("\n")
    own = lines[: start_of_quote(lines) + 1]
    start = next((at for at, line in enumerate(own) if _ANNOUNCEMENT.fullmatch(line)), None)
    if start is None and _PASSED_ON.match(subject.strip()):
        start = next((at for at, line in enumerate(lines) if _opens(lines, at)), None)
    if start is None:
        return None
    note = "\n".join(lines[:start]).strip()
    return _read(_unmarked(lines[start:]), note)


def _opens(lines: list[str], at: int) -> bool:
    """Tell whether a separator, or a block of headers itself, begins at a line."""
    if _SEPARATOR.fullmatch(lines[at]):
        return any(map(is_header_line, lines[at + 1 : at + 4]))
    name = _FIELD.match(lines[at])
    return bool(name and name[1].lower() in _NAMES["from"] and is_header_line((lines[at + 1 : at + 2] or [""])[0]))


def _unmarked(lines: list[str]) -> list[str]:
    """Take the ``> `` off lines that all have it, but for the announcement itself."""
    rest = [line for line in lines[1:] if line.strip()]
    return [_MARK.sub("", line) for line in lines] if rest and all(line.startswith(">") for line in rest) else lines


def _read(lines: list[str], note: str) -> Forwarded | None:
    found, after = _fields(lines)
    if not found.get("from"):
        return None
    return Forwarded(
        author=person(found["from"].replace("[mailto:", "<").replace("]", ">")),
        date=found.get("date", ""),
        subject=found.get("subject", ""),
        text="\n".join(lines[after:]).strip(),
        note=note,
    )


def _fields(lines: list[str]) -> tuple[dict[str, str], int]:
    """Read the headers above a forwarded text: their values by our names, and the line where the text begins."""
    found: dict[str, str] = {}
    seen = 0
    for index, line in enumerate(lines[:MAX_HEADERS]):
        match = _FIELD.match(line)
        if match and (is_header_line(line) or _name_of(match[1])):
            found.setdefault(_name_of(match[1]), match[2].strip())
            seen = index + 1
        elif seen and not line.strip():
            return found, index + 1
    return found, seen


def _name_of(word: str) -> str:
    return next((name for name, words in _NAMES.items() if word.lower() in words), "")
