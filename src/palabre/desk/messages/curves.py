"""Messages a minute over the last while, with the gaps in collection left as gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Sum

from palabre.desk.sources.selectors import gaps_between, sources_of
from palabre.desk.watch.models import MinuteCount

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Curve:
    """``counts[i]`` messages in the minute that begins at ``minutes[i]``, None where nothing could be collected.

    The last minute is still under way.
    """

    minutes: tuple[datetime, ...]
    counts: tuple[int | None, ...]

    @property
    def data(self) -> dict[str, list[int | None]]:
        """Return the curve for the page's script: Unix seconds and counts."""
        return {"x": [int(minute.timestamp()) for minute in self.minutes], "y": list(self.counts)}

    @property
    def total(self) -> int:
        """Return how many messages the curve stands for."""
        return sum(count or 0 for count in self.counts)

    @property
    def rows(self) -> list[tuple[datetime, int | None]]:
        """Return the curve as the rows of a table, the latest first, minutes of silence left out."""
        return [row for row in zip(self.minutes, self.counts, strict=True) if row[1] != 0][::-1]


def draw(
    end: datetime, length: int, counts: dict[datetime, int], gaps: Sequence[tuple[datetime, datetime]]
) -> Curve:
    """Return the ``length`` minutes up to ``end``, that one included. A gap hides only minutes without messages."""
    minutes = tuple(end - MINUTE * (length - 1 - n) for n in range(length))

    def count(minute: datetime) -> int | None:
        missing = any(start < minute + MINUTE and minute < stop for start, stop in gaps)
        return counts.get(minute, None if missing else 0)

    return Curve(minutes, tuple(map(count, minutes)))


def curve_of(workspace_id: int, end: datetime, length: int, source: int | None = None) -> Curve:
    """Return the curve of a workspace, or of one of its sources, over ``length`` minutes up to ``end``."""
    start = end - MINUTE * (length - 1)
    # Named one by one, so that each is one short range of the index; removed ones have spoken too.
    here = [source] if source else [one.pk for one in sources_of(workspace_id, removed=True)]
    kept = MinuteCount.objects.filter(
        workspace_id=workspace_id, topic_id=0, source_id__in=here, minute__gte=start, minute__lte=end
    )
    rows = kept.values_list("minute").annotate(Sum("count"))
    return draw(end, length, dict(rows), gaps_between(here, start, end + MINUTE))
