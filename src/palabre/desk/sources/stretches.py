"""Stretches of time, in the unit that says most. Pure."""

from datetime import timedelta
from typing import Literal

Unit = Literal["second", "minute", "hour", "day"]

_UNITS: tuple[tuple[Unit, int], ...] = (("day", 86_400), ("hour", 3_600), ("minute", 60))


def in_units(stretch: timedelta) -> tuple[Unit, int]:
    """Return (unit, whole number of them) for a stretch: 90 minutes are one hour, 40 hours one day."""
    seconds = max(0, int(stretch.total_seconds()))
    for unit, size in _UNITS:
        if seconds >= size:
            return unit, seconds // size
    return "second", seconds
