"""``{% load said %}``: the text of a message, escaped, with its evidence underlined where it stands."""

from collections.abc import Iterable
from html import escape

from babel import Locale, UnknownLocaleError
from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from palabre.core.model import Part
from palabre.desk.messages import signs
from palabre.desk.messages.evidence import rows
from palabre.desk.messages.spans import Piece

register = template.Library()

#: Where several families meet, the gravest one gives its line.
_GRAVEST = ("harm", "rule", "care", "good", "topic", "plain", "word")

DECISIONS = {
    "approve": ("publish", "check"),
    "remove": ("remove", "trash-2"),
    "hold": ("hold", "clock"),
    "pending": ("", "circle"),
    "none": ("", "eye"),
}


@register.simple_tag
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Return the pieces as text, each marked one in a ``<mark>`` that says why on hover."""
    return mark_safe("".join(map(_piece, pieces)))  # noqa: S308 - each piece is escaped below


def _piece(piece: Piece) -> str:
    if not piece.marks:
        return escape(piece.text)
    families = {mark.family for mark in piece.marks}
    family = next((name for name in _GRAVEST if name in families), "plain")
    labels = " ; ".join(dict.fromkeys(mark.label for mark in piece.marks))
    learned = " mark-learned" if all(mark.learned for mark in piece.marks) else ""
    return f'<mark class="mark mark-{family}{learned}" title="{escape(labels)}">{escape(piece.text)}</mark>'


@register.filter
def decision_word(decision: str) -> str:
    """Return the word for where a message stands."""
    words = {
        "approve": _("published"),
        "remove": _("removed"),
        "hold": _("on hold"),
        "pending": _("to decide"),
        "none": _("watched only"),
    }
    return words.get(decision, decision)


@register.filter
def decision_tone(decision: str) -> str:
    """Return the tone (CSS) of a decision."""
    return DECISIONS.get(decision, ("", ""))[0]


@register.filter
def decision_icon(decision: str) -> str:
    """Return the icon of a decision."""
    return DECISIONS.get(decision, ("", "circle"))[1]


@register.filter
def part_word(part: Part) -> str:
    """Return the words for one part of a priority; a rule goes by the name that it had then."""
    return _("rule “%(name)s”") % {"name": part.name} if part.rule else signs.part_word(part.why)


@register.filter
def kind_word(kind: str) -> str:
    """Return the word for a kind of message."""
    words = {
        "comment": _("comment"),
        "post": _("post"),
        "private": _("private message"),
        "review": _("review"),
        "article": _("article"),
        "chat": _("chat line"),
        "mail": _("mail"),
    }
    return words.get(kind, kind)


@register.filter
def kind_icon(kind: str) -> str:
    """Return the icon of a kind of message."""
    icons = {
        "post": "globe",
        "private": "lock",
        "review": "star",
        "article": "newspaper",
        "chat": "tv",
        "mail": "mail",
    }
    return icons.get(kind, "message-square")


@register.filter
def visibility_word(visibility: str) -> str:
    """Return the word for who could read a message."""
    return {"private": _("private"), "public": _("public"), "press": _("press")}.get(visibility, visibility)


@register.filter
def event_word(kind: str) -> str:
    """Return the words for what happened at the source."""
    words = {
        "delete": _("Deleted at the source"),
        "ban": _("Author banned at the source"),
        "restore": _("Restored at the source"),
    }
    return words.get(kind, kind)


@register.filter
def language_word(lang: str) -> str:
    """Return the name of a language in the person's own; its code where it is not known."""
    try:
        name = Locale.parse(lang.replace("-", "_")).get_display_name((get_language() or "fr").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return lang
    return name or lang


@register.filter
def web_address(url: str) -> bool:
    """Tell whether an address may be a link: nothing but the web's own schemes."""
    return url.startswith(("https://", "http://"))


@register.filter
def attached(text: str) -> list[dict[str, object]]:
    """Return the attachments that were listed with a message: name, media_type, size."""
    return [row for row in rows(text) if isinstance(row, dict) and row.get("name")][:50]
