"""The states that a message passes through in moderation.

Rules
- A message stands in one state. ``none`` is for sources that are only watched: nothing leads there or out of it.
- ``pending`` waits for a human; ``hold`` was looked at and waits for more; ``approve`` and ``remove`` are decided.
- A decision is never changed, only undone, and only the one that stands last: the state before it comes back.
- The state of a message is what the replay of its decisions gives; but an edit at the source of a message that was
  published puts it back to ``pending``, for what was approved is not what is said now.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from palabre.core.model import Action

State = Literal["none", "pending", "hold", "approve", "remove"]
STATES: tuple[State, ...] = get_args(State)
ACTIONS: tuple[Action, ...] = get_args(Action)

TABLE: Mapping[State, Mapping[Action, State]] = {
    "none": {},
    "pending": {"approve": "approve", "remove": "remove", "hold": "hold"},
    "hold": {"approve": "approve", "remove": "remove"},
    "approve": {},
    "remove": {},
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One row of the decisions' log. ``undoes`` names the decision that an ``undo`` takes back."""

    id: int
    action: Action | Literal["undo"]
    undoes: int | None = None


def after(state: State, action: Action) -> State | None:
    """Return the state that ``action`` leads to from ``state``, or None where it is not allowed."""
    return TABLE[state].get(action)


def before(action: Action) -> tuple[State, ...]:
    """Return the states from which ``action`` is allowed."""
    return tuple(state for state in STATES if action in TABLE[state])


def standing(log: Iterable[Taken]) -> list[tuple[int, Action]]:
    """Return the decisions that still stand, as (id, action), oldest first; ``log`` is in order."""
    stand: dict[int, Action] = {}
    for taken in log:
        if taken.action != "undo":
            stand[taken.id] = taken.action
        elif taken.undoes is not None:
            stand.pop(taken.undoes, None)
    return list(stand.items())


def replay(log: Iterable[Taken]) -> State:
    """Return the state of a moderated message whose decisions are ``log``."""
    stand = standing(log)
    return stand[-1][1] if stand else "pending"


def undone(log: Iterable[Taken], decision: int) -> State | None:
    """Return the state that comes back when ``decision`` is undone, or None unless it is the one standing last.

    A decision is only ever taken on a message that waits, so it leads back to a state that waits: a message that
    was published, then edited at its source, waited again when it was removed.
    """
    stand = standing(log)
    if not stand or stand[-1][0] != decision:
        return None
    earlier = stand[-2][1] if len(stand) > 1 else "pending"
    return earlier if TABLE[earlier] else "pending"
