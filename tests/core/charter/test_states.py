"""The states of moderation: whatever people do, the log tells where a message stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.charter.states import (
    ACTIONS,
    STATES,
    TABLE,
    State,
    Taken,
    after,
    before,
    replay,
    standing,
    undone,
)

WISHES = st.lists(st.one_of(st.sampled_from(ACTIONS), st.integers(0, 30)), max_size=30)


def play(wishes: list[object]) -> tuple[State, list[Taken]]:
    """Try each wish: an action where the table allows it, an undo where it stands last."""
    state: State = "pending"
    log: list[Taken] = []
    for number, wish in enumerate(wishes, start=1):
        if isinstance(wish, int):
            back = undone(log, wish)
            if back is not None:
                log.append(Taken(number, "undo", wish))
                state = back
        elif (then := after(state, wish)) is not None:  # type: ignore[arg-type]
            log.append(Taken(number, wish, None))  # type: ignore[arg-type]
            state = then
    return state, log


@given(WISHES)
def test_the_state_kept_is_the_state_replayed(wishes: list[object]) -> None:
    state, log = play(wishes)
    assert replay(log) == state


@given(WISHES)
def test_undoing_everything_that_stands_leads_back_to_pending(wishes: list[object]) -> None:
    _, log = play(wishes)
    number = 1_000
    while stand := standing(log):
        assert undone(log, stand[-1][0]) is not None
        number += 1
        log.append(Taken(number, "undo", stand[-1][0]))
    assert replay(log) == "pending"


@given(WISHES)
def test_only_the_last_standing_decision_can_be_undone(wishes: list[object]) -> None:
    _, log = play(wishes)
    stand = standing(log)
    for number, _action in stand[:-1]:
        assert undone(log, number) is None


@pytest.mark.parametrize("state", STATES)
def test_every_state_knows_its_actions(state: State) -> None:
    for action, then in TABLE[state].items():
        assert then in STATES
        assert state in before(action)


def test_a_watched_message_is_never_decided_and_never_becomes_one() -> None:
    assert TABLE["none"] == {}
    assert all("none" not in row.values() for row in TABLE.values())


def test_no_state_that_waits_is_a_dead_end() -> None:
    assert set(TABLE["pending"]) == set(ACTIONS)
    assert {"approve", "remove"} <= set(TABLE["hold"])


def test_putting_on_hold_twice_is_not_a_decision() -> None:
    assert after("hold", "hold") is None


def test_an_undo_of_something_unknown_changes_nothing() -> None:
    assert undone([Taken(1, "remove")], 7) is None
    assert replay([Taken(1, "remove"), Taken(2, "undo", 7)]) == "remove"


def test_undoing_the_removal_of_an_edited_message_does_not_publish_the_edit() -> None:
    log = [Taken(1, "approve"), Taken(2, "remove")]  # between the two, the author edited and it waited again
    assert undone(log, 2) == "pending"
