"""``{% load sources %}``: stretches of time, icons of connectors, sentences kept in two languages."""

from datetime import datetime, timedelta

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext

from palabre.connectors.shared.sentences import in_language
from palabre.desk.sources.stretches import in_units
from palabre.desk.web.icons import ICONS
from palabre.desk.web.templatetags.desk import icon

register = template.Library()

_ICONS = {
    "file": "file-up",
    "feed": "rss",
    "mail": "mail",
    "twitch": "tv",
    "webhook": "webhook",
    "demo": "sparkles",
}


@register.simple_tag
def connector_icon(key: str) -> SafeString:
    """Return the icon of a connector."""
    return icon(_ICONS.get(key, key if key in ICONS else "plug"))


@register.filter
def span(stretch: timedelta) -> str:
    """Return a stretch of time in its largest unit: "3 min", "2 d"."""
    unit, n = in_units(stretch)
    match unit:
        case "second":
            return ngettext("%(n)s s", "%(n)s s", n) % {"n": n}
        case "minute":
            return ngettext("%(n)s min", "%(n)s min", n) % {"n": n}
        case "hour":
            return ngettext("%(n)s h", "%(n)s h", n) % {"n": n}
    return ngettext("%(n)s day", "%(n)s days", n) % {"n": n}


@register.simple_tag
def stretch(start: datetime, end: datetime) -> str:
    """Return the time between two moments."""
    return span(end - start)


@register.filter
def in_my_language(text: str) -> str:
    """Return the half of a sentence kept in both languages that the person reads; the whole of any other text."""
    return in_language(str(text), get_language() or "fr")


@register.filter
def unlocalized(value: float) -> str:
    """Return a number as HTML attributes write it, whatever the language."""
    return f"{value:.4f}"
