"""Messages read page by page, newest first, under the owner's role."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
from psycopg.rows import dict_row

from palabre.store import partitions, queries

SQL = queries.load("search")
PAGE = 1_000
LAST = 2**63 - 1


def messages(
    connection: psycopg.Connection[Any],
    workspace: int,
    query: str | None = None,
    since: date | None = None,
    most: int | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the messages of ``workspace`` that match ``query`` (a ``tsquery`` as text; None: all), newest first.

    ``since`` bounds the days that are read; ``most`` the messages. Memory stays flat: pages of 1,000.
    """
    below, left = LAST, LAST if most is None else most
    floor = partitions.day_floor(since) if since else 0
    while left > 0:
        size = min(PAGE, left)
        values = {"workspace": workspace, "below": below, "from": floor, "query": query, "most": size}
        with connection.cursor(row_factory=dict_row) as cursor:
            page = cursor.execute(SQL["page"], values).fetchall()
        yield from page
        if len(page) < size:
            return
        below, left = page[-1]["id"], left - len(page)
