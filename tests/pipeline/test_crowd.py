"""When a second process is worth its memory."""

import pytest

from palabre.pipeline.crowd import Crowd

COST = 0.0002  # seconds of understanding a message


def run(crowd: Crowd, start: float, seconds: float, rate: float, cost: float = COST) -> list[bool]:
    """Note ``rate`` messages a second in steps of a tenth; return what was said at each."""
    steps = round(seconds * 10)
    said = []
    for step in range(1, steps + 1):
        spent = 0.0 if crowd.wanted else rate * cost / 10
        said.append(crowd.note(start + step / 10, round(rate / 10), crowd._busy + spent * step))
    return said


def test_a_crowd_calls_it_within_three_seconds() -> None:
    said = run(Crowd(), 100.0, 3.0, 4_000)
    assert not said[0] and said[-1]


def test_so_does_a_smaller_one_on_a_slow_machine() -> None:
    assert run(Crowd(), 100.0, 3.0, 500, cost=0.002)[-1]


def test_a_few_messages_never_do() -> None:
    assert not any(run(Crowd(), 100.0, 60.0, 200))


def test_one_delivery_after_a_silence_counts_over_the_silence() -> None:
    crowd = Crowd()
    assert not crowd.note(100.0, 10, 0.0)
    assert not crowd.note(500.0, 1_000, 0.3)
    assert not crowd.note(501.1, 0, 0.3)


def test_it_leaves_after_a_while_of_calm_and_not_before() -> None:
    crowd = Crowd(patience=30.0)
    assert run(crowd, 100.0, 5.0, 5_000)[-1]
    said = run(crowd, 105.0, 40.0, 20)
    assert all(said[:280])
    assert not said[-1]


def test_a_breath_does_not_send_it_away() -> None:
    crowd = Crowd(patience=30.0)
    run(crowd, 100.0, 5.0, 5_000)
    for start in range(105, 205, 25):
        run(crowd, start, 20.0, 0)
        assert run(crowd, start + 20.0, 5.0, 400)[-1]


def test_it_can_be_had_always_and_never() -> None:
    assert run(Crowd.of("always"), 100.0, 3.0, 0)[-1]
    assert not run(Crowd.of("never"), 100.0, 10.0, 100_000)[-1]
    assert Crowd.of("load") == Crowd()


def test_another_setting_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="'often': it must be one of load, always, never"):
        Crowd.of("often")
