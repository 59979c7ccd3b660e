"""The Retry-After header (RFC 9110, 10.2.3): seconds, or a date."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: Nobody is believed who asks for more than a day.
LONGEST_WAIT = 86_400.0


def retry_after(header: str, now: datetime) -> float | None:
    """Return the seconds to wait, within 0 and a day; ``None`` where the header says nothing readable."""
    header = header.strip()
    if header.isascii() and header.isdigit():
        return min(float(header[:12]), LONGEST_WAIT)
    try:
        when = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max((when - now).total_seconds(), 0.0), LONGEST_WAIT)
