"""Reading topics and rules, and how much they catch."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.selectors import decided_of, matched_by, matched_ids
from palabre.desk.sources.selectors import sources_of
from palabre.desk.watch.counts import hours_by_topic
from palabre.desk.watch.models import Rule, Standing, Topic, TopicRecount

#: The latest matches that a topic's page shows.
LATEST = 10
#: The latest matches of a rule whose decisions are counted.
DECIDED = 1_000


Kind = TypeVar("Kind", bound=Standing)


@dataclass(frozen=True, slots=True)
class Overview(Generic[Kind]):
    """A standing query, and its messages in each hour of the last day, oldest first (empty: none)."""

    standing: Kind
    day: tuple[int, ...]

    @property
    def last_day(self) -> int:
        """Return how many messages it caught in the last 24 hours."""
        return sum(self.day)


@dataclass(frozen=True, slots=True)
class Folder:
    """Topics that stand together; the name is '' for those in no folder."""

    name: str
    topics: tuple[Overview[Topic], ...]

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


def rules_of(workspace_id: int) -> list[Rule]:
    """Return the rules of a workspace by name."""
    return list(Rule.objects.filter(workspace_id=workspace_id).order_by("name", "pk"))


def topic_overviews(workspace_id: int) -> list[Overview[Topic]]:
    """Return each topic with its last day, in three queries whatever their number."""
    return _overviews(workspace_id, topics_of(workspace_id))


def rule_overviews(workspace_id: int) -> list[Overview[Rule]]:
    """Return the same of each rule."""
    return _overviews(workspace_id, rules_of(workspace_id))


def _overviews(workspace_id: int, listed: list[Kind]) -> list[Overview[Kind]]:
    sources = [source.pk for source in sources_of(workspace_id, removed=True)]
    series = hours_by_topic([one.number for one in listed], sources)
    return [Overview(one, tuple(series.get(one.number, ()))) for one in listed]


def in_folders(found: Iterable[Overview[Topic]]) -> list[Folder]:
    """Return topics by folder, those in none first, each folder in the order of its name. Pure."""
    ordered = sorted(found, key=lambda one: one.standing.folder.casefold())
    return [Folder(name, tuple(group)) for name, group in groupby(ordered, key=lambda one: one.standing.folder)]


def last_recount(topic: Topic) -> TopicRecount | None:
    """Return the latest recount of a topic."""
    return TopicRecount.objects.filter(topic=topic).order_by("-pk").first()


def latest_matches(standing: Standing) -> list[Card]:
    """Return the newest messages that a topic or a rule caught, marked where they say it."""
    return cards(matched_by(standing.number, LATEST))


def decisions_of(rule: Rule) -> list[tuple[str, int]]:
    """Return how the latest messages that a rule caught stand: (decision, how many), the most frequent first."""
    return decided_of(matched_ids(rule.number, DECIDED))
