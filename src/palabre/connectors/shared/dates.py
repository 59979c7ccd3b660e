"""Dates as people and programs write them → aware datetimes in UTC.

Read: ISO 8601 and RFC 3339; ``12/03/2026 14:05[:30]``, ``12.03.26``, ``12/03/2026 à 14h05`` (day first, or month
first where told so); ``12 mars 2026 à 14 h 05``; RFC 5322 (``Thu, 12 Mar 2026 14:05:00 +0100``) and the date of
``date(1)`` and of Twitter; seconds, milliseconds or microseconds since 1970; Excel's day numbers.
A date without a zone is of the zone given.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from typing import Literal

#: Which of day and month comes first in ``03/04/2026``.
Order = Literal["dmy", "mdy"]

#: Outside these years a date is a mistake: a zero, milliseconds taken for seconds, a wrong column.
_FIRST_YEAR, _LAST_YEAR = 1900, 2100

_LONGEST = 64

_TIME = r"(?:(?:,|T| à| at)? ?(\d{1,2}) ?[:hH] ?(\d{2})(?:[:m](\d{2})(?:[.,]\d{1,9})?)?( ?[AaPp][Mm])?)?"
_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})" + _TIME)
_WORDED = re.compile(r"(?:[a-zà-ÿ]{3,9}\.?,? )?(\d{1,2})(?:er)? ([a-zà-ÿ]{3,9})\.? (\d{4})" + _TIME)
_UNIX = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d{4}|UTC|GMT) (\d{4})")
_NUMBER = re.compile(r"\d{1,17}(?:\.\d{1,12})?")

#: French and English months by the letters that suffice to tell them apart.
_MONTHS = {
    **dict.fromkeys(("janv", "janvier", "jan", "january"), 1),
    **dict.fromkeys(("févr", "fevr", "fév", "fev", "février", "fevrier", "feb", "february"), 2),
    **dict.fromkeys(("mars", "mar", "march"), 3),
    **dict.fromkeys(("avril", "avr", "april", "apr"), 4),
    **dict.fromkeys(("mai", "may"), 5),
    **dict.fromkeys(("juin", "june", "jun"), 6),
    **dict.fromkeys(("juillet", "juil", "july", "jul"), 7),
    **dict.fromkeys(("août", "aout", "august", "aug"), 8),
    **dict.fromkeys(("septembre", "sept", "september", "sep"), 9),
    **dict.fromkeys(("octobre", "oct", "october"), 10),
    **dict.fromkeys(("novembre", "nov", "november"), 11),
    **dict.fromkeys(("décembre", "decembre", "déc", "dec", "december"), 12),
}

#: Excel's day 0 (its 1900 calendar believes in a 29 February 1900), and the day of its 1904 calendar.
EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet's date has no zone until it is given one)
EXCEL_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001

_UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class UnreadableDate(ValueError):
    """A text that is none of the dates we know."""


def parse_date(text: str, zone: tzinfo, order: Order = "dmy") -> datetime:
    """Return the moment that a text tells, in UTC. Raises ``UnreadableDate``."""
    text = text.strip()
    try:
        return in_utc(_parsed(text, zone, order), zone)
    except (ValueError, OverflowError, TypeError, IndexError):
        raise UnreadableDate(text[:_LONGEST]) from None


def in_utc(moment: datetime, zone: tzinfo) -> datetime:
    """Return a moment in UTC; one without a zone is of ``zone``. Raises ``UnreadableDate`` where implausible."""
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise UnreadableDate(str(moment.year))
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def excel_date(serial: float, epoch: datetime = EXCEL_EPOCH) -> datetime:
    """Return the naive date of an Excel day number, to the second (it is a binary fraction of a day)."""
    return epoch + timedelta(seconds=round(serial * 86_400))


def _parsed(text: str, zone: tzinfo, order: Order) -> datetime:
    if text[4:5] == "-" and text[:4].isdigit():
        return _iso(text)
    if len(text) > _LONGEST:
        raise UnreadableDate
    for read in _READERS:
        found = read(text, order)
        if found is not None:
            return found
    return parsedate_to_datetime(text)


def _iso(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        for word in (" UTC", " GMT", " Z"):
            text = text.replace(word, "+00:00")
        return datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-"))


def _from_number(text: str, order: Order) -> datetime | None:
    if not _NUMBER.fullmatch(text):
        return None
    digits = len(text.partition(".")[0])
    value = float(text)
    if digits <= 5:
        if value < 10_000:
            raise UnreadableDate
        return excel_date(value)
    if digits in (8, 14):
        return datetime.strptime(text, "%Y%m%d" if digits == 8 else "%Y%m%d%H%M%S")  # noqa: DTZ007 (zone given later)
    return from_epoch(value)


def from_epoch(value: float) -> datetime:
    """Return the moment of a number of seconds, milliseconds or microseconds since 1970, told by its size."""
    for units_a_second in (1, 1_000, 1_000_000):
        if value / units_a_second < 1e11:
            return _UNIX_EPOCH + timedelta(seconds=value / units_a_second)
    raise UnreadableDate


def _from_figures(text: str, order: Order) -> datetime | None:
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    day, month = (first, second) if order == "dmy" else (second, first)
    return _at(_whole_year(year), month, day, found)


def _from_words(text: str, order: Order) -> datetime | None:
    found = _WORDED.fullmatch(text.lower())
    if not found or found[2] not in _MONTHS:
        return None
    return _at(int(found[3]), _MONTHS[found[2]], int(found[1]), found)


def _from_unix(text: str, order: Order) -> datetime | None:
    found = _UNIX.fullmatch(text)
    if not found:
        return None
    month, day, time, zone, year = found.groups()
    return parsedate_to_datetime(f"{day} {month} {year} {time} {zone}")


def _at(year: int, month: int, day: int, found: "re.Match[str]") -> datetime:
    hour, minute, second, half = found[4], found[5], found[6], (found[7] or "").strip().lower()
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    return datetime(year, month, day, hours, int(minute or 0), int(second or 0))  # noqa: DTZ001 (zone given later)


def _whole_year(year: int) -> int:
    return year if year >= 100 else 2000 + year if year < 70 else 1900 + year


_READERS: tuple[Callable[[str, Order], datetime | None], ...] = (
    _from_figures,
    _from_number,
    _from_words,
    _from_unix,
)
