"""Search over millions of messages, beside PostgreSQL's own full text; and ingest when full against when empty.

Messages are spread over 31 days. Both answer "the newest 50": ours as the desk asks (``palabre.store.search``),
under the desk's role, its own checks included; the peer is a plain table with a stored
``to_tsvector('simple', …)`` and a GIN index over the same texts, asked the same by a ``tsquery``. Both answers to
each query are held against each other before any time is told. Milliseconds by the clock, each query warm; what the
peer does not answer within :data:`PATIENCE` counts as that long, and how many those were is told.
"""

import argparse
import multiprocessing
import os
import random
import statistics
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

import psycopg
from msgspec.structs import replace

from bench.bed import Bed, bed
from bench.ingest import drain, worker
from bench.speech import START, Speech
from palabre.core.model import Message, Proposal
from palabre.core.query import And, Node, Or, Phrase, Term, parse
from palabre.core.query.tree import Near
from palabre.core.text import fold, search_vector_binary, tokenize
from palabre.pipeline.exchange import Answer, Excerpt
from palabre.pipeline.shape import Shaped, shape
from palabre.pipeline.understand import Understood
from palabre.pipeline.write import Writer
from palabre.store import address, partitions
from palabre.store.numbers import Numbers
from palabre.store.search import Ask, Limits, find

DAYS = 31
CHUNK = 1_000
AUTHORS = 50_000
#: The first number of the second ingest: the hours after those of the first.
AFTER = 10**6
QUERIES = 60
#: Seconds that the peer may take over one query: near words that are frequent take it minutes.
PATIENCE = 10
#: The peer's table: the same words as ours, without accents; a mention or an address is none of them, what stands
#: before and after an apostrophe are two.
PEER = r"""
    CREATE TABLE peer AS SELECT id, to_tsvector('simple', translate(
        lower(regexp_replace(text, '@\S+|https?://\S+', 'zz', 'g')), 'éèêëàâôöîïûùüç’', 'eeeeaaooiiuuuc '
    )) AS search FROM message
"""


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5_000_000)
    parser.add_argument("--ingest", type=int, default=40_000, help="messages of each ingest measure")
    options = parser.parse_args()
    speech = Speech(7)
    with bed(speech.topics(1_000)) as here:
        empty = ingest(here, options.ingest, 0)
        started = perf_counter()
        fill(here, options.messages)
        print(f"filled with {options.messages:,} messages in {perf_counter() - started:.0f} s", flush=True)
        measure(here)
        full = ingest(here, options.ingest, AFTER)
        print(f"ingest, empty: {empty}\n        on {options.messages:,}: {full} ({full.rate / empty.rate:.0%})")


@dataclass(frozen=True)
class Ingest:
    """Messages a second of the worker, and PostgreSQL's processor time a message, in microseconds."""

    rate: float
    database: float

    def __str__(self) -> str:
        return f"{self.rate:,.0f} messages/s, PostgreSQL {self.database:.0f} µs a message"


def ingest(here: Bed, count: int, first: int) -> Ingest:
    """Have the worker store messages of the last day."""
    with worker(here) as work:
        done = drain(here, work, count, first)
    database = sum(seconds for who, seconds in done.spent.items() if who.startswith("PostgreSQL"))
    return Ingest(done.rate, database / done.messages * 1e6)


def fill(here: Bed, count: int) -> None:
    """Write messages as the worker does, but for signals and matches, spread over a month; make the peer's table.

    The index of words is taken away and built again at the end: it is the same, and so this takes minutes.
    """
    with here.connect() as owner:
        numbers = Numbers(owner)
        for day in range(DAYS):
            numbers.ensure_day(START.date() - timedelta(days=day), START + timedelta(days=1))
        (index,) = owner.execute("SELECT pg_get_indexdef('message_search'::regclass)").fetchone() or ("",)
        owner.execute("DROP INDEX message_search")
        parts = os.cpu_count() or 1
        fillers = [
            multiprocessing.get_context("spawn").Process(target=fill_part, args=(here, number, count // parts))
            for number in range(parts)
        ]
        for filler in fillers:
            filler.start()
        for filler in fillers:
            filler.join()
        if any(filler.exitcode for filler in fillers):
            raise SystemExit("Filling failed.")
        for statement in (
            index.replace(" ON ONLY ", " ON "),
            PEER,
            "CREATE INDEX ON peer USING gin (search)",
            "CREATE INDEX ON peer (id)",
        ):
            owner.execute(statement.encode())
        owner.execute("VACUUM ANALYZE")


def fill_part(here: Bed, part: int, count: int) -> None:
    """Write ``count`` messages, each chunk on one day of the month."""
    excerpt = Excerpt(here.workspace, here.source, "bench", True, START + timedelta(days=1), b"")
    speech, chance = Speech(11 + part), random.Random(part)
    with here.connect() as first, here.connect() as second:
        numbers, writer = Numbers(first), Writer(second, lambda asked: Future())
        for at in range(0, count, CHUNK):
            size = min(CHUNK, count - at)
            day = START.replace(hour=0) - timedelta(days=at // CHUNK % DAYS)
            shaped = [
                _shaped(message, number, excerpt, day + timedelta(seconds=chance.random() * 86_399))
                for message, number in zip(
                    speech.messages(size, (2 + part) * 10**9 + at), numbers.take(size), strict=True
                )
            ]
            with second.transaction():
                writer._copy(Answer(b"".join(s.key for s in shaped), b"".join(s.row for s in shaped)))


def _shaped(message: Message, number: int, excerpt: Excerpt, published: datetime) -> Shaped:
    dated = replace(message, published=published, author=None)
    vector = search_vector_binary(None, None, tokenize(dated.text))
    understood = Understood(dated, "fr", 0, (), (), Proposal(priority=0), vector)
    message_id = partitions.day_floor(published.date()) | number
    return shape(message_id, 1 + number % AUTHORS, excerpt, understood)


def measure(here: Bed) -> None:
    """Print p50 and p95 of each kind of query, ours as the desk asks it (web role) and the peer's."""
    url = address.web_url(here.url, address.web_password())
    with psycopg.connect(url, autocommit=True) as desk, here.connect() as plain:
        desk.execute("SELECT set_config('app.workspace', %s, false)", (str(here.workspace),))
        plain.execute(f"SET statement_timeout = '{PATIENCE}s'".encode())
        for name, shape_of in KINDS.items():
            asked = [shape_of(Speech(100 + n)) for n in range(QUERIES)]
            pairs = [(newest(desk, query), peer_newest(plain, query)) for query in asked]
            differing = [
                query for query, (one, other) in zip(asked, pairs, strict=True) if other not in (None, one)
            ]
            if differing:
                raise SystemExit(f"{name}: the answers to {differing[0]} differ.")
            ours = times(lambda query: newest(desk, query), asked)
            answered = [query for query, (_, other) in zip(asked, pairs, strict=True) if other is not None]
            late = len(asked) - len(answered)
            peers = times(lambda query: peer_newest(plain, query), answered, late)
            print(
                f"  {name:10} ours p50 {ours[0]:6.1f} p95 {ours[1]:6.1f} ms   "
                f"plain p50 {peers[0]:6.1f} p95 {peers[1]:6.1f} ms" + (f"   ({late} never ended)" if late else ""),
                flush=True,
            )


def words(speech: Speech, count: int) -> list[str]:
    """Return plain words of the vocabulary, frequent ones often."""
    found: list[str] = []
    while len(found) < count:
        word = fold(speech._word())
        if word.isascii() and word.isalpha() and len(word) > 3 and word == word.lower():
            found.append(word)
    return found


def near(speech: Speech) -> str:
    """Return two words close together."""
    return f"{words(speech, 1)[0]} NEAR/5 {words(speech, 1)[0]}"


KINDS: dict[str, Callable[[Speech], str]] = {
    "two words": lambda speech: " ".join(words(speech, 2)),
    "phrase": lambda speech: '"' + " ".join(words(speech, 2)) + '"',
    "or of five": lambda speech: " OR ".join(words(speech, 5)),
    "prefix": lambda speech: words(speech, 1)[0][:4] + "*",
    "near": near,
    "rare": lambda speech: fold(speech.entity()),
}


def tree(query: str) -> Node:
    """Read a query; all of them can be."""
    found = parse(query).tree
    if found is None:
        raise ValueError(query)
    return found


def newest(desk: psycopg.Connection[Any], query: str) -> list[int]:
    """Ask as the desk does."""
    ask = Ask(tree(query), since=(START - timedelta(days=DAYS)).date())
    return find(desk, ask, 50, Limits(60.0)).ids


def peer_newest(plain: psycopg.Connection[Any], query: str) -> list[int] | None:
    """Ask the plain table the same, newest first; None if it does not answer in time."""
    asked = "SELECT id FROM peer WHERE search @@ %s::tsquery ORDER BY id DESC LIMIT 50"
    try:
        return [row[0] for row in plain.execute(asked, (peer_query(tree(query)),))]
    except psycopg.errors.QueryCanceled:
        return None


def peer_query(asked: Node) -> str:
    """Return a query as one writes it for PostgreSQL by hand."""
    match asked:
        case Term(term, prefix):
            return f"'{term}':*" if prefix else f"'{term}'"
        case Phrase(parts):
            return " <-> ".join(map(peer_query, parts))
        case And(children) | Or(children):
            return (" & " if isinstance(asked, And) else " | ").join(map(peer_query, children))
        case Near((one, other), distance):
            ways = ((one, other), (other, one))
            apart = range(1, distance + 2)
            return " | ".join(f"{peer_query(a)} <{far}> {peer_query(b)}" for a, b in ways for far in apart)
        case _:
            raise ValueError(f"No such query is asked here: {asked}")


def times(ask: Callable[[str], object], asked: list[str], late: int = 0) -> tuple[float, float]:
    """Return the median and the 95th centile in milliseconds, each query asked before; ``late`` never ended."""
    spent = [PATIENCE * 1000.0] * late
    for query in asked:
        started = perf_counter()
        ask(query)
        spent.append((perf_counter() - started) * 1000)
    spent.sort()
    return statistics.median(spent), spent[int(len(spent) * 0.95)]


if __name__ == "__main__":
    main()
