"""A query tried on history before it is saved: how many messages it would have caught, which, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from palabre.desk.messages.asking import ask, highlight
from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.finding import backtest
from palabre.desk.messages.selectors import messages_by_id

#: The periods that are offered, in days, today's included.
PERIODS = (7, 30, 90)
SAMPLE = 8


@dataclass(frozen=True)
class Trial:
    """What a query would have caught in the last ``days`` days.

    ``counts`` are its messages of each day from ``first`` on, the last being today, not over yet;
    ``total`` is all that was said then; ``sample`` are the newest it caught, marked.
    """

    days: int
    first: date
    counts: tuple[int, ...]
    total: int
    sample: Sequence[Card]
    more: bool = False

    @property
    def found(self) -> int:
        """Return how many messages it caught."""
        return sum(self.counts)

    @property
    def rows(self) -> list[tuple[date, int]]:
        """Return (day, messages), the latest first."""
        return [(self.first + timedelta(days=n), count) for n, count in enumerate(self.counts)][::-1]


def try_query(query: str, days: int) -> Trial:
    """Try a query that can be read on the open workspace. Where time runs out, the days before are left empty."""
    asked = ask(query)
    today = timezone.now().date()
    first = today - timedelta(days=days - 1)
    if asked.tree is None:
        return Trial(days, first, (0,) * days, 0, ())
    tried = backtest(asked.tree, days, today, SAMPLE)
    sample = highlight(cards(messages_by_id(tried.sample)), asked)
    counts = tuple(bucket.found for bucket in tried.curve)
    return Trial(days, first, counts, tried.counted.total, sample, not tried.counted.exact)
