"""Values of filters as other tools write them: numbers, ranges, dates, hosts. Pure text → values."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

_RANGE = re.compile(r"([\[{])\s*(\S+?)\s+(?:TO|to)\s+(\S+?)\s*([\]}])")
_DOTS = re.compile(r"([^.\s]*(?:\.\d+)?)\.\.([^\s]*)")
_SIGN = re.compile(r"(>=|<=|>|<|=)?\s*(\S+)")
_NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,6})?")
_THOUSANDS = re.compile(r"(\d{1,12}(?:\.\d)?)\s*([kKmM])")
_COMPACT_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)")
#: Milliseconds since 1970 from this on, seconds below.
_MILLISECONDS = 10**11
_DAY = timedelta(days=1)


class Bounds(NamedTuple):
    """From ``low`` to ``high``, ``None`` for no bound; a bound is left out when it is open."""

    low: float | None
    high: float | None
    open_low: bool = False
    open_high: bool = False


class _Ends(NamedTuple):
    low: str | None
    high: str | None
    open_low: bool = False
    open_high: bool = False


def numbers(text: str, compared: str) -> Bounds | None:
    """Read ``10``, ``>10``, ``[10 TO 20]``, ``{10 TO *]``, ``10..20``, ``10k``; ``None`` when it is none."""
    ends = _ends(text, compared)
    if ends is None:
        return None
    low, high = (_number(end) if end is not None else None for end in (ends.low, ends.high))
    wrong = (low is None and ends.low is not None) or (high is None and ends.high is not None)
    if wrong or (low is None and high is None):
        return None
    return Bounds(low, high, ends.open_low and low is not None, ends.open_high and high is not None)


def moments(text: str, compared: str) -> Bounds | None:
    """Read dates as ``numbers`` does, in seconds since 1970. A day runs from its midnight to the next (UTC)."""
    ends = _ends(text, compared)
    if ends is None:
        return None
    low = _moment(ends.low) if ends.low is not None else (None, None)
    high = _moment(ends.high) if ends.high is not None else (None, None)
    if low is None or high is None or (low[0] is None and high[0] is None):
        return None
    return _between(low, high, ends)


_Moment = tuple[float | None, float | None]


def _between(low: _Moment, high: _Moment, ends: _Ends) -> Bounds:
    """After a day starts at its end; up to a day ends there too."""
    start = low[1] if ends.open_low and low[1] is not None else low[0]
    after = ends.open_low and low[1] is None
    if ends.open_high or high[1] is None:
        return Bounds(start, high[0], after and start is not None, ends.open_high and high[0] is not None)
    return Bounds(start, high[1], after, True)


def _ends(text: str, compared: str) -> _Ends | None:
    text = text.strip()
    between = _RANGE.fullmatch(text)
    if between is not None:
        opening, low, high, closing = between.groups()
        return _Ends(_bound(low), _bound(high), opening == "{", closing == "}")
    dots = _DOTS.fullmatch(text)
    if dots is not None and (dots[1] or dots[2]):
        return _Ends(_bound(dots[1]), _bound(dots[2]))
    signed = _SIGN.fullmatch(text)
    return _compared(signed[1] or compared, signed[2]) if signed is not None else None


def _bound(text: str) -> str | None:
    return None if text in ("*", "") else text


def _compared(sign: str, value: str) -> _Ends:
    match sign:
        case ">" | ">=":
            return _Ends(value, None, open_low=sign == ">")
        case "<" | "<=":
            return _Ends(None, value, open_high=sign == "<")
        case _:
            return _Ends(value, value)


def _number(text: str) -> float | None:
    if _NUMBER.fullmatch(text) is not None:
        return float(text)
    scaled = _THOUSANDS.fullmatch(text)
    if scaled is None:
        return None
    return float(scaled[1]) * (1_000 if scaled[2] in "kK" else 1_000_000)


def _moment(text: str) -> _Moment | None:
    """Return when something starts and, for a whole day, when it ends."""
    text = text.strip('"')
    if text.isdecimal() and len(text) in (10, 13):
        stamp = float(text)
        return (stamp / 1_000 if stamp >= _MILLISECONDS else stamp), None
    try:
        day = date.fromisoformat(_COMPACT_DATE.sub(r"\1-\2-\3", text) if len(text) == 8 else text.replace("/", "-"))
        return _midnight(day), _midnight(day + _DAY)
    except (ValueError, OverflowError):
        pass
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp(), None


def _midnight(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()


_SCHEME = re.compile(r"(?:[a-z]+:)?//|www\.", re.IGNORECASE)


class Place(NamedTuple):
    """A host, and the path behind it where one was written."""

    host: str
    path: str


def place(text: str) -> Place | None:
    """Read a site: ``https://www.exemple.fr/page``, ``*.exemple.fr``, ``.fr``. ``None`` where no host is left."""
    bare = text.strip().lower()
    while (found := _SCHEME.match(bare)) is not None:
        bare = bare[found.end() :]
    host, _, path = bare.removeprefix("*").lstrip(".").partition("/")
    host = host.rstrip(".")
    if not host or "*" in host or "?" in host or any(sign.isspace() for sign in host):
        return None
    return Place(host, path.rstrip("/*"))
