"""The waiting list of the search index is emptied beside the writer."""

from collections.abc import Callable

import psycopg

from palabre.pipeline.sweep import Sweeper
from palabre.store.migrate import Connection
from pipeline.conftest import Feeder, comment, until, working


def waiting(owner: Connection) -> int:
    """Return how many index tuples stand in waiting lists: what a sweep of ours would take, in pages."""
    rows = owner.execute(
        "SELECT gin_clean_pending_list(inhrelid) FROM pg_inherits WHERE inhparent = 'message_search'::regclass"
    ).fetchall()
    return sum(int(str(row[0])) for row in rows)


def connecting(url: str) -> Callable[[], psycopg.Connection[tuple[object, ...]]]:
    return lambda: psycopg.connect(url, autocommit=True)


def test_it_sweeps_once_enough_was_stored(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url):
        feeder.say(*(comment(n) for n in range(300)))
        until(lambda: owner.execute("SELECT count(*) FROM message").fetchone() == (300,))
    sweeper = Sweeper(connecting(feeder.url), rows=300)
    sweeper.note(299)
    assert sweeper.sweeps == 0
    sweeper.note(1)
    sweeper.close()
    assert sweeper.sweeps == 1
    assert waiting(owner) == 0  # nothing is left
    assert owner.execute("SELECT count(*) FROM message WHERE search @@ 'deviation'").fetchone() == (300,)


def test_a_list_that_was_not_swept_holds_something(feeder: Feeder, owner: Connection) -> None:
    with working(feeder.url):
        feeder.say(*(comment(n) for n in range(300)))
        until(lambda: owner.execute("SELECT count(*) FROM message").fetchone() == (300,))
    assert waiting(owner) > 0


def test_a_sweep_that_fails_harms_nobody_and_the_next_is_tried() -> None:
    tried: list[int] = []

    def away() -> psycopg.Connection[tuple[object, ...]]:
        tried.append(1)
        raise psycopg.OperationalError("the database is away")

    sweeper = Sweeper(away, rows=10)
    sweeper.note(10)
    until(lambda: len(tried) == 1 and sweeper._sweeping is not None and sweeper._sweeping.done())
    sweeper.note(10)
    sweeper.close()
    assert len(tried) == 2 and sweeper.sweeps == 0
