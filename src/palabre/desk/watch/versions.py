"""The versions of a topic, each with what it changed."""

from dataclasses import dataclass
from itertools import pairwise

from palabre.desk.messages.difference import Change, changes
from palabre.desk.watch.models import Topic, TopicVersion

#: Versions shown, the latest first.
MOST = 50


@dataclass(frozen=True, slots=True)
class Edition:
    """A version, what it changed of the one before (nothing for the first), and whether it is today's."""

    version: TopicVersion
    changes: list[Change]
    current: bool


def editions_of(topic: Topic) -> list[Edition]:
    """Return the latest versions of a topic, the newest first, in one query."""
    found = TopicVersion.objects.filter(topic=topic).select_related("person").order_by("-number")
    listed = list(found[: MOST + 1])
    pairs = [*pairwise(listed), (listed[-1], None)] if listed else []
    return [_edition(topic, new, old) for new, old in pairs[:MOST]]


def _edition(topic: Topic, new: TopicVersion, old: TopicVersion | None) -> Edition:
    return Edition(new, changes(old.query, new.query) if old else [], new.number == topic.version)
