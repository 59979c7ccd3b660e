"""When each thing of the demo arrives: a past that is simply there, then a present that goes faster.

The desk opens at noon of the second day. What is older keeps the time at which it was said; what follows is
played faster than life, and no silence (a night, a lunch) lasts long, because people are watching.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

#: Where the desk opens, from the start of day one: everything before is history.
OPENING = timedelta(days=1, hours=12)

#: Minutes of the newsroom's life in one minute of play, once the desk is open.
DEFAULT_SPEED = 36.0

#: The longest time that a watcher waits for the next message, whatever the speed.
LONGEST_SILENCE = timedelta(seconds=25)

_MOMENT = re.compile(r"J([123]) ([0-2][0-9]):([0-5][0-9])(?::([0-5][0-9]))?")


def offset(moment: str) -> timedelta:
    """Return how long after the start of day one "J2 14:05" (or "J2 14:05:30") is.

    Raises ``ValueError`` where the text has another form.
    """
    found = _MOMENT.fullmatch(moment)
    if found is None:
        raise ValueError(f"{moment!r} is no moment of the demo; write it as 'J2 14:05' or 'J2 14:05:30'.")
    day, hour, minute, second = (int(part or 0) for part in found.groups())
    return timedelta(days=day - 1, hours=hour, minutes=minute, seconds=second)


def day_one(opening: datetime) -> datetime:
    """Return the start of day one for a desk opened at ``opening``."""
    return opening - OPENING


def due_times(moments: Sequence[timedelta], start: datetime, speed: float = DEFAULT_SPEED) -> list[datetime]:
    """Return when each of ``moments`` (sorted, counted from ``start``) arrives.

    Raises ``ValueError`` for a speed that is not above zero.
    """
    if not speed > 0:
        raise ValueError(f"The speed is {speed}; it must be above 0.")
    dues = [start + moment for moment in moments if moment <= OPENING]
    due = start + OPENING
    later = [OPENING, *moments[len(dues) :]]
    for before, after in pairwise(later):
        due += min((after - before) / speed, LONGEST_SILENCE)
        dues.append(due)
    return dues
