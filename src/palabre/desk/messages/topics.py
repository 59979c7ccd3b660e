"""The names of topics and rules, for chips, filters and reasons."""

from collections.abc import Iterable

from palabre.desk.watch.models import Rule, Topic


def topic_names(ids: Iterable[int]) -> dict[int, str]:
    """Return the names of these topics; those removed since are left out."""
    wanted = set(ids)
    return dict(Topic.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def rule_names(ids: Iterable[int]) -> dict[int, str]:
    """Return the names of these rules; those removed since are left out."""
    wanted = set(ids)
    return dict(Rule.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def rules_here(at_most: int = 200) -> list[tuple[int, str]]:
    """Return (id, name) of the open workspace's rules, by name."""
    return list(Rule.objects.order_by("name").values_list("pk", "name")[:at_most])


def topics_here(at_most: int = 200) -> list[tuple[int, str]]:
    """Return (id, name) of the open workspace's topics, by name."""
    return list(Topic.objects.order_by("name").values_list("pk", "name")[:at_most])
