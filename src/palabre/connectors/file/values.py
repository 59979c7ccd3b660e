"""What the cells of a table hold, whatever the format they came in. Pure."""

from datetime import UTC, datetime, tzinfo
from typing import Any

from palabre.connectors.shared.dates import Order, UnreadableDate, in_utc, parse_date

#: Enough of a text to recognise a date in it.
_LONGEST_DATE = 64


def as_text(value: Any) -> str:
    """Return a cell as text: ``12.0`` is ``"12"``; objects and lists, which are no text, are empty."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value.isoformat(sep=" ") if isinstance(value, datetime) else str(value)


def as_date(value: Any, zone: tzinfo, order: Order) -> datetime:
    """Return a cell as a moment in UTC. Raises ``UnreadableDate``."""
    if isinstance(value, datetime):
        return in_utc(value, zone)
    return parse_date(as_text(value), zone, order)


def looks_like_date(text: str) -> bool:
    """Tell whether a text is a date, in either order of day and month; a bare number is not."""
    text = text.strip()
    if len(text) > _LONGEST_DATE or not any(character.isdigit() for character in text) or _is_number(text):
        return False
    return is_date(text, "dmy") or is_date(text, "mdy")


def is_date(value: Any, order: Order) -> bool:
    """Tell whether a cell is read as a date with this order."""
    try:
        as_date(value, UTC, order)
    except UnreadableDate:
        return False
    return True


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
