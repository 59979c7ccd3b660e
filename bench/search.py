"""Search over millions of messages, beside PostgreSQL's own full text; and ingest when full against when empty.

Messages are spread over 31 days. Both searches answer "newest 50 that hold both words"; the peer is a plain table
with ``to_tsvector('simple', …)`` and a GIN index over the same texts. Equal answers are checked first, on words
that both analysers cut alike.
"""

import argparse
import random
import statistics
from collections.abc import Callable
from concurrent.futures import Future
from datetime import timedelta
from time import perf_counter
from typing import Any

import psycopg

from bench.bed import Bed, bed
from bench.ingest import drain, worker
from bench.speech import START, Speech
from palabre.core.model import Message, Proposal
from palabre.core.query import parse, to_tsquery
from palabre.core.text import fold, search_vector_binary, tokenize
from palabre.pipeline.exchange import Answer, Excerpt
from palabre.pipeline.shape import Shaped, shape
from palabre.pipeline.understand import Understood
from palabre.pipeline.write import Writer
from palabre.store import address, partitions
from palabre.store.numbers import Numbers

DAYS = 31
CHUNK = 5_000
QUERIES = 60


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--ingest", type=int, default=40_000, help="messages of each ingest measure")
    options = parser.parse_args()
    speech = Speech(7)
    with bed(speech.topics(1_000)) as here:
        empty = ingest(here, options.ingest, 0)
        started = perf_counter()
        fill(here, options.messages)
        print(f"filled with {options.messages} messages in {perf_counter() - started:.0f} s")
        with here.connect() as owner:
            owner.execute("ANALYZE")
        measure(here)
        full = ingest(here, options.ingest, 10**9)
        print(f"ingest: {empty:,.0f}/s when empty, {full:,.0f}/s on {options.messages} ({full / empty:.0%})")


def ingest(here: Bed, count: int, first: int) -> float:
    """Return messages a second of the worker."""
    with worker(here) as work:
        return drain(here, work, count, first).rate


def fill(here: Bed, count: int) -> None:
    """Write messages as the worker does, but for signals and matches, spread over a month."""
    excerpt = Excerpt(here.workspace, here.source, "bench", True, START, b"")
    speech, chance = Speech(11), random.Random(5)
    with here.connect() as first, here.connect() as second:
        numbers, writer = Numbers(first), Writer(second, lambda asked: Future())
        for day in range(DAYS + 2):
            numbers.ensure_day((START - timedelta(days=day)).date(), START + timedelta(days=1))
        for at in range(0, count, CHUNK):
            messages = speech.messages(CHUNK, 2 * 10**9 + at)
            shaped = [
                _shaped(message, number, excerpt, timedelta(seconds=chance.random() * DAYS * 86_400))
                for message, number in zip(messages, numbers.take(CHUNK), strict=True)
            ]
            with second.transaction():
                writer._copy(Answer(b"".join(s.key for s in shaped), b"".join(s.row for s in shaped)))
        second.execute(
            "CREATE TABLE peer AS SELECT id, to_tsvector('simple', fold.text) AS search FROM message"
            " CROSS JOIN LATERAL (SELECT lower(text) AS text) fold"
        )
        second.execute("CREATE INDEX ON peer USING gin (search)")
        second.execute("CREATE INDEX ON peer (id)")


def _shaped(message: Message, number: int, excerpt: Excerpt, back: timedelta) -> Shaped:
    from msgspec.structs import replace

    aged = replace(message, published=START - back, author=None)
    vector = search_vector_binary(None, None, tokenize(aged.text))
    understood = Understood(aged, "fr", 0, (), (), Proposal(priority=0), vector)
    message_id = partitions.day_floor(aged.published.date()) | number
    return shape(message_id, None, excerpt, understood)


def measure(here: Bed) -> None:
    """Print p50 and p95 of each kind of query, ours as the desk asks it (web role) and the peer's."""
    url = address.web_url(here.url, address.web_password())
    with psycopg.connect(url, autocommit=True) as desk, here.connect() as plain:
        desk.execute("SELECT set_config('app.workspace', %s, false)", (str(here.workspace),))
        check(desk, plain)
        for name, shape_of in KINDS.items():
            asked = [shape_of(Speech(100 + n)) for n in range(QUERIES)]
            ours = times(lambda query: newest(desk, query), asked)
            peers = times(lambda query: peer_newest(plain, query), asked)
            print(
                f"  {name:10} ours p50 {ours[0]:6.1f} p95 {ours[1]:6.1f} ms   "
                f"plain p50 {peers[0]:6.1f} p95 {peers[1]:6.1f} ms"
            )


def words(speech: Speech, count: int) -> list[str]:
    """Return plain words of the vocabulary, frequent ones often."""
    found: list[str] = []
    while len(found) < count:
        word = fold(speech._word())
        if word.isascii() and word.isalpha() and len(word) > 3 and word == word.lower():
            found.append(word)
    return found


KINDS: dict[str, Callable[[Speech], str]] = {
    "two words": lambda speech: " ".join(words(speech, 2)),
    "phrase": lambda speech: '"' + " ".join(words(speech, 2)) + '"',
    "or of five": lambda speech: " OR ".join(words(speech, 5)),
    "prefix": lambda speech: words(speech, 1)[0][:4] + "*",
    "rare": lambda speech: speech.entity().lower(),
}


def tsquery(query: str) -> str:
    """Return our reading of a query as PostgreSQL's."""
    tree = parse(query).tree
    if tree is None:
        raise ValueError(query)
    return to_tsquery(tree).text


def newest(desk: psycopg.Connection[Any], query: str) -> list[int]:
    """Ask as the desk does."""
    low, high = partitions.day_floor((START - timedelta(days=DAYS)).date()), 2**62
    rows = desk.execute(
        "SELECT id FROM search_messages(%s::tsquery, %s, %s, NULL, NULL, NULL, NULL, NULL, NULL, 50)",
        (tsquery(query), low, high),
    )
    return [row[0] for row in rows]


def peer_newest(plain: psycopg.Connection[Any], query: str) -> list[int]:
    """Ask the plain table the same."""
    rows = plain.execute(
        "SELECT id FROM peer WHERE search @@ %s::tsquery ORDER BY id DESC LIMIT 50", (tsquery(query),)
    )
    return [row[0] for row in rows]


def check(desk: psycopg.Connection[Any], plain: psycopg.Connection[Any]) -> None:
    """Hold both answers against each other on queries of one rare name, which both cut alike."""
    for n in range(20):
        name = Speech(300 + n).entity().lower()
        if name.isascii():
            ours, theirs = newest(desk, name), peer_newest(plain, name)
            if set(theirs) - set(ours):
                raise SystemExit(f"{name}: the answers differ: {set(theirs) - set(ours)}")


def times(ask: Callable[[str], list[int]], asked: list[str]) -> tuple[float, float]:
    """Return the median and the 95th centile in milliseconds, each query warm."""
    spent = []
    for query in asked:
        ask(query)
        started = perf_counter()
        ask(query)
        spent.append((perf_counter() - started) * 1000)
    spent.sort()
    return statistics.median(spent), spent[int(len(spent) * 0.95)]


if __name__ == "__main__":
    main()
