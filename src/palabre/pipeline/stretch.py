"""One stretch of a recount: which of its messages answer now, and what that changes in the tables."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import psycopg

from palabre.core.query import Node, Said, evidence, matches, to_tsquery, wanted
from palabre.core.query.tree import Span
from palabre.core.text import tokenize
from palabre.store import queries

SQL = queries.load("recount")

Connection = psycopg.Connection[Any]
#: Where the text of each matching message shows it, by message.
Found = Mapping[int, tuple[Span, ...]]
#: Where a message is counted: its source and its minute.
Place = tuple[int, datetime]


def read(connection: Connection, workspace: int, tree: Node, below: int, end: int) -> tuple[Found, dict[int, int]]:
    """Return which messages of ``[below, end)`` answer, and the revision of each message that was looked at."""
    words = to_tsquery(tree).text
    values = {"workspace": workspace, "below": below, "end": end, "words": words}
    found, revisions, leaves = {}, {}, tuple(wanted(tree))
    for id, revision, title, lead, text in connection.execute(SQL["candidates"], values):
        revisions[id] = revision
        said = Said(tokenize(text), tokenize(title) if title else None, tokenize(lead) if lead else None)
        if matches(tree, said):
            found[id] = evidence(leaves, said)
    return found, revisions


def settle(
    connection: Connection,
    workspace: int,
    topic: int,
    bounds: tuple[int, int],
    found: Found,
    seen: Mapping[int, int],
) -> None:
    """Make the matches and the counts of a topic in ``[below, end)`` those of ``found``.

    ``seen`` are the revisions that ``found`` was read from: a message edited since keeps the match that the worker
    has just given it. Runs in the caller's transaction.
    """
    values = {"topic": topic, "below": bounds[0], "end": bounds[1]}
    before = {row[0] for row in connection.execute(SQL["matched_before"], values)}
    held = connection.execute(SQL["hold"], {"ids": sorted(before | found.keys())}).fetchall()
    still = {id: (source, minute) for id, revision, source, minute in held if seen.get(id, revision) == revision}
    gone = [id for id in still if id in before and id not in found]
    kept = [id for id in still if id in found]
    connection.execute(SQL["unmatch"], {"topic": topic, "ids": gone})
    spans = [json.dumps(found[id], separators=(",", ":")) for id in kept]
    connection.execute(SQL["match"], {"topic": topic, "workspace": workspace, "ids": kept, "spans": spans})
    new = (still[id] for id in kept if id not in before)
    _count(connection, workspace, topic, new, (still[id] for id in gone))


def _count(connection: Connection, workspace: int, topic: int, new: Iterable[Place], gone: Iterable[Place]) -> None:
    """Add and take away, always in the same order, so that two writers could not wait for one another."""
    change = Counter(new)
    change.subtract(Counter(gone))
    places = sorted(place for place, count in change.items() if count)
    values = {
        "workspace": workspace,
        "topic": topic,
        "sources": [source for source, _ in places],
        "minutes": [minute for _, minute in places],
        "counts": [change[place] for place in places],
    }
    connection.execute(SQL["count"], values)
