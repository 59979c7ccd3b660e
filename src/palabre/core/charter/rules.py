"""Rules: a query of the workspace's own, and the article that it brings up. A rule proposes; a person decides."""

from typing import NamedTuple


class Rule(NamedTuple):
    """What a rule says of a message that answers its query. ``weight``: points of priority; None: usual."""

    id: int
    name: str
    article: str
    weight: int | None = None


def number_of(rule_id: int) -> int:
    """Return the number of a rule among standing queries: below zero, where topics stand above. And back again."""
    return -rule_id


def is_rule(number: int) -> bool:
    """Tell whether the number of a standing query is that of a rule."""
    return number < 0
