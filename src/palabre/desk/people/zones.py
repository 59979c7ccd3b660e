"""Time zones that a person may choose."""

from functools import cache
from zoneinfo import available_timezones

#: Families of the tz database that name places; the others are aliases kept for old programs.
_PLACES = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@cache
def time_zones() -> tuple[tuple[str, str], ...]:
    """Return (name, shown name) of each zone, by name: ``Indian/Reunion`` is shown as "Indian / Reunion"."""
    names = sorted(name for name in available_timezones() if name.startswith(_PLACES))
    return tuple((name, name.replace("_", " ").replace("/", " / ")) for name in ["UTC", *names])
