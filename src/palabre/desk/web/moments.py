"""How moments are said: near ones as a distance, far ones as a date. ``static/desk/moments.js`` says them alike."""

from datetime import datetime
from functools import lru_cache

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def relative(moment: datetime, now: datetime) -> str:
    """Return ``moment`` as said at ``now``; both aware and in the person's own time zone."""
    seconds = (now - moment).total_seconds()
    if seconds < 45:
        return _("just now") if seconds > -45 else exact(moment)
    if seconds < 3_570:
        return _("%(count)s min ago") % {"count": max(1, round(seconds / 60))}
    if seconds < 21.5 * 3_600:
        return _("%(count)s h ago") % {"count": round(seconds / 3_600)}
    if (now.date() - moment.date()).days == 1:
        return _("yesterday %(time)s") % {"time": formats.time_format(moment, "H:i")}
    return formats.date_format(moment, "j N" if moment.year == now.year else "j N Y")


def exact(moment: datetime) -> str:
    """Return the date and the time to the second, in the moment's own time zone."""
    return _exact(moment.replace(microsecond=0), get_language())


@lru_cache(maxsize=4_096)
def _exact(moment: datetime, _language: str | None) -> str:
    """Messages of a stream share their second: its date is written once for all of them."""
    return f"{formats.date_format(moment, 'l j F Y')}, {formats.time_format(moment, 'H:i:s')}"
