"""How a source is doing, in one word. Pure: the time is passed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

State = Literal["good", "waiting", "error", "paused", "done", "reading"]
Tone = Literal["good", "warn", "bad", "paused"]

_TONES: dict[State, Tone] = {
    "good": "good",
    "waiting": "warn",
    "error": "bad",
    "paused": "paused",
    "done": "paused",
    "reading": "good",
}

#: Messages later than this after their publication are told as a lag.
_LAG_SHOWN = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Health:
    """A source at a glance. ``lag``: from publication to reception of the newest message, None when unknown.

    ``progress`` is 0..1 where the source is a file being read, None elsewhere; ``rate`` holds messages a minute
    over the last hour, oldest first.
    """

    state: State
    tone: Tone
    lag: timedelta | None
    progress: float | None
    rate: tuple[int, ...]
    set_aside: int
    gaps: int

    @property
    def last_hour(self) -> int:
        """Return how many messages came in the last hour."""
        return sum(self.rate)


def health(
    *,
    state: str,
    error_class: str | None,
    received: int,
    last_received: datetime | None,
    last_published: datetime | None,
    cursor: Mapping[str, Any],
    rate: Sequence[int],
    set_aside: int,
    gaps: int,
) -> Health:
    """Return how a source is doing, from its row and its counts."""
    progress = progress_of(cursor)
    word = _state(state, error_class, received, progress)
    return Health(word, _TONES[word], _lag(last_received, last_published), progress, tuple(rate), set_aside, gaps)


def progress_of(cursor: Mapping[str, Any]) -> float | None:
    """Return the part (0..1) that was read of a file, from its connector's cursor; None for anything else."""
    read, size = cursor.get("read"), cursor.get("size")
    if cursor.get("done") is True:
        return 1.0
    if not isinstance(read, int | float) or not isinstance(size, int | float) or size <= 0:
        return None
    return max(0.0, min(1.0, read / size))


def _state(state: str, error_class: str | None, received: int, progress: float | None) -> State:
    if state == "paused":
        return "paused"
    if state == "done":
        return "done"
    if error_class:
        return "error"
    if progress is not None and progress < 1:
        return "reading"
    return "good" if received else "waiting"


def _lag(received: datetime | None, published: datetime | None) -> timedelta | None:
    if received is None or published is None or received - published < _LAG_SHOWN:
        return None
    return received - published
