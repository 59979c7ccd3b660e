"""When things arrive: the past as it was, the present faster, and no long silence."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from palabre.demo.pace import LONGEST_SILENCE, OPENING, day_one, due_times, offset

START = datetime(2026, 3, 17, tzinfo=UTC)
NOON = START + OPENING
moments = some.lists(some.timedeltas(timedelta(0), timedelta(days=3)), max_size=50).map(sorted)
speeds = some.floats(0.1, 10_000)


@pytest.mark.parametrize(
    ("moment", "hours"), [("J1 00:00", 0), ("J1 08:30", 8.5), ("J2 14:00:36", 38.01), ("J3 23:00", 71)]
)
def test_a_moment_is_counted_from_the_start_of_day_one(moment: str, hours: float) -> None:
    assert offset(moment) == timedelta(hours=hours)


def test_a_moment_of_another_form_says_the_right_one() -> None:
    with pytest.raises(ValueError, match="write it as 'J2 14:05'"):
        offset("14:05")


def test_the_desk_opens_in_the_middle_of_the_story() -> None:
    assert day_one(NOON) == START


def test_the_past_keeps_its_own_times() -> None:
    past = [timedelta(hours=7), timedelta(hours=7, minutes=5), OPENING]
    assert due_times(past, START) == [START + moment for moment in past]


def test_what_follows_the_opening_is_played_faster() -> None:
    later = [OPENING + timedelta(minutes=10), OPENING + timedelta(minutes=15)]
    assert due_times(later, START, 60) == [NOON + timedelta(seconds=10), NOON + timedelta(seconds=15)]


def test_a_night_is_cut_short() -> None:
    night = [OPENING + timedelta(minutes=1), OPENING + timedelta(hours=9)]
    before, after = due_times(night, START, 60)
    assert after - before == LONGEST_SILENCE


@given(moments, speeds)
def test_order_is_kept_and_no_silence_is_long(sorted_moments: list[timedelta], speed: float) -> None:
    dues = due_times(sorted_moments, START, speed)
    assert dues == sorted(dues)
    assert len(dues) == len(sorted_moments)
    live = [NOON, *(due for due in dues if due > NOON)]
    assert all(after - before <= LONGEST_SILENCE for before, after in pairwise(live))


@given(moments, speeds, some.integers(0, 50))
def test_what_comes_later_changes_nothing_of_what_came_before(
    sorted_moments: list[timedelta], speed: float, cut: int
) -> None:
    assert due_times(sorted_moments[:cut], START, speed) == due_times(sorted_moments, START, speed)[:cut]


@pytest.mark.parametrize("speed", [0, -1, float("nan")])
def test_a_speed_that_goes_nowhere_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="must be above 0"):
        due_times([], START, speed)
