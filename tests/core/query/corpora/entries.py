"""Read the corpora: text files of queries, each with messages that answer it or do not.

``@@ name`` opens an entry; ``| `` a line of the query; ``+ `` a message that answers; ``- `` one that does not (a
text, or fields in JSON); ``! code`` an error that refuses the query; ``? code`` a warning that must be told;
``% `` a remark.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from palabre.core.model import Message
from palabre.core.query import Said, facts_of
from palabre.core.text import tokenize

HERE = Path(__file__).parent
DIALECTS = tuple(sorted(path.stem for path in HERE.glob("*.txt")))


@dataclass
class Entry:
    """A query as somebody would write it, and what it must find."""

    dialect: str
    name: str
    lines: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    not_found: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def query(self) -> str:
        return "\n".join(self.lines)

    @property
    def messages(self) -> list[str]:
        return self.found + self.not_found


@cache
def entries(dialect: str) -> tuple[Entry, ...]:
    """Return the entries of a dialect, in order. Raises ``ValueError`` for a line that begins with no mark."""
    return tuple(_entries(dialect, (HERE / f"{dialect}.txt").read_text("utf-8").split("\n")))


def _entries(dialect: str, lines: list[str]) -> Iterator[Entry]:
    entry = Entry(dialect, "")
    for number, line in enumerate(lines, 1):
        mark, _, rest = line.partition(" ")
        if mark == "@@":
            if entry.name:
                yield entry
            entry = Entry(dialect, rest)
        elif mark and mark != "%":
            kept = {"|": entry.lines, "+": entry.found, "-": entry.not_found, "!": entry.refused, "?": entry.told}
            if mark not in kept:
                raise ValueError(f"{dialect}.txt:{number}: {line!r} begins with no mark")
            kept[mark].append(rest)
    yield entry


def fields_of(text: str) -> dict[str, Any]:
    """Return what a line tells, in plain words or as JSON of the fields that matter."""
    given: dict[str, Any] = msgspec.json.decode(text) if text.startswith('{"') else {"text": text}
    return given


def message(text: str) -> Message:
    """Return the message that a line tells."""
    given = fields_of(text)
    return msgspec.convert({"id": "1", "text": "", "published": "2026-03-14T08:30:00Z", **given}, Message)


@cache
def said(text: str) -> Said:
    """Return a message of a corpus as the matcher takes it."""
    it, given = message(text), fields_of(text)
    known = facts_of(it, signals=given.get("signals"), sentiment=given.get("sentiment"))
    return Said(tokenize(it.text), tokenize(it.title), tokenize(it.lead), known)
