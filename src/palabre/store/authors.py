"""Authors by their network's key: found in memory, else inserted, or updated where they changed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import psycopg

from palabre.core.model import Author
from palabre.store import queries

SQL = queries.load("writer")

#: Authors kept in memory (some 60 MB when full); then all are forgotten and found again one by one.
MOST = 200_000

AuthorKey = tuple[int, str, str]
Seen = tuple[int, str, Author | None, datetime]


class Authors:
    """The ids of authors. Written outside the batch's transaction: an author without message harms nobody."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._ids: dict[AuthorKey, tuple[int, Author]] = {}

    def ids(self, seen: Iterable[Seen]) -> list[int | None]:
        """Return the id of each author, in order; None for None."""
        seen = list(seen)
        if len(self._ids) > MOST:
            self._ids.clear()
        wanted: dict[AuthorKey, tuple[Author, datetime]] = {}
        for workspace, network, author, when in seen:
            if author is not None:
                kept = self._ids.get((workspace, network, author.key))
                if kept is None or kept[1] != author:
                    wanted[workspace, network, author.key] = (author, when)
        if wanted:
            self._upsert(wanted)
        return [
            None if author is None else self._ids[workspace, network, author.key][0]
            for workspace, network, author, _ in seen
        ]

    def _upsert(self, wanted: dict[AuthorKey, tuple[Author, datetime]]) -> None:
        workspaces, networks, keys = zip(*wanted, strict=True)
        authors = [author for author, _ in wanted.values()]
        rows = self._connection.execute(
            SQL["upsert_authors"],
            {
                "workspaces": list(workspaces),
                "networks": list(networks),
                "keys": list(keys),
                "names": [author.name for author in authors],
                "urls": [author.url for author in authors],
                "followers": [author.followers for author in authors],
                "seen": [when for _, when in wanted.values()],
            },
        )
        for workspace, network, key, found in rows:
            self._ids[workspace, network, key] = (found, wanted[workspace, network, key][0])
