"""How signals and the parts of a priority look and read: an icon, a word, a family: never a colour alone.

Families: ``harm`` (against the charter), ``care`` (somebody waits for us), ``good`` (what makes the conversation
worth having), ``plain`` (tone and form).
"""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Family = Literal["harm", "care", "good", "plain"]


@dataclass(frozen=True, slots=True)
class Sign:
    """The face of one signal. ``harsh`` ones are blurred for people who chose so."""

    name: str
    word: str | Promise
    icon: str
    family: Family
    harsh: bool = False


_SIGNS: tuple[Sign, ...] = (
    Sign("violence_call", _("call for violence"), "flame", "harm", harsh=True),
    Sign("threat", _("threat"), "triangle-alert", "harm", harsh=True),
    Sign("hate", _("hate"), "shield-alert", "harm", harsh=True),
    Sign("dehumanising", _("dehumanising"), "shield-alert", "harm", harsh=True),
    Sign("coded_hate", _("coded hate"), "eye", "harm", harsh=True),
    Sign("harassment", _("harassment"), "user-x", "harm", harsh=True),
    Sign("sexual", _("sexual"), "circle-slash", "harm", harsh=True),
    Sign("insult", _("insult"), "angry", "harm"),
    Sign("personal_data", _("personal data"), "lock", "harm"),
    Sign("scam", _("scam"), "coins", "harm"),
    Sign("spam", _("advertising"), "megaphone", "harm"),
    Sign("flood", _("flood"), "repeat", "harm"),
    Sign("self_harm", _("self-harm"), "life-buoy", "care", harsh=True),
    Sign("emergency", _("emergency"), "circle-alert", "care"),
    Sign("adverse_event", _("adverse event"), "pill", "care"),
    Sign("help_request", _("call for help"), "life-buoy", "care"),
    Sign("question", _("question"), "circle-question-mark", "care"),
    Sign("feedback", _("feedback"), "message-circle", "care"),
    Sign("lead", _("lead"), "send", "care"),
    Sign("urgency", _("urgency"), "clock", "care"),
    Sign("testimony", _("testimony"), "sparkles", "good"),
    Sign("correction", _("correction"), "spell-check", "good"),
    Sign("praise", _("praise"), "thumbs-up", "good"),
    Sign("argument", _("argument"), "scale", "good"),
    Sign("anger", _("anger"), "frown", "plain"),
)
SIGNS = {sign.name: sign for sign in _SIGNS}

#: Parts of a priority that are not signals.
PARTS: dict[str, str | Promise] = {
    "first_message": _("first message of this author"),
    "private": _("sent in private"),
}


def sign_of(name: str) -> Sign:
    """Return the face of a signal; one that the desk does not know yet shows its own name."""
    return SIGNS.get(name) or Sign(name, name.replace("_", " "), "circle-dot", "plain")


def part_word(why: str) -> str | Promise:
    """Return the words for one part of a priority."""
    return PARTS.get(why) or sign_of(why).word
