"""``{% load desk %}``: icons, moments, numbers and initials, the same on every page."""

from datetime import datetime
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from palabre.desk.web import icons, moments

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, label: str = "") -> SafeString:
    """Return an icon of the sprite; with ``label`` it is read out, without one it is mere decoration."""
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="#i-{}"></use></svg>', label, _known(name)
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"></use></svg>', _known(name))


def _known(name: str) -> str:
    if name not in icons.ICONS:
        raise template.TemplateSyntaxError(f"No icon is called {name!r}: add it to palabre/desk/web/icons.py.")
    return name


@register.simple_tag
@lru_cache
def mask(name: str) -> SafeString:
    """Return an icon that is mere decoration, for rows that come in by the dozen."""
    return format_html('<i class="icon mask mask-{}" aria-hidden="true"></i>', _known(name))


@register.simple_tag
def masks_address() -> str:
    """Return the address of the style sheet of ``mask``."""
    return reverse("masks", args=(icons.masks_stamp(),))


@register.simple_tag
def sprite() -> SafeString:
    """Return the sprite that every ``icon`` points into; once in a page."""
    return icons.sprite()


@register.simple_tag
def ago(moment: datetime | None) -> SafeString | str:
    """Return how long ago ``moment`` was, its exact time on hover; scripts keep it right as time passes."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return format_html(
        '<time datetime="{}" title="{}" data-ago>{}</time>',
        moment.isoformat(timespec="seconds"),
        moments.exact(local),
        moments.relative(local, timezone.localtime()),
    )


@register.simple_tag
def on(moment: datetime | None) -> SafeString | str:
    """Return the exact time of ``moment``, where a decision or a proof must be dated."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(timespec="seconds"), moments.exact(local))


@register.filter
def number(value: int | float | None) -> str:
    """Return a number as the person's language writes it, thousands apart."""
    return "" if value is None else formats.number_format(value, use_l10n=True, force_grouping=True)


@register.filter
def initials(name: str) -> str:
    """Return one or two letters that stand for a name."""
    words = [word for word in str(name).replace("_", " ").replace(".", " ").split() if word[:1].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "·"


@register.filter
def hue(name: str) -> int:
    """Return one of twelve hues, always the same for a name, for its avatar."""
    return sum(map(ord, str(name))) % 12
