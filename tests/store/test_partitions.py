"""Days, ids and partitions: pure arithmetic, and the same in SQL."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from palabre.store import partitions
from palabre.store.migrate import Connection

TODAY = date(2026, 11, 20)
days = st.dates(date(1970, 1, 1), TODAY + timedelta(days=1))


def test_recent_days_have_their_own_and_older_ones_share() -> None:
    assert partitions.stretch(date(2026, 11, 3), TODAY, []) == (date(2026, 11, 3), date(2026, 11, 4))
    assert partitions.stretch(date(2026, 2, 3), TODAY, []) == (date(2026, 2, 1), date(2026, 3, 1))
    assert partitions.stretch(date(2015, 2, 3), TODAY, []) == (date(2015, 1, 1), date(2016, 1, 1))


def test_a_month_that_has_daily_ones_goes_on_by_days() -> None:
    daily = (date(2026, 2, 1), date(2026, 2, 2))
    assert partitions.stretch(date(2026, 2, 3), TODAY, [daily]) == (date(2026, 2, 3), date(2026, 2, 4))


@given(st.lists(st.tuples(days, days), max_size=40))
def test_partitions_never_overlap_and_always_hold_their_day(visits: list[tuple[date, date]]) -> None:
    made: set[partitions.Stretch] = set()
    for day, today in visits:
        first, end = partitions.stretch(day, max(day, today), made)
        assert first <= day < end
        made.add((first, end))
    ordered = sorted(made)
    assert all(before[1] <= after[0] for before, after in pairwise(ordered))


@given(days, st.integers(0, 2**partitions.NUMBER_BITS - 1))
def test_an_id_says_its_day_and_stays_exact_in_a_browser(day: date, number: int) -> None:
    message_id = partitions.day_floor(day) + number
    assert partitions.day_of(message_id) == day
    assert message_id < 2**53


def test_the_database_cuts_days_at_the_same_ids(owner: Connection) -> None:
    for day in (date(1970, 1, 1), TODAY, partitions.LAST_DAY):
        assert owner.execute("SELECT day_floor(%s)", (day,)).fetchone() == (partitions.day_floor(day),)


def test_an_impossible_time_becomes_the_time_of_reception() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert partitions.settle_time(now + timedelta(days=3), now) == now
    assert partitions.settle_time(datetime(1901, 1, 1, tzinfo=UTC), now) == now
    late = now + timedelta(minutes=4)
    assert partitions.settle_time(late, now) == late
