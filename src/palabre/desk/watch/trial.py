"""A query tried on history before it is saved: how many messages it would have caught, which, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from palabre.desk.messages.asking import Asked, highlight
from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.finding import Backtest, TooLong, backtest
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.watch.language import Saved, read

#: The periods that are offered, in days, today's included.
PERIODS = (7, 30, 90)
SAMPLE = 8


@dataclass(frozen=True)
class Trial:
    """What a query would have caught in the last ``days`` days; ``sample`` are the newest of these, marked."""

    days: int
    backtest: Backtest
    sample: Sequence[Card]

    @property
    def found(self) -> int:
        """Return how many messages it caught."""
        return self.backtest.counted.found

    @property
    def total(self) -> int:
        """Return how many messages there were."""
        return self.backtest.counted.total

    @property
    def more(self) -> bool:
        """Tell whether there was no time to look at all of them: those of before ``reached`` were not."""
        return not self.backtest.counted.exact

    @property
    def reached(self) -> date:
        """Return the first day that was looked at."""
        return self.backtest.reached

    @property
    def counts(self) -> list[int]:
        """Return the messages of each day, oldest first; the last is today, which is not over."""
        return [bucket.found for bucket in self.backtest.curve]

    @property
    def first(self) -> date:
        """Return the day of the first count."""
        return self.backtest.curve[0].day

    @property
    def rows(self) -> list[tuple[date, int, bool]]:
        """Return (day, messages, whether it is not over), the latest first."""
        return [(bucket.day, bucket.found, bucket.unfinished) for bucket in self.backtest.curve][::-1]


def try_query(query: str, days: int, saved: Saved) -> Trial | None:
    """Try a query on the open workspace; None where it cannot be read, or takes too long to try."""
    tree = read(query, saved).tree
    if tree is None:
        return None
    try:
        tried = backtest(tree, days, timezone.now().date(), SAMPLE)
    except TooLong:
        return None
    return Trial(days, tried, highlight(cards(messages_by_id(tried.sample)), Asked(query, tree)))
