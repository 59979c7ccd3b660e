"""What types alone cannot say of a message: its dates, its addresses, the size of its payload."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import msgspec

from palabre.connectors.shared.web_address import link
from palabre.connectors.webhook.errors import BadCall
from palabre.connectors.webhook.forms import form_of, shown
from palabre.core.model import Event, Message

MAX_ATTACHMENTS = 100
MAX_RAW_BYTES = 100_000
MAX_RAW_DEPTH = 20

#: A clock may be fast; a date further ahead is a mistake (milliseconds taken for seconds, a wrong year).
AHEAD = timedelta(days=1)

#: Nothing here was said before; an empty date often becomes the year 1.
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)


class Moments(NamedTuple):
    """The stretch of time in which a date is believed."""

    earliest: datetime
    latest: datetime

    @classmethod
    def around(cls, received: datetime) -> "Moments":
        """Return the stretch for a call received at that time."""
        return cls(EARLIEST, received + AHEAD)


def checked_message(message: Message, index: int, moments: Moments) -> Message:
    """Return the message with its date in UTC. Raises ``BadCall`` with the path of a wrong field."""
    at = f"messages[{index}]"
    published = _in_utc(message.published, f"{at}.published", moments)
    for name, address in _addresses(message):
        if address and link(address) != address:
            raise refusal(f"{at}.{name}", address)
    if len(message.attachments) > MAX_ATTACHMENTS:
        raise refusal(f"{at}.attachments", len(message.attachments))
    if message.raw is not None and not _raw_is_small(message.raw):
        raise refusal(f"{at}.raw", None)
    if published is message.published:
        return message
    return msgspec.structs.replace(message, published=published)


def checked_event(event: Event, index: int, moments: Moments) -> Event:
    """Return the event with its date in UTC. Raises ``BadCall``."""
    return msgspec.structs.replace(event, at=_in_utc(event.at, f"events[{index}].at", moments))


def refusal(path: str, found: Any, code: str = "wrong_field") -> BadCall:
    """Return the 422 for the field at ``path``; ``found`` is its value, or the body that holds it."""
    value = _value_at(found, path) if isinstance(found, Mapping) else found
    form_fr, form_en = form_of(path)
    name_fr, name_en = (f"« {path} »", f"“{path}”") if path else ("Le corps", "The body")
    got_fr, got_en = (f" Reçu : {shown(value)}.", f" Got: {shown(value)}.") if value is not None else ("", "")
    return BadCall(
        422,
        code,
        f"{name_fr} doit être {form_fr}.{got_fr}",
        f"{name_en} must be {form_en}.{got_en}",
        path,
    )


def _in_utc(moment: datetime, path: str, moments: Moments) -> datetime:
    if moment.tzinfo is None or not moments.earliest <= moment <= moments.latest:
        raise refusal(path, moment.isoformat())
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)


def _addresses(message: Message) -> list[tuple[str, str]]:
    found = [("url", message.url), ("author.url", message.author.url if message.author else "")]
    found += [(f"attachments[{index}].url", one.url) for index, one in enumerate(message.attachments)]
    return found


def _raw_is_small(raw: Mapping[str, Any]) -> bool:
    return _depth_within(raw, MAX_RAW_DEPTH) and len(msgspec.json.encode(raw)) <= MAX_RAW_BYTES


def _depth_within(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    if levels == 0:
        return False
    inside = value.values() if isinstance(value, dict) else value
    return all(_depth_within(item, levels - 1) for item in inside)


def _value_at(body: Any, path: str) -> Any:
    """Return what is at ``messages[3].author.key``, or ``None`` where there is nothing to show."""
    value = body
    for part in path.replace("]", "").replace("[", ".").split("."):
        if isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            return None
    return value
