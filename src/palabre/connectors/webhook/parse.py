"""What a call carries: the bytes of a request → messages and events, or a clear word about what is wrong.

A body is ``{"messages": […], "events": […]}``, or one message alone. Fields are those of
``palabre.core.model.Message`` and ``Event``; ``published`` and ``at`` may be left out when the thing has just
happened. Nothing here reads a clock or a file.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from palabre.connectors.webhook.decode import decoded
from palabre.connectors.webhook.errors import BadCall
from palabre.connectors.webhook.rules import Moments, checked_event, checked_message, refusal
from palabre.connectors.webhook.unknown import unknown_fields
from palabre.core.model import Delivery, Event, Message

#: The most that one call carries: bytes of its body, messages, events.
MAX_BYTES, MAX_MESSAGES, MAX_EVENTS = 5_000_000, 1_000, 1_000


class Call(Delivery, frozen=True, omit_defaults=True, kw_only=True):
    """A delivery that came by a call; ``unknown`` counts the fields that were left aside, by path."""

    unknown: Mapping[str, int] = msgspec.field(default_factory=dict)


class _Lists(msgspec.Struct):
    messages: list[Message]
    events: list[Event]


def parse_call(raw_body: bytes, received: datetime) -> Call:
    """Return what a signed call carries. ``received`` (aware, UTC) dates what does not date itself.

    A message that is twice the same in a call is kept once; the same ``id`` with another text is an edit, and
    both are kept, in order. Raises ``BadCall``.
    """
    if len(raw_body) > MAX_BYTES:
        raise _too_large("bytes", f"{MAX_BYTES // 1_000_000} Mo", f"{MAX_BYTES // 1_000_000} MB")
    body = _shaped(decoded(raw_body))
    lists = _converted(body, received)
    moments = Moments.around(received)
    return Call(
        messages=_without_repeats(checked_message(m, i, moments) for i, m in enumerate(lists.messages)),
        events=tuple(checked_event(event, i, moments) for i, event in enumerate(lists.events)),
        unknown=unknown_fields(body),
    )


def _shaped(body: Any) -> dict[str, Any]:
    """Return the body as an object with its two lists, their lengths within bounds."""
    if not isinstance(body, dict):
        raise refusal("", body)
    if "messages" not in body and "events" not in body:
        if "id" not in body and "text" not in body:
            raise refusal("", None, "empty")
        body = {"messages": [body]}
    shaped = {**body, "messages": _listed(body, "messages"), "events": _listed(body, "events")}
    if not shaped["messages"] and not shaped["events"]:
        raise refusal("messages", None, "empty")
    return shaped


def _listed(body: Mapping[str, Any], name: str) -> list[Any]:
    items = body.get(name, [])
    if not isinstance(items, list):
        raise refusal(name, items)
    if len(items) > (MAX_MESSAGES if name == "messages" else MAX_EVENTS):
        raise _too_large(name, *_TOO_MANY[name])
    return items


_TOO_MANY = {
    "messages": (f"{MAX_MESSAGES // 1000} 000 messages", f"{MAX_MESSAGES:,} messages"),
    "events": (f"{MAX_EVENTS // 1000} 000 événements", f"{MAX_EVENTS:,} events"),
}


def _too_large(where: str, bound_fr: str, bound_en: str) -> BadCall:
    return BadCall(
        413,
        "too_large",
        f"Un appel porte au plus {bound_fr} : envoyez le reste dans d’autres appels.",
        f"A call carries at most {bound_en}: send the rest in further calls.",
        "" if where == "bytes" else where,
    )


def _converted(body: Mapping[str, Any], received: datetime) -> _Lists:
    """Turn plain objects into messages and events; msgspec says where a field is not what it must be."""
    lists = {
        "messages": [_dated(message, "published", received) for message in body["messages"]],
        "events": [_dated(event, "at", received) for event in body["events"]],
    }
    try:
        return msgspec.convert(lists, _Lists)
    except msgspec.ValidationError as error:
        raise refusal(_path(str(error)), lists) from None


def _dated(item: Any, name: str, received: datetime) -> Any:
    return {**item, name: received} if isinstance(item, dict) and item.get(name) is None else item


def _path(error: str) -> str:
    """Take the path out of msgspec's sentence: ``… - at `$.messages[3].id` `` → ``messages[3].id``."""
    path = error.rpartition("`$")[2].rstrip("`").lstrip(".") if "`$" in error else ""
    missing = error.partition("missing required field `")[2].partition("`")[0]
    return f"{path}.{missing}" if missing else path


def _without_repeats(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Leave out a message equal to the last one of the same id."""
    last: dict[str, Message] = {}
    kept = []
    for message in messages:
        if last.get(message.id) != message:
            kept.append(message)
        last[message.id] = message
    return tuple(kept)
