"""Days as bars, drawn by the server: zero and the highest named, the day that is not over hatched. Pure.

The bars are stretched to the width of their place; what is written stands around them as text, in its own size.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.formats import date_format, number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: The drawing's own units: a day's place, the part of it that a bar fills, the height.
STEP, BAR, HEIGHT = 10, 8, 100


def days_chart(counts: Sequence[int], first: date, label: str) -> SafeString:
    """Return the drawing of ``counts``, a day each from ``first`` on, the last one under way."""
    top = max(counts, default=0)
    bars = [_bar(n, count, max(top, 1), first, n == len(counts) - 1) for n, count in enumerate(counts)]
    return format_html(
        '<div class="days-chart"><span class="days-top">{}</span>'
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<defs><pattern id="under-way" width="4" height="8" patternUnits="userSpaceOnUse">'
        '<rect class="hatch-ground" width="4" height="8"></rect><rect class="hatch" width="4" height="4"></rect>'
        "</pattern></defs>{}</svg>{}</div>",
        _("%(n)s a day at most") % {"n": number_format(top, force_grouping=True)},
        max(len(counts), 1) * STEP,
        HEIGHT,
        label,
        format_html_join("", "{}", ((bar,) for bar in bars)),
        _names(len(counts), first),
    )


def _bar(place: int, count: int, top: int, first: date, last: bool) -> SafeString:
    height = max(round(count / top * HEIGHT, 1), 2.0) if count else 0
    return format_html(
        '<rect class="{}" fill="{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>',
        "bar-open" if last else "bar",
        "url(#under-way)" if last else "currentColor",
        place * STEP + (STEP - BAR) / 2,
        round(HEIGHT - height, 1),
        BAR,
        height,
        _said(first + timedelta(days=place), count, last),
    )


def _said(day: date, count: int, last: bool) -> str:
    told = ngettext("%(day)s: %(n)s message", "%(day)s: %(n)s messages", count)
    shown = told % {"day": date_format(day, "j F"), "n": number_format(count, force_grouping=True)}
    return f"{shown} ({_('not over yet')})" if last else shown


def _names(length: int, first: date) -> SafeString:
    """Return the names of a few days under the line: the first, one between, and today's."""
    places = sorted({0, (length - 1) // 2, length - 1} - {-1})
    named = ((date_format(first + timedelta(days=n), "j N") if n < length - 1 else _("today"),) for n in places)
    shown = format_html_join("", "<span>{}</span>", named)
    return format_html('<p class="days-names" aria-hidden="true">{}</p>', shown)
