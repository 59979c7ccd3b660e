"""How signals and the parts of a priority look and read: an icon, a word, a family: never a colour alone.

Families: ``harm`` (against the charter), ``care`` (somebody waits for us), ``good`` (what makes the conversation
worth having), ``plain`` (tone and form).
"""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from palabre.desk.messages.reasons import signal_word

Family = Literal["harm", "care", "good", "plain"]


@dataclass(frozen=True, slots=True)
class Sign:
    """The face of one signal. ``harsh`` ones are blurred for people who chose so."""

    name: str
    icon: str
    family: Family
    harsh: bool = False
    said: str | Promise = ""

    @property
    def word(self) -> str:
        """Return what the signal is called."""
        return str(self.said) or signal_word(self.name)


_SIGNS: tuple[Sign, ...] = (
    Sign("violence_call", "flame", "harm", harsh=True),
    Sign("threat", "triangle-alert", "harm", harsh=True),
    Sign("hate", "shield-alert", "harm", harsh=True),
    Sign("dehumanising", "shield-alert", "harm", harsh=True),
    Sign("coded_hate", "eye", "harm", harsh=True),
    Sign("harassment", "user-x", "harm", harsh=True),
    Sign("sexual", "circle-slash", "harm", harsh=True),
    Sign("insult", "angry", "harm"),
    Sign("personal_data", "lock", "harm"),
    Sign("scam", "coins", "harm"),
    Sign("spam", "megaphone", "harm"),
    Sign("flood", "repeat", "harm"),
    Sign("self_harm", "life-buoy", "care", harsh=True),
    Sign("emergency", "circle-alert", "care"),
    Sign("adverse_event", "pill", "care"),
    Sign("help_request", "life-buoy", "care"),
    Sign("question", "circle-question-mark", "care"),
    Sign("feedback", "message-circle", "care"),
    Sign("lead", "send", "care"),
    Sign("urgency", "clock", "care"),
    Sign("testimony", "sparkles", "good"),
    Sign("correction", "spell-check", "good"),
    Sign("praise", "thumbs-up", "good"),
    Sign("argument", "scale", "good"),
    Sign("anger", "frown", "plain"),
    Sign("irony", "message-circle", "plain"),
    Sign("sentiment", "smile", "plain"),
    Sign("link_shared", "link", "plain"),
)
SIGNS = {sign.name: sign for sign in _SIGNS}

#: Parts of a priority that are not signals.
PARTS: dict[str, str | Promise] = {
    "first_message": _("first message of this author"),
    "private": _("sent in private"),
}


#: The tone, by whether it is above or under zero.
_WELL = Sign("sentiment", "smile", "plain", said=_("positive tone"))
_ILL = Sign("sentiment", "frown", "plain", said=_("negative tone"))


def shown_sign(name: str, score: float) -> Sign:
    """Return the face of a signal found with that score."""
    if name == "sentiment":
        return _WELL if score > 0 else _ILL
    return sign_of(name)


def sign_of(name: str) -> Sign:
    """Return the face of a signal; one that the desk does not know yet shows its own name."""
    return SIGNS.get(name) or Sign(name, "circle-dot", "plain")


def part_word(why: str) -> str:
    """Return the words for one part of a priority."""
    return str(PARTS.get(why) or signal_word(why))
