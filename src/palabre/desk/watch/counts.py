"""Messages a minute, read from the counts that the worker keeps: by source, by topic, over any stretch of time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

from palabre.desk.watch.models import MinuteCount

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

#: What stands for "all messages" where a count has no topic.
ALL = 0


def minutes_by_source(source_ids: Iterable[int], stretch: timedelta = HOUR) -> dict[int, list[int]]:
    """Return, by source, the messages of each minute of the last ``stretch``, oldest first, 0 where none."""
    start, end = _until_now(stretch)
    found = MinuteCount.objects.filter(
        topic_id=ALL, source_id__in=list(source_ids), minute__gte=start, minute__lt=end
    )
    return bucketed(found.values_list("source_id", "minute", "count"), start, end, timedelta(minutes=1))


def hours_by_topic(
    topic_ids: Iterable[int], source_ids: Iterable[int], stretch: timedelta = DAY
) -> dict[int, list[int]]:
    """Return, by topic, the messages of each hour of the last ``stretch``, oldest first, 0 where none.

    The last bucket ends now, so that it is as long as the others. Sources are named because the counts are kept
    by source: so each (topic, source) is one short range of their index, however old the topic is.
    """
    start, end = _until_now(stretch)
    found = MinuteCount.objects.filter(
        topic_id__in=list(topic_ids), source_id__in=list(source_ids), minute__gte=start, minute__lt=end
    )
    return bucketed(found.values_list("topic_id", "minute", "count"), start, end, HOUR)


def counts_between(
    source_ids: Iterable[int], topic_id: int, start: datetime, end: datetime, step: timedelta
) -> list[int]:
    """Return the messages of these sources (of one topic, or ``ALL``) in each ``step`` of a stretch."""
    found = MinuteCount.objects.filter(
        topic_id=topic_id, source_id__in=list(source_ids), minute__gte=start, minute__lt=end
    )
    rows = found.values_list("topic_id", "minute", "count")
    return bucketed(rows, start, end, step).get(topic_id) or [0] * -((start - end) // step)


def _until_now(stretch: timedelta) -> tuple[datetime, datetime]:
    end = timezone.now().replace(second=0, microsecond=0) + timedelta(minutes=1)
    return end - stretch, end


def bucketed(
    rows: Iterable[tuple[int, datetime, int]], start: datetime, end: datetime, step: timedelta
) -> dict[int, list[int]]:
    """Return, by key, the sums of ``rows`` (key, moment, count) in each ``step`` of a stretch. Pure."""
    length = -((start - end) // step)
    series: defaultdict[int, list[int]] = defaultdict(lambda: [0] * length)
    for key, moment, count in rows:
        if start <= moment < end:
            series[key][(moment - start) // step] += count
    return dict(series)


def days_of_topic(workspace_id: int, topic_id: int, days: int) -> tuple[int, ...]:
    """Return the messages of a topic on each of the last ``days`` days (UTC), the last being today."""
    start = datetime.combine(timezone.now().date() - DAY * (days - 1), time(), UTC)
    found = MinuteCount.objects.filter(workspace_id=workspace_id, topic_id=topic_id, minute__gte=start)
    rows = found.values_list("topic_id", "minute", "count")
    return tuple(bucketed(rows, start, start + DAY * days, DAY).get(topic_id) or [0] * days)
