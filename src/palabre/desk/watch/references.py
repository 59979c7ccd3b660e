"""Queries that call others by name: ``@query:rocade``, ``@query:"Eau potable"``."""

import re

from palabre.core.text import fold
from palabre.desk.watch.language import Saved
from palabre.desk.watch.models import Topic

_CALL = re.compile(r'@query:(?:"(?P<quoted>[^"\n]{1,200})"|(?P<word>[^\s()"]{1,200}))')


def calls(query: str) -> set[str]:
    """Return the names that a query calls, as ``key_of`` writes them."""
    return {key_of(found["quoted"] or found["word"]) for found in _CALL.finditer(query)}


def key_of(name: str) -> str:
    """Return a name as it is compared: folded, an underscore or a hyphen for a space."""
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())


def call_of(name: str) -> str:
    """Return how a topic of that name is called in a query."""
    return f'@query:"{name}"' if not re.fullmatch(r"\w+", name) else f"@query:{name}"


def saved_queries(workspace_id: int, besides: Topic | None = None) -> Saved:
    """Return the queries of the workspace's topics by the key of their name, one of them left out."""
    found = Topic.objects.filter(workspace_id=workspace_id)
    if besides is not None:
        found = found.exclude(pk=besides.pk)
    return {key_of(name): query for name, query in found.values_list("name", "query")}


def callers_of(topic: Topic) -> list[Topic]:
    """Return the other topics whose queries call this one, by name."""
    told = Topic.objects.filter(workspace_id=topic.workspace_id, query__contains="@query:").exclude(pk=topic.pk)
    return [caller for caller in told.order_by("name") if key_of(topic.name) in calls(caller.query)]
