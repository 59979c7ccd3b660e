"""Which facts the latest messages do not tell: a query that asks for these finds fewer than one thinks."""

from collections.abc import Iterable

from django.db import connection

from palabre.core.query import Node
from palabre.core.query.explain import asked_fields
from palabre.desk.watch.reading import Lacks

#: The latest messages that are looked at.
LATEST = 1_000

#: When a message lacks a field. Fields that are not here are told by every message.
_LACKS = {
    "author": "m.author_id IS NULL",
    "from": "m.author_id IS NULL",
    "followers": "NOT EXISTS (SELECT FROM author a WHERE a.id = m.author_id AND a.followers IS NOT NULL)",
    "site": "m.site = ''",
    "url": "m.url = ''",
    "network": "m.network = ''",
    "lang": "m.lang = ''",
    "country": "m.country = ''",
    "thread": "m.thread = ''",
    "engagement": "m.engagement IS NULL",
    "reach": "m.reach IS NULL",
}


def lacking(tree: Node) -> Lacks:
    """Return how many of the latest messages lack each field that a query asks, and how many were looked at."""
    names = [name for name in asked_fields(tree) if name in _LACKS]
    if not names:
        return {}, 0
    with connection.cursor() as cursor:
        cursor.execute(_statement(names), [LATEST])
        total, *counts = cursor.fetchone() or (0,)
    return dict(zip(names, counts, strict=False)), total


def _statement(names: Iterable[str]) -> str:
    counts = "".join(f", count(*) FILTER (WHERE {_LACKS[name]})" for name in names)
    return f"SELECT count(*){counts} FROM (SELECT * FROM message ORDER BY id DESC LIMIT %s) m"  # noqa: S608 - our own
