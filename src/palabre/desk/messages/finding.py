"""Search over the open workspace, for every page and for the API (docs/decisions/0007)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

import psycopg
from django.db import connection

from palabre.core.query import Node
from palabre.store import search
from palabre.store.search import Ask, Backtest, Counted, Limits, Page, Sieve, TooLong

__all__ = [
    "Backtest",
    "Counted",
    "Page",
    "Sieve",
    "TooLong",
    "among",
    "backtest",
    "count",
    "find",
    "find_page",
    "since_days",
]

#: Seconds that a page may take, and a count.
PATIENCE, COUNTING = 5.0, 5.0
#: Seconds that a trial on history may take, and messages that it may read one by one.
TRYING, TRIED = 10.0, 100_000


def raw() -> "psycopg.Connection[Any]":
    """Return the desk's own connection, under the desk's role."""
    connection.ensure_connection()
    return cast("psycopg.Connection[Any]", connection.connection)


def find_page(
    tree: Node | None, sieve: Sieve, at_most: int, since: date | None = None, before: int | None = None
) -> Page:
    """Return the newest messages found in the open workspace. Raises ``TooLong``."""
    return search.find(raw(), Ask(tree, sieve, since, before=before), at_most, Limits(PATIENCE))


def find(
    tree: Node | None, sieve: Sieve, at_most: int, since: date | None = None, before: int | None = None
) -> list[int]:
    """Return the ids of the newest messages found, fewer where it takes too long."""
    try:
        return find_page(tree, sieve, at_most, since, before).ids
    except TooLong:
        return []


def count(tree: Node | None, sieve: Sieve, since: date | None = None) -> Counted:
    """Return how many messages are found, out of how many. Raises ``TooLong``."""
    return search.count(raw(), Ask(tree, sieve, since), Limits(COUNTING))


def among(tree: Node, ids: Sequence[int]) -> list[int]:
    """Return those of some messages that answer."""
    return search.among(raw(), tree, ids)


def backtest(tree: Node, days: int, today: date, sample: int = 20) -> Backtest:
    """Try a query on the last days, today's included. Raises ``TooLong`` where not even one could be read."""
    since = today - timedelta(days=days - 1)
    return search.backtest(raw(), tree, since, today, sample=sample, limits=Limits(TRYING, TRIED), today=today)


def since_days(days: int | None, today: date) -> date | None:
    """Return the first day of a period of ``days`` days that ends today; None where there is no bound."""
    return today - timedelta(days=days) if days is not None else None
