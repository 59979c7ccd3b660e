"""Queries that call others by name: ``@query:rocade``, ``@query:"Eau potable"``."""

import re

from palabre.core.text import fold
from palabre.desk.watch.language import Saved
from palabre.desk.watch.models import Rule, Standing, Topic

_CALL = re.compile(r'@query:(?:"(?P<quoted>[^"\n]{1,200})"|(?P<word>[^\s()"]{1,200}))')


def calls(query: str) -> set[str]:
    """Return the names that a query calls, folded."""
    return {fold(found["quoted"] or found["word"]) for found in _CALL.finditer(query)}


def call_of(name: str) -> str:
    """Return how a topic of that name is called in a query."""
    return f'@query:"{name}"' if not re.fullmatch(r"\w+", name) else f"@query:{name}"


def saved_queries(workspace_id: int, topic: Topic | None = None, query: str = "") -> Saved:
    """Return the queries of the workspace's topics by their folded names.

    ``query`` is that which ``topic`` will have: so one that calls itself, even by way of others, is found out.
    """
    found = Topic.objects.filter(workspace_id=workspace_id).values_list("name", "query")
    own = {fold(topic.name): query} if topic is not None else {}
    return {**{fold(name): text for name, text in found}, **own}


def query_called(name: str) -> str | None:
    """Return the query of the open workspace's topic of that name, whatever its case and accents."""
    found = Topic.objects.values_list("name", "query")
    return next((query for known, query in found if fold(known) == fold(name)), None)


def callers_of(topic: Topic) -> list[Standing]:
    """Return the other topics, and the rules, whose queries call this one, by name."""
    others = (Topic.objects.exclude(pk=topic.pk), Rule.objects.all())
    told = [
        caller
        for found in others
        for caller in found.filter(workspace_id=topic.workspace_id, query__contains="@query:")
        if fold(topic.name) in calls(caller.query)
    ]
    return sorted(told, key=lambda caller: caller.name)
