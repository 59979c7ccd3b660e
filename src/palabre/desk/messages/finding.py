"""Search over the whole workspace, through the database's own function (docs/decisions/0007)."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta

from django.db import connection

from palabre.store.partitions import day_floor

LAST = 2**63 - 1

_FIND = """
    SELECT id FROM search_messages(%s::tsquery, %s, %s, %s::bigint[], %s::text[], %s::bigint[], %s::text[],
                                   %s::text[], %s::bigint[], %s)
"""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is kept, None for all. In the order of the function's parameters."""

    sources: Sequence[int | str] | None = None
    langs: Sequence[int | str] | None = None
    authors: Sequence[int] | None = None
    decisions: Sequence[str] | None = None
    kinds: Sequence[str] | None = None
    topics: Sequence[int] | None = None

    @property
    def any(self) -> bool:
        """Tell whether something is filtered out."""
        return any(astuple(self))


def find(
    tsquery: str | None, sieve: Sieve, at_most: int, since: date | None = None, before: int | None = None
) -> list[int]:
    """Return the ids of the messages found in the open workspace, newest first."""
    floor = day_floor(since) if since else 0
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [tsquery, floor, before or LAST, *astuple(sieve), at_most])
        return [id for (id,) in cursor.fetchall()]


def count(tsquery: str | None, sieve: Sieve, at_most: int, since: date | None = None) -> int:
    """Return how many messages are found, ``at_most`` where there are more."""
    floor = day_floor(since) if since else 0
    with connection.cursor() as cursor:
        if tsquery is not None and not sieve.any:
            cursor.execute("SELECT count_messages(%s::tsquery, %s, %s, %s)", [tsquery, floor, LAST, at_most])
        else:
            cursor.execute(
                f"SELECT count(*) FROM ({_FIND}) found",  # noqa: S608 - our own text, values apart
                [tsquery, floor, LAST, *astuple(sieve), at_most],
            )
        (found,) = cursor.fetchone() or (0,)
        return int(found)


def since_days(days: int | None, today: date) -> date | None:
    """Return the first day of a period of ``days`` days that ends today; None where there is no bound."""
    return today - timedelta(days=days) if days is not None else None
