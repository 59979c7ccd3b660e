"""Reading topics and how much they catch."""

from dataclasses import dataclass

from palabre.desk.sources.selectors import sources_of
from palabre.desk.watch.counts import hours_by_topic
from palabre.desk.watch.models import Topic


@dataclass(frozen=True, slots=True)
class TopicOverview:
    """A topic, and its messages in each hour of the last day, oldest first (empty: none)."""

    topic: Topic
    day: tuple[int, ...]

    @property
    def last_day(self) -> int:
        """Return how many messages it caught in the last 24 hours."""
        return sum(self.day)


def topics_of(workspace_id: int) -> list[Topic]:
    """Return the topics of a workspace by name."""
    return list(Topic.objects.filter(workspace_id=workspace_id).order_by("name", "pk"))


def topic_overviews(workspace_id: int) -> list[TopicOverview]:
    """Return each topic with its last day, in three queries whatever their number."""
    topics = topics_of(workspace_id)
    sources = [source.pk for source in sources_of(workspace_id, removed=True)]
    series = hours_by_topic([topic.pk for topic in topics], sources)
    return [TopicOverview(topic, tuple(series.get(topic.pk, ()))) for topic in topics]
