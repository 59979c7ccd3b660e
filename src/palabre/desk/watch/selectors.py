"""Reading topics and how much they catch."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.selectors import matched_by
from palabre.desk.sources.selectors import sources_of
from palabre.desk.watch.counts import hours_by_topic
from palabre.desk.watch.models import Topic, TopicRecount

#: The latest matches that a topic's page shows.
LATEST = 10


@dataclass(frozen=True, slots=True)
class TopicOverview:
    """A topic, and its messages in each hour of the last day, oldest first (empty: none)."""

    topic: Topic
    day: tuple[int, ...]

    @property
    def last_day(self) -> int:
        """Return how many messages it caught in the last 24 hours."""
        return sum(self.day)


@dataclass(frozen=True, slots=True)
class Folder:
    """Topics that stand together; the name is '' for those in no folder."""

    name: str
    topics: tuple[TopicOverview, ...]

    @property
    def last_day(self) -> int:
        """Return how many times its topics caught a message in the last 24 hours."""
        return sum(one.last_day for one in self.topics)


def topics_of(workspace_id: int) -> list[Topic]:
    """Return the topics of a workspace by name."""
    return list(Topic.objects.filter(workspace_id=workspace_id).order_by("name", "pk"))


def folders_of(workspace_id: int) -> list[str]:
    """Return the names of the workspace's folders, in order."""
    found = Topic.objects.filter(workspace_id=workspace_id).exclude(folder="")
    return list(found.order_by("folder").values_list("folder", flat=True).distinct())


def topic_overviews(workspace_id: int) -> list[TopicOverview]:
    """Return each topic with its last day, in three queries whatever their number."""
    topics = topics_of(workspace_id)
    sources = [source.pk for source in sources_of(workspace_id, removed=True)]
    series = hours_by_topic([topic.pk for topic in topics], sources)
    return [TopicOverview(topic, tuple(series.get(topic.pk, ()))) for topic in topics]


def in_folders(found: Iterable[TopicOverview]) -> list[Folder]:
    """Return topics by folder, those in none first, each folder in the order of its name. Pure."""
    ordered = sorted(found, key=lambda one: one.topic.folder.casefold())
    return [Folder(name, tuple(group)) for name, group in groupby(ordered, key=lambda one: one.topic.folder)]


def last_recount(topic: Topic) -> TopicRecount | None:
    """Return the latest recount of a topic."""
    return TopicRecount.objects.filter(topic=topic).order_by("-pk").first()


def latest_matches(topic: Topic) -> list[Card]:
    """Return the newest messages that the topic caught, marked where they say it."""
    return cards(matched_by(topic.pk, LATEST))
