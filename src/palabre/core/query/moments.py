"""Days, months, years and times as people write them, each as the stretch of time that it covers. In UTC."""

import re
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

#: Seconds of a day.
DAY = 86_400
#: From its first second, included, to its last, excluded: seconds since 1970.
Stretch: TypeAlias = tuple[float, float]

_ISO = re.compile(
    r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2})(?::(\d{2})(?::(\d{2}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII,
)
_FRENCH = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})", re.ASCII)


def stretch(written: str) -> Stretch | None:
    """Return what ``2026``, ``2026-03``, ``2026-03-14``, ``14/03/2026`` or ``2026-03-14T08:30`` covers."""
    french = _FRENCH.fullmatch(written)
    if french is not None:
        written = "-".join(filter(None, (french[3], french[2], french[1])))
    iso = _ISO.fullmatch(written)
    if iso is None:
        return None
    try:
        return _between([int(part) for part in iso.groups()[:6] if part is not None], iso[7] or "Z")
    except (ValueError, OverflowError):
        return None


def _between(parts: list[int], zone: str) -> Stretch:
    """Return the stretch that starts at these parts (year, month …) and lasts one of the last one."""
    year, month, day, hour, minute, second = (*parts, *(1, 1, 1, 0, 0, 0)[len(parts) :])
    start = datetime(year, month, day, hour, minute, second, tzinfo=UTC) - _offset(zone)
    return start.timestamp(), (start + _length(parts, start)).timestamp()


def _length(parts: list[int], start: datetime) -> timedelta:
    match len(parts):
        case 1:
            return start.replace(year=start.year + 1) - start
        case 2:
            following = start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
            return following - start
        case 3:
            return timedelta(days=1)
        case 4:
            return timedelta(hours=1)
        case 5:
            return timedelta(minutes=1)
        case _:
            return timedelta(seconds=1)


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta(0)
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
