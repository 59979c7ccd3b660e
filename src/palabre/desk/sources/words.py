"""What people read about the state of a source: what happened, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Class of error → (what happened, what to do). The classes are those of ``palabre.connectors.contract.ErrorClass``
#: and "defect", which the collector gives to what no connector should do.
ERRORS: dict[str, tuple[Promise, Promise]] = {
    "temporary": (
        _("The other side does not answer."),
        _("Nothing to do: we try again by ourselves, at longer and longer intervals."),
    ),
    "throttled": (_("The other side asks us to slow down."), _("Nothing to do: we wait as long as it asks.")),
    "refused": (
        _("The other side refuses us."),
        _("Check the account, the password or the token in the settings of this source."),
    ),
    "gone": (_("What we read is no longer there."), _("Check the address in the settings, or remove this source.")),
    "malformed": (
        _("It answered, and the answer cannot be read."),
        _("Open the address in a browser: is it still the right one? We try again by ourselves."),
    ),
    "forbidden_by_robots": (
        _("This site asks robots not to read it (robots.txt)."),
        _("Ask its publisher for a permission, or for another way to read it."),
    ),
    "too_large": (
        _("The answer is too large or too slow."),
        _("Choose a narrower address: a section, a shorter feed."),
    ),
    "defect": (
        _("Something went wrong on our side."),
        _("We try again by ourselves. If it lasts, report it with the text below."),
    ),
}

STATES: dict[str, Promise] = {
    "good": _("Collecting"),
    "waiting": _("Waiting for its first message"),
    "error": _("In trouble"),
    "paused": _("Paused"),
    "done": _("Read to its end"),
    "reading": _("Reading"),
}


def error_words(kind: str) -> tuple[str, str]:
    """Return what happened and what to do, for a class of error."""
    happened, advice = ERRORS.get(kind, ERRORS["defect"])
    return str(happened), str(advice)
