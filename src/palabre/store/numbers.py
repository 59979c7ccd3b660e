"""Numbers for new messages, and the partitions that will hold them."""

from datetime import date, datetime, timedelta
from typing import Any

import psycopg

from palabre.store import partitions, queries

SQL = queries.load("writer")
BLOCK = 1_000


class Numbers:
    """Hands out message numbers by blocks of the sequence, and makes partitions as days come up."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._next = self._end = 0
        #: The smallest id of each day whose partition is known to exist.
        self._floors: dict[date, int] = {}

    def take(self, count: int) -> list[int]:
        """Return ``count`` fresh numbers, increasing. A crash leaves holes, which harm nobody."""
        numbers: list[int] = []
        while len(numbers) < count:
            if self._next == self._end:
                self._refill()
            upto = min(self._end, self._next + count - len(numbers))
            numbers.extend(range(self._next, upto))
            self._next = upto
        return numbers

    def _refill(self) -> None:
        row = self._connection.execute(SQL["take_numbers"]).fetchone()
        if row is None:
            raise psycopg.OperationalError("The sequence of messages gave no number.")
        self._next, self._end = row[0], row[0] + BLOCK

    def look_again(self) -> None:
        """Forget which partitions exist: some were dropped."""
        self._floors.clear()

    def floor(self, day: date, now: datetime) -> int:
        """Return the smallest id of ``day``; the partition that holds it is made where it is missing."""
        floor = self._floors.get(day)
        if floor is None:
            self.ensure_day(day, now)
            floor = self._floors[day]
        return floor

    def ensure_day(self, day: date, now: datetime) -> None:
        """Make the partition that holds ``day`` where it is missing."""
        if day in self._floors:
            return
        existing = self._connection.execute(SQL["partitions"]).fetchall()
        first, end = partitions.stretch(day, partitions.today(now), existing)
        if (first, end) not in existing:
            self._connection.execute(SQL["ensure_partition"], {"first": first, "end": end})
        days = (first + timedelta(days=n) for n in range((end - first).days))
        self._floors.update((day, partitions.day_floor(day)) for day in days)
