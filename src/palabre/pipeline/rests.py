"""How long a source rests before it is tried again. Pure."""

from palabre.connectors.contract import ErrorClass

#: Seconds: the first rest after an error of a class, and the longest. Classes that need a person are still tried
#: now and then: a password may have been mended on the other side.
_RESTS: dict[str, tuple[float, float]] = {
    "temporary": (5, 600),
    "throttled": (60, 3_600),
    "refused": (300, 3_600),
    "gone": (900, 86_400),
    "malformed": (300, 21_600),
    "forbidden_by_robots": (86_400, 86_400),
    "too_large": (3_600, 86_400),
    "defect": (60, 3_600),
}
#: The rest of a polled source that asked for none.
POLL = 600.0


def after_error(kind: ErrorClass | str, streak: int, asked: float | None) -> float:
    """Return seconds to rest: doubled with each error in a row, no less than was ``asked``, at most a day."""
    first, longest = _RESTS.get(kind, _RESTS["temporary"])
    rest = min(longest, first * 2.0 ** min(streak, 20))
    return min(86_400.0, max(rest, asked or 0.0))


def after_poll(next_in: object) -> float:
    """Return seconds to rest after a poll that went well: what its cursor asked for, between 1 s and a day."""
    asked = float(next_in) if isinstance(next_in, int | float) and not isinstance(next_in, bool) else POLL
    return min(86_400.0, max(1.0, asked))
