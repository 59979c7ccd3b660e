"""Why a decision could not be taken: said politely, with who was there first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils.translation import gettext as _

Why = Literal["decided", "claimed", "edited", "stands", "absent", "reason", "action"]


@dataclass(frozen=True, slots=True)
class Before:
    """Who was there first: the person's name ("" for a rule), what they did, when."""

    name: str = ""
    action: str = ""
    at: datetime | None = None


class Refused(Exception):
    """A decision, a claim or an undo that could not be. ``before`` tells who was there first, where someone was."""

    def __init__(self, why: Why, before: Before | None = None) -> None:
        super().__init__(why)
        self.why: Why = why
        self.before = before or Before()

    @property
    def sentence(self) -> str:
        """Return what to tell the person."""
        return _SAY[self.why](self.before)


def _decided(before: Before) -> str:
    name = before.name or _("a rule")
    words = {
        "approve": _("%(name)s has just published this message."),
        "remove": _("%(name)s has just removed this message."),
        "hold": _("%(name)s has just put this message on hold."),
    }
    return words.get(before.action, _("This message is no longer to be decided.")) % {"name": name}


def _claimed(before: Before) -> str:
    return _("%(name)s has this message open.") % {"name": before.name}


_SAY: dict[Why, Callable[[Before], str]] = {
    "decided": _decided,
    "claimed": _claimed,
    "edited": lambda before: _("This message was edited at its source while you read it: read it again."),
    "stands": lambda before: _("This decision can no longer be undone: another one came after it."),
    "absent": lambda before: _("This message is not here any more."),
    "reason": lambda before: _("Choose the article of the charter that this message goes against."),
    "action": lambda before: _("This action does not exist."),
}
