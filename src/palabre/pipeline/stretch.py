"""One stretch of a recount: which of its messages answer now, and what that changes in the tables."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec
import psycopg

from palabre.core.query import Node, evidence, matches, wanted
from palabre.core.query.expressions import Bounds
from palabre.core.query.sql import to_bounds
from palabre.core.query.tree import Span
from palabre.store import queries
from palabre.store.stored import asks_facts, called, said_of

SQL, SEARCH = queries.load("recount"), queries.load("search")
#: More messages than a stretch has.
MOST = 100_000

Connection = psycopg.Connection[Any]
#: Where the text of each matching message shows it, by message.
Found = Mapping[int, tuple[Span, ...]]
#: Where a message is counted: its source and its minute.
Place = tuple[int, datetime]


def read(connection: Connection, workspace: int, tree: Node, below: int, end: int) -> tuple[Found, dict[int, int]]:
    """Return which messages of ``[below, end)`` answer, and the revision of each message that was looked at."""
    connection.execute(SEARCH["open"], {"workspace": str(workspace)})
    names = called(connection) if asks_facts(tree) else None
    ids = _candidates(connection, to_bounds(tree, names) if names else to_bounds(tree), below, end)
    # The revisions first: a message edited between the two is seen as edited, and left to the worker.
    revisions = dict(connection.execute(SQL["revisions"], {"ids": ids}).fetchall())
    leaves, said = tuple(wanted(tree)), said_of(connection, ids, names)
    return {id: evidence(leaves, one) for id, one in said.items() if matches(tree, one)}, revisions


def _candidates(connection: Connection, bounds: Bounds, below: int, end: int) -> list[int]:
    """Return the messages of a stretch that may answer, as search finds them."""
    maybe, sure = (msgspec.json.encode(part).decode() for part in (bounds.maybe, bounds.sure))
    values = {"maybe": maybe, "sure": sure, "from": below, "below": end, "most": MOST}
    return [row[0] for row in connection.execute(SEARCH["find"], values)]


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
