"""Search, export, counts and backtests: one way to find the messages that answer a query, whoever asks.

The database finds what may answer, newest first (0011_search_days.sql); what it cannot be sure of is read and
matched again by the live matcher, so that a query means here what it means in the stream. All of it is bounded: in
time, in messages looked at, in memory. A connection of the desk's role sees its open workspace; the owner's names
one.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from time import monotonic
from typing import Any, NamedTuple

import msgspec
import psycopg
from psycopg.rows import dict_row, tuple_row

from palabre.core.query.expressions import Bounds, Expression, all_of, condition, exactly
from palabre.core.query.match import matches
from palabre.core.query.sql import to_bounds
from palabre.core.query.tree import Node
from palabre.store import partitions, queries
from palabre.store.stored import Called, Connection, asks_facts, called, said_of

SQL = queries.load("search")
LAST = 2**63 - 1
#: Candidates asked at once: few at first, for a first page is often enough.
FIRST, PAGE = 200, 1_000
#: Steps of a backtest, each told to whoever waits.
STEPS = 90


class TooLong(Exception):
    """The database took longer than it may: the query wants another word, a filter or a shorter period."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is kept, ``None`` for all."""

    sources: Sequence[int] | None = None
    langs: Sequence[str] | None = None
    authors: Sequence[int] | None = None
    decisions: Sequence[str] | None = None
    kinds: Sequence[str] | None = None
    topics: Sequence[int] | None = None

    @property
    def any(self) -> bool:
        """Tell whether something is filtered out."""
        return self.expression() is not True

    def expression(self) -> Expression:
        """Return the sieve as a condition."""
        ids = (("source", self.sources), ("writer", self.authors), ("topic", self.topics))
        words = (("lang", self.langs), ("decision", self.decisions), ("kind", self.kinds))
        return all_of(
            [condition(name, values=list(values)) for name, values in ids if values]
            + [condition("one_of", column=name, values=list(values)) for name, values in words if values]
        )


@dataclass(frozen=True, slots=True)
class Ask:
    """What is searched for: a query (``None``: anything), a sieve, days (both included), ids below ``before``."""

    tree: Node | None = None
    sieve: Sieve = field(default_factory=Sieve)
    since: date | None = None
    until: date | None = None
    before: int | None = None

    @property
    def from_id(self) -> int:
        """The smallest id of the period."""
        return partitions.day_floor(self.since) if self.since else 0

    @property
    def below(self) -> int:
        """The id after the last one of the period."""
        end = partitions.day_floor(self.until + timedelta(days=1)) if self.until else LAST
        return min(end, self.before if self.before is not None else LAST)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a search may take, in seconds, and how many messages it may read to be sure."""

    seconds: float = 5.0
    rows: int = 50_000


class Page(NamedTuple):
    """Ids found, newest first. Where ``complete`` is false, time or rows ran out at ``reached``: go on below it."""

    ids: list[int]
    complete: bool
    reached: int


class Counted(NamedTuple):
    """How many messages answer, out of ``total`` of the period and sieve.

    Where ``exact`` is false, time or rows ran out: there are at least so many.
    """

    found: int
    total: int
    exact: bool


class Bucket(NamedTuple):
    """The messages of one day. ``unfinished``: the day is not over, or was not read to its end."""

    day: date
    found: int
    unfinished: bool


@dataclass(frozen=True, slots=True)
class Backtest:
    """What a query would have caught: on each day of the period, oldest first, and a sample of ids, newest first.

    Where ``exact`` is false, time ran out: the days before ``reached`` were not looked at.
    """

    counted: Counted
    curve: tuple[Bucket, ...]
    sample: tuple[int, ...]
    reached: date


#: Told (days read, days in all, messages found so far).
Progress = Callable[[int, int, int], None]


def find(
    connection: Connection, ask: Ask, at_most: int, limits: Limits = Limits(), workspace: int | None = None
) -> Page:
    """Return the newest messages that answer. ``workspace`` is for the owner's role."""
    with _open(connection, workspace) as search:
        return search.page(ask, at_most, _Clock(limits))


def among(connection: Connection, tree: Node, ids: Sequence[int], workspace: int | None = None) -> list[int]:
    """Return those of some messages, a few hundred at most, that answer: they are read and matched one by one."""
    with _open(connection, workspace) as search:
        return search.checked(tree, [(id, False) for id in ids], _Clock(Limits()))


def count(connection: Connection, ask: Ask, limits: Limits = Limits(), workspace: int | None = None) -> Counted:
    """Return how many messages answer."""
    with _open(connection, workspace) as search:
        clock = _Clock(limits)
        found, exact = search.counts(ask, clock)
        return Counted(sum(found.values()), search.total(ask, clock), exact)


def backtest(
    connection: Connection,
    tree: Node,
    since: date,
    until: date,
    *,
    workspace: int | None = None,
    sample: int = 20,
    limits: Limits = Limits(30.0, 200_000),
    today: date | None = None,
    progress: Progress | None = None,
) -> Backtest:
    """Try a query on the days from ``since`` to ``until``, newest first. ``today`` is the day that is not over."""
    with _open(connection, workspace) as search:
        return search.backtest(tree, (since, until), sample, _Clock(limits), today or until, progress)


def messages(
    connection: Connection,
    workspace: int,
    tree: Node | None = None,
    since: date | None = None,
    most: int | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the messages of ``workspace`` that answer, newest first, each as an export shows it.

    All of them, however long it takes: memory stays flat, page by page.
    """
    ask, left = Ask(tree, since=since), LAST if most is None else most
    while left > 0:
        with _open(connection, workspace) as search:
            page = search.page(ask, min(PAGE, left), _Clock(Limits(3_600.0, 10 * PAGE)))
            rows = search.rows(page.ids)
        yield from rows
        left -= len(rows)
        if page.complete and len(page.ids) < PAGE:
            return
        ask = Ask(tree, since=since, before=page.ids[-1] if page.complete else page.reached)


class _Clock:
    """What is left of the limits."""

    def __init__(self, limits: Limits) -> None:
        self.end = monotonic() + limits.seconds
        self.rows = limits.rows

    @property
    def over(self) -> bool:
        return self.rows <= 0 or monotonic() >= self.end

    @property
    def patience(self) -> int:
        """Milliseconds that a statement may take."""
        return max(1, int((self.end - monotonic()) * 1_000))


@contextmanager
def _open(connection: Connection, workspace: int | None) -> Iterator["_Search"]:
    """Give a search over the open workspace, or over the one named, in a transaction of its own."""
    try:
        with connection.transaction():
            with connection.cursor(row_factory=tuple_row) as cursor:
                before = cursor.execute("SELECT current_setting('statement_timeout')").fetchone()
            if workspace is not None:
                connection.execute(SQL["open"], {"workspace": str(workspace)})
            yield _Search(connection)
            connection.execute(SQL["patience"], {"patience": before[0] if before else "0"})
    except psycopg.errors.QueryCanceled as error:
        raise TooLong("This search takes too long.") from error


class _Search:
    """Questions to one workspace, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._names: Called | None = None

    @property
    def names(self) -> Called:
        """What the workspace calls things."""
        if self._names is None:
            self._names = called(self.connection)
        return self._names

    def _bounds(self, ask: Ask) -> Bounds:
        if ask.tree is None:
            return exactly(ask.sieve.expression())
        found = to_bounds(ask.tree, self.names) if asks_facts(ask.tree) else to_bounds(ask.tree)
        sieve = ask.sieve.expression()
        return Bounds(all_of((found.sure, sieve)), all_of((found.maybe, sieve)))

    def _execute(self, statement: str, values: dict[str, Any], clock: _Clock) -> list[Any]:
        with self.connection.cursor(row_factory=tuple_row) as cursor:
            cursor.execute(SQL["patience"], {"patience": str(clock.patience)})
            return cursor.execute(SQL[statement], values).fetchall()

    def _candidates(
        self, ask: Ask, bounds: Bounds, clock: _Clock, most: int = FIRST
    ) -> Iterator[list[tuple[int, bool]]]:
        """Yield pages of (id, sure to answer), newest first."""
        below, size = ask.below, most
        values = {"maybe": _json(bounds.maybe), "sure": _json(bounds.sure), "from": ask.from_id}
        while True:
            page = self._execute("find", {**values, "below": below, "most": size}, clock)
            yield page
            if len(page) < size:
                return
            below, size = page[-1][0], PAGE

    def page(self, ask: Ask, at_most: int, clock: _Clock) -> Page:
        """Return the newest messages that answer."""
        bounds = self._bounds(ask)
        ids: list[int] = []
        reached = ask.below
        for page in self._candidates(ask, bounds, clock, at_most if bounds.exact else max(at_most, FIRST)):
            ids += self.checked(ask.tree, page, clock)
            reached = page[-1][0] if page else reached
            if len(ids) >= at_most:
                return Page(ids[:at_most], True, ids[at_most - 1])
            if clock.over:
                return Page(ids, False, reached)
        return Page(ids, True, reached)

    def checked(self, tree: Node | None, page: Sequence[tuple[int, bool]], clock: _Clock) -> list[int]:
        """Return those that answer: the sure ones, and the others read and matched."""
        unsure = [id for id, sure in page if not sure]
        if not unsure or tree is None:
            return [id for id, _ in page]
        clock.rows -= len(unsure)
        said = said_of(self.connection, unsure, self.names if asks_facts(tree) else None)
        found = {id for id in unsure if id in said and matches(tree, said[id])}
        return [id for id, sure in page if sure or id in found]

    def counts(self, ask: Ask, clock: _Clock) -> tuple[dict[int, int], bool]:
        """Return how many messages answer each day (days since 1970), and whether these are all."""
        bounds = self._bounds(ask)
        values = {"wanted": _json(bounds.sure), "from": ask.from_id, "below": ask.below}
        found: dict[int, int] = dict(self._execute("by_day", values, clock)) if bounds.sure is not False else {}
        if bounds.exact:
            return found, True
        for page in self._candidates(ask, Bounds(False, bounds.unsure), clock, PAGE):
            for id in self.checked(ask.tree, page, clock):
                found[id >> partitions.NUMBER_BITS] = found.get(id >> partitions.NUMBER_BITS, 0) + 1
            if clock.over and len(page) == PAGE:
                return found, False
        return found, True

    def total(self, ask: Ask, clock: _Clock) -> int:
        """Return how many messages there are in the period and sieve, whatever they say."""
        values = {"wanted": _json(ask.sieve.expression()), "from": ask.from_id, "below": ask.below}
        return sum(row[1] for row in self._execute("by_day", values, clock))

    def rows(self, ids: Sequence[int]) -> list[dict[str, Any]]:
        """Return what is exported of messages, newest first."""
        with self.connection.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(SQL["rows"], {"ids": list(ids)}).fetchall()

    def backtest(
        self,
        tree: Node,
        days: tuple[date, date],
        sample: int,
        clock: _Clock,
        today: date,
        progress: Progress | None,
    ) -> Backtest:
        """Try a query, some days at a time."""
        since, until = days
        length = (until - since).days + 1
        step = max(1, -(-length // STEPS))
        found: dict[int, int] = {}
        total, exact, end = 0, True, until
        while end >= since and exact:
            ask = Ask(tree, since=max(since, end - timedelta(days=step - 1)), until=end)
            counts, exact = self.counts(ask, clock)
            total += self.total(Ask(since=ask.since, until=end), clock)
            found.update(counts)
            end -= timedelta(days=step)
            exact = exact and not (clock.over and end >= since)
            if progress is not None:
                progress(min(length, (until - end).days), length, sum(found.values()))
        reached = max(since, end + timedelta(days=1))
        ids = self.page(Ask(tree, since=reached, until=until), sample, _Clock(Limits(5.0, 5_000))).ids
        curve = tuple(_bucket(since + timedelta(days=n), found, today, reached, exact) for n in range(length))
        return Backtest(Counted(sum(found.values()), total, exact), curve, tuple(ids), reached)


def _bucket(day: date, found: dict[int, int], today: date, reached: date, exact: bool) -> Bucket:
    number = (day - partitions.EPOCH).days
    return Bucket(day, found.get(number, 0), day >= today or day < reached or (day == reached and not exact))


def _json(expression: Expression) -> str:
    return msgspec.json.encode(expression).decode()
