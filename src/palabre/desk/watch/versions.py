"""The versions of a topic or a rule, each with what it changed."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from palabre.desk.messages.difference import Change, changes
from palabre.desk.watch.models import Rule, RuleVersion, Standing, TopicVersion, Version

if TYPE_CHECKING:
    from django.db.models import QuerySet

#: Versions shown, the latest first.
MOST = 50


@dataclass(frozen=True, slots=True)
class Edition:
    """A version, what it changed of the one before (nothing for the first), and whether it is today's."""

    version: Version
    changes: list[Change]
    current: bool


def editions_of(standing: Standing) -> list[Edition]:
    """Return the latest versions of a topic or a rule, the newest first, in one query."""
    found = versions_of(standing).select_related("person").order_by("-number")
    listed = list(found[: MOST + 1])
    pairs = [*pairwise(listed), (listed[-1], None)] if listed else []
    return [_edition(standing, new, old) for new, old in pairs[:MOST]]


def versions_of(standing: Standing) -> "QuerySet[TopicVersion] | QuerySet[RuleVersion]":
    """Return all versions of a topic or a rule."""
    if isinstance(standing, Rule):
        return RuleVersion.objects.filter(rule=standing)
    return TopicVersion.objects.filter(topic_id=standing.pk)


def _edition(standing: Standing, new: Version, old: Version | None) -> Edition:
    return Edition(new, changes(old.query, new.query) if old else [], new.number == standing.version)
