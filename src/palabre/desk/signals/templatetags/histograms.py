"""``{% load histograms %}``: the histogram of a signal's scores, drawn by the server."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from palabre.desk.signals.measures import BARS, Bar

register = template.Library()

#: The drawing's own units.
WIDTH, HEIGHT, FOOT, GAP = 600, 150, 26, 3
_STEP = WIDTH / BARS


@register.simple_tag
def histogram(bars: Sequence[Bar], threshold: float) -> SafeString:
    """Return the drawing: a bar a twentieth (right, not judged, wrong), the line of the threshold."""
    top = max((bar.total for bar in bars), default=0) or 1
    label = _("Scores of the month, from 0 to 100 %; the line is the threshold.")
    line = round(threshold * WIDTH, 1)
    return format_html(
        '<svg class="histogram" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}</svg>',
        WIDTH, HEIGHT + FOOT, label,
        format_html_join("", "{}", ((_bar(place, bar, top, threshold),) for place, bar in enumerate(bars))),
        format_html_join("", '<text x="{}" y="{}" text-anchor="{}">{} %</text>', _ticks()),
        format_html('<line class="h-line" x1="{0}" x2="{0}" y1="0" y2="{1}"></line>', line, HEIGHT + 6),
    )  # fmt: skip


def _bar(place: int, bar: Bar, top: int, threshold: float) -> SafeString:
    """Return one bar: its three parts stacked, fainter under the threshold."""
    x, base, parts = round(place * _STEP + GAP / 2, 1), float(HEIGHT), []
    for kind, count in (("right", bar.right), ("open", bar.open), ("wrong", bar.wrong)):
        height = round(count / top * (HEIGHT - 8), 1)
        height = max(height, 2.0) if count else 0.0
        base = round(base - height, 1)
        parts.append((kind, x, base, round(_STEP - GAP, 1), height))
    rects = format_html_join("", '<rect class="h-{}" x="{}" y="{}" width="{}" height="{}"></rect>', parts)
    return format_html('<g class="{}">{}</g>', "h-under" if (place + 1) / BARS <= threshold else "h-over", rects)


def _ticks() -> list[tuple[float, int, str, int]]:
    anchors = {0: "start", 100: "end"}
    return [
        (percent / 100 * WIDTH, HEIGHT + 20, anchors.get(percent, "middle"), percent)
        for percent in range(0, 101, 25)
    ]


@register.filter
def spans(bars: Sequence[Bar]) -> list[tuple[int, int, Bar]]:
    """Return the bars that hold something, with the percentages between which they lie, for the table behind."""
    size = 100 // BARS
    return [(place * size, (place + 1) * size, bar) for place, bar in enumerate(bars) if bar.total]
