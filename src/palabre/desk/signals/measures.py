"""How right a signal is, counted from what people decided. Pure.

Precision is counted on messages that people looked at because the machine showed them; recall only on those drawn
by chance, where a message was looked at whatever the machine said. Without the drawn ones there is no recall.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

#: Bars of the histogram.
BARS = 20


class Case(NamedTuple):
    """One message: what the machine said (0: nothing), what people said (None: nothing), drawn by chance or not."""

    score: float
    truth: bool | None
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """``right`` of ``total``, with the range in which the true share lies 95 times in 100 (Wilson's interval)."""

    right: int
    total: int

    @property
    def share(self) -> float | None:
        """Return the share, None where there is nothing to count."""
        return self.right / self.total if self.total else None

    @property
    def percent(self) -> int | None:
        """Return the share as a whole percentage."""
        return None if self.share is None else round(100 * self.share)

    @property
    def range(self) -> tuple[int, int]:
        """Return the bounds of the interval, as whole percentages."""
        if not self.total:
            return 0, 100
        n, p, z = self.total, self.right / self.total, 1.96
        middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        low, high = (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)
        return round(100 * max(0.0, low)), round(100 * min(1.0, high))


@dataclass(frozen=True, slots=True)
class Measure:
    """A signal at one threshold: how many messages it points at, how often it is right, how many it finds."""

    flagged: int
    precision: Rate
    recall: Rate


def measure(cases: Iterable[Case], threshold: float) -> Measure:
    """Count ``cases`` at a threshold."""
    flagged = right = judged = found = real = 0
    for case in cases:
        over = case.score > 0 and case.score >= threshold
        flagged += over
        judged += over and case.truth is not None
        right += over and case.truth is True
        real += case.drawn and case.truth is True
        found += over and case.drawn and case.truth is True
    return Measure(flagged, Rate(right, judged), Rate(found, real))


@dataclass(frozen=True, slots=True)
class Bar:
    """Messages whose score lies in one twentieth: said right, said wrong, not judged."""

    right: int = 0
    wrong: int = 0
    open: int = 0

    @property
    def total(self) -> int:
        """Return how many messages there are."""
        return self.right + self.wrong + self.open


def histogram(cases: Iterable[Case]) -> Sequence[Bar]:
    """Return the bars of the scores from 0 to 1; messages without the signal are not in it."""
    counts = [[0, 0, 0] for _ in range(BARS)]
    for case in cases:
        if case.score > 0:
            place = min(BARS - 1, int(case.score * BARS))
            counts[place][2 if case.truth is None else 0 if case.truth else 1] += 1
    return [Bar(*count) for count in counts]
