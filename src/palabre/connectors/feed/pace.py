"""How soon a feed is worth reading again. Pure.

Media Cloud's rule: the interval grows where most entries were known already, and shrinks where most are new.
"""

FASTEST = 600
SLOWEST = 86_400
FIRST = 1_800

#: Above the first share of known entries the interval grows, below the second it shrinks.
_MOSTLY_KNOWN = 2 / 3
_MOSTLY_NEW = 1 / 3

_GROWTH = 1.5
_SHRINKAGE = 0.5


def next_interval(current: float | None, new: int, total: int) -> int:
    """Return the seconds until the next reading, 10 minutes to 24 hours.

    ``current`` is the interval that led to this reading (``None`` the first time), ``new`` how many of the
    ``total`` entries were not known. A feed that did not change counts as all known.
    """
    if current is None:
        return FIRST
    known = 1 - new / total if total else 1.0
    factor = _GROWTH if known > _MOSTLY_KNOWN else _SHRINKAGE if known < _MOSTLY_NEW else 1.0
    return round(min(max(current * factor, FASTEST), SLOWEST))
