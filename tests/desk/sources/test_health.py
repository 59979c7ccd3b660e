"""How a source is doing, in one word; stretches of time; small curves."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.desk.sources.health import health, progress_of
from palabre.desk.sources.stretches import in_units
from palabre.desk.sources.words import ERRORS, STATES
from palabre.desk.watch.counts import bucketed
from palabre.desk.watch.sparkline import HEIGHT, MOST, gathered, heights, sparkline

NOW = datetime(2026, 3, 14, 9, 26, tzinfo=UTC)
PLAIN: dict[str, Any] = {
    "state": "active",
    "error_class": None,
    "received": 5,
    "last_received": NOW,
    "last_published": NOW,
    "cursor": {},
    "rate": [1, 2],
    "set_aside": 0,
    "gaps": 0,
}


@pytest.mark.parametrize(
    ("changes", "state", "tone"),
    [
        ({}, "good", "good"),
        ({"received": 0}, "waiting", "warn"),
        ({"error_class": "gone"}, "error", "bad"),
        ({"state": "paused", "error_class": "gone"}, "paused", "paused"),
        ({"state": "done"}, "done", "paused"),
        ({"cursor": {"read": 5, "size": 10}}, "reading", "good"),
        ({"cursor": {"read": 10, "size": 10}}, "good", "good"),
    ],
)
def test_one_word_says_it(changes: dict[str, Any], state: str, tone: str) -> None:
    found = health(**{**PLAIN, **changes})
    assert (found.state, found.tone) == (state, tone)
    assert found.state in STATES


def test_a_lag_is_told_from_a_second_on() -> None:
    assert health(**PLAIN).lag is None
    late = {**PLAIN, "last_published": NOW - timedelta(minutes=3)}
    assert health(**late).lag == timedelta(minutes=3)


def test_every_class_of_error_has_its_words() -> None:
    from typing import get_args

    from palabre.connectors.contract import ErrorClass

    assert {*get_args(ErrorClass), "defect"} == ERRORS.keys()


@given(
    st.dictionaries(st.sampled_from(["read", "size", "done"]), st.none() | st.booleans() | st.floats() | st.text())
)
def test_any_cursor_has_a_progress_or_none(cursor: dict[str, Any]) -> None:
    progress = progress_of(cursor)
    assert progress is None or 0 <= progress <= 1


@pytest.mark.parametrize(
    ("seconds", "unit", "n"), [(0, "second", 0), (59, "second", 59), (5400, "hour", 1), (144000, "day", 1)]
)
def test_a_stretch_in_its_unit(seconds: int, unit: str, n: int) -> None:
    assert in_units(timedelta(seconds=seconds)) == (unit, n)


class TestCurve:
    @given(st.lists(st.integers(0, 10**6), max_size=200))
    def test_nothing_is_lost_when_bars_are_gathered(self, counts: list[int]) -> None:
        bars = gathered(counts)
        assert sum(bars) == sum(counts)
        assert len(bars) <= MOST

    @given(st.lists(st.integers(0, 1000), min_size=1, max_size=30))
    def test_bars_stay_in_the_drawing_and_in_order(self, bars: list[int]) -> None:
        drawn = dict(zip(bars, heights(bars, max(bars) or 1), strict=True))
        assert all(1 <= height <= HEIGHT for height in drawn.values())
        ordered = [drawn[bar] for bar in sorted(drawn)]
        assert ordered == sorted(ordered)

    def test_it_is_read_out_and_escaped(self) -> None:
        drawing = sparkline([1, 0, 3], 'three "quarters" <b>')
        assert 'role="img"' in drawing
        assert "<b>" not in drawing
        assert "style" not in drawing


def test_counts_fall_in_their_buckets() -> None:
    minute = timedelta(minutes=1)
    rows = [(7, NOW, 2), (7, NOW + minute, 3), (7, NOW + 2 * minute, 9), (8, NOW - minute, 1)]
    assert bucketed(rows, NOW, NOW + 2 * minute, minute) == {7: [2, 3]}
