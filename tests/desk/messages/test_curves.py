"""The minute curve: silence is zero, what was not collected is a gap."""

from datetime import UTC, datetime, timedelta

from palabre.desk.messages.curves import draw

END = datetime(2026, 3, 14, 9, 26, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return END - timedelta(minutes=minutes)


def test_the_curve_ends_with_the_minute_under_way() -> None:
    curve = draw(END, 3, {at(0): 4, at(2): 1}, [])
    assert curve.minutes == (at(2), at(1), at(0))
    assert curve.counts == (1, 0, 4)
    assert curve.total == 5


def test_a_gap_is_neither_zero_nor_hidden_messages() -> None:
    curve = draw(END, 4, {at(2): 7}, [(at(3), at(1) + timedelta(seconds=10))])
    assert curve.counts == (None, 7, None, 0)


def test_the_table_leaves_silence_out_and_shows_gaps() -> None:
    curve = draw(END, 4, {at(3): 2}, [(at(1), at(0))])
    assert curve.rows == [(at(1), None), (at(3), 2)]


def test_the_data_for_the_page_are_seconds_and_counts() -> None:
    assert draw(END, 1, {}, []).data == {"x": [int(END.timestamp())], "y": [0]}
