"""Fields of a call that Palabre does not know: left aside, and counted so that the sender can be told."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from palabre.core.model import Attachment, Author, Event, Message

#: Names told apart, and characters of a name; further ones are counted together.
MAX_NAMES, MAX_NAME = 50, 80
OTHERS = "…"

_BODY = frozenset({"messages", "events"})
_MESSAGE = frozenset(Message.__struct_fields__)
_EVENT = frozenset(Event.__struct_fields__)
_AUTHOR = frozenset(Author.__struct_fields__)
_ATTACHMENT = frozenset(Attachment.__struct_fields__)


def unknown_fields(body: Mapping[str, Any]) -> dict[str, int]:
    """Return how often each unknown field occurs, by path: ``{"messages[].mood": 12}``."""
    counted: Counter[str] = Counter()
    for path in _paths(body):
        known = path in counted or len(counted) < MAX_NAMES
        counted[path if known else OTHERS] += 1
    return dict(counted)


def _paths(body: Mapping[str, Any]) -> Iterator[str]:
    yield from _beyond(body, _BODY, "")
    for message in body["messages"]:
        yield from _of_message(message)
    for event in body["events"]:
        yield from _beyond(event, _EVENT, "events[].")


def _of_message(message: Mapping[str, Any]) -> Iterator[str]:
    yield from _beyond(message, _MESSAGE, "messages[].")
    yield from _beyond(message.get("author") or {}, _AUTHOR, "messages[].author.")
    for attachment in message.get("attachments") or ():
        yield from _beyond(attachment, _ATTACHMENT, "messages[].attachments[].")


def _beyond(item: Mapping[str, Any], known: frozenset[str], prefix: str) -> Iterator[str]:
    for name in sorted(item.keys() - known):
        yield prefix + (name if len(name) <= MAX_NAME else name[: MAX_NAME - 1] + "…")
