"""Coming back after a failure: later and later, never together, never at once."""

from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.twitch.pace import Pace, wait_before

PACE = Pace()


def test_the_ceiling_doubles_up_to_a_minute() -> None:
    assert [wait_before(attempt, 1.0, PACE) for attempt in range(1, 9)] == [1, 2, 4, 8, 16, 32, 60, 60]


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_every_wait_is_bounded(attempt: int, chance: float) -> None:
    assert 0.1 <= wait_before(attempt, chance, PACE) <= PACE.longest_wait


@given(st.integers(1, 50))
def test_chance_spreads_those_who_were_dropped_together(attempt: int) -> None:
    assert wait_before(attempt, 0.2, PACE) < wait_before(attempt, 0.9, PACE)
