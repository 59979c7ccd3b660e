"""Which stretch of days a partition of messages holds. Pure; see docs/decisions/0005.

Recent days have a partition each: ingest stays flat and retention drops one a day. An archive of ten years must
not make 3,650 of them: older days share a month, and still older ones a year.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

EPOCH = date(1970, 1, 1)
DAILY = timedelta(days=62)
MONTHLY = timedelta(days=3 * 365)
#: Bits of an id below its day: 2**38 messages; a day number of 15 bits keeps ids under 2**53, exact in JavaScript.
NUMBER_BITS = 38
LAST_DAY = EPOCH + timedelta(days=2**15 - 1)

Stretch = tuple[date, date]


def day_floor(day: date) -> int:
    """Return the smallest id of ``day``."""
    return (day - EPOCH).days << NUMBER_BITS


def day_of(message_id: int) -> date:
    """Return the day that an id carries."""
    return EPOCH + timedelta(days=message_id >> NUMBER_BITS)


def arrival_of(message_id: int) -> int:
    """Return the place of a message among all that arrived: its number, whatever the day that it is filed under."""
    return message_id & ((1 << NUMBER_BITS) - 1)


def settle_time(published: datetime, received: datetime) -> datetime:
    """Return the time that a message is filed under: its own, or its reception where its own cannot be true.

    Clocks run ahead by minutes; an hour in the future, or before 1970, is a mistake of the source.
    """
    if published > received + timedelta(hours=1) or published.date() < EPOCH:
        return received
    return published


def stretch(day: date, today: date, existing: Iterable[Stretch]) -> Stretch:
    """Return the days ``[first, end)`` of the partition that shall hold ``day``.

    An existing one that holds it is returned as it is. A new one is the largest that suits the age of ``day`` and
    touches no existing one.
    """
    known = list(existing)
    for first, end in known:
        if first <= day < end:
            return first, end
    for first, end in _by_size(day, today):
        if all(end <= other_first or other_end <= first for other_first, other_end in known):
            return first, end
    return day, day + timedelta(days=1)


def _by_size(day: date, today: date) -> list[Stretch]:
    year = (date(day.year, 1, 1), date(day.year + 1, 1, 1))
    month_first = day.replace(day=1)
    month = (month_first, (month_first + timedelta(days=32)).replace(day=1))
    sizes: list[Stretch] = []
    if year[1] <= today - MONTHLY:
        sizes.append(year)
    if month[1] <= today - DAILY:
        sizes.append(month)
    return sizes


def today(now: datetime) -> date:
    """Return the day of ``now`` in UTC, in which partitions are cut."""
    return now.astimezone(UTC).date()
