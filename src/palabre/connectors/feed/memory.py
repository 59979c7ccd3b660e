"""What a feed's cursor remembers: where it moved to, what was read, how often to come back. Pure.

Only new and edited entries are handed over; the store would recognise the others, but a feed is read hundreds of
times for each change.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from palabre.connectors.feed.pace import FASTEST, SLOWEST, next_interval
from palabre.connectors.shared.identity import stable_id
from palabre.core.model import Message

#: Entries remembered: those of the last document, then the latest of the ones before.
MOST_REMEMBERED = 4_000

_ID_DIGITS, _CONTENT_DIGITS = 16, 12


@dataclass(frozen=True, slots=True)
class Memory:
    """The cursor, read. ``told`` is the address of the settings, ``address`` where the feed is now.

    ``seen`` maps the mark of an entry's identifier to that of its content.
    """

    told: str
    address: str
    etag: str = ""
    modified: str = ""
    body: str = ""
    interval: int | None = None
    seen: Mapping[str, str] = field(default_factory=dict)
    robots: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, cursor: Mapping[str, Any], told: str) -> "Memory":
        """Read a cursor. One made for another address is forgotten, and so is what is not as we write it."""
        if cursor.get("told") != told:
            return cls(told, told)
        interval = cursor.get("interval")
        return cls(
            told=told,
            address=_text(cursor, "address") or told,
            etag=_text(cursor, "etag"),
            modified=_text(cursor, "modified"),
            body=_text(cursor, "body"),
            interval=int(min(max(interval, FASTEST), SLOWEST)) if isinstance(interval, int | float) else None,
            seen=_seen(cursor.get("seen")),
            robots=cursor["robots"] if isinstance(cursor.get("robots"), Mapping) else {},
        )

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask for the feed only if it changed."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value}

    def is_new(self, message: Message) -> bool:
        """Tell whether an entry was never seen, or has another content than last time."""
        return self.seen.get(_mark(message)) != _content(message)

    def was_known(self, message: Message) -> bool:
        """Tell whether an entry was seen before, with whatever content."""
        return _mark(message) in self.seen

    def remembering(self, messages: Iterable[Message]) -> "Memory":
        """Return the memory with these entries seen, the youngest last."""
        seen = dict(self.seen)
        for message in messages:
            mark = _mark(message)
            seen.pop(mark, None)
            seen[mark] = _content(message)
        return replace(self, seen=dict(list(seen.items())[-MOST_REMEMBERED:]))

    def cursor(self, next_in: int) -> dict[str, Any]:
        """Return what is to be stored."""
        whole = {
            "told": self.told,
            "address": self.address if self.address != self.told else "",
            "etag": self.etag,
            "modified": self.modified,
            "body": self.body,
            "interval": self.interval,
            "seen": [f"{mark}:{content}" for mark, content in self.seen.items()],
            "robots": dict(self.robots),
        }
        return {name: value for name, value in whole.items() if value} | {"next_in": next_in}


def paced(memory: Memory, messages: list[Message]) -> int:
    """Return the next interval, given all the entries of the document that was read."""
    new = sum(not memory.was_known(message) for message in messages)
    return next_interval(memory.interval, new, len(messages))


def _mark(message: Message) -> str:
    return stable_id(message.id)[:_ID_DIGITS]


def _content(message: Message) -> str:
    """The content is that of the feed: it is compared before an article's page is read."""
    return stable_id(message.title, message.text, message.lead)[:_CONTENT_DIGITS]


def _text(cursor: Mapping[str, Any], name: str) -> str:
    value = cursor.get(name)
    return value if isinstance(value, str) else ""


def _seen(listed: object) -> dict[str, str]:
    if not isinstance(listed, list):
        return {}
    pairs = (entry.partition(":") for entry in listed[-MOST_REMEMBERED:] if isinstance(entry, str))
    return {mark: content for mark, _, content in pairs}
