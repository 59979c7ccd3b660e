"""A small curve drawn by the server: counts as bars of an SVG. Pure; no script, no style of its own."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

#: The drawing's own units; the style sheet gives it its size on the page.
HEIGHT, STEP, BAR = 24, 4, 3

#: Bars of a curve, at most: counts beyond are added together, so that a bar stays wide enough to be seen.
MOST = 30


def sparkline(counts: Sequence[int], label: str) -> SafeString:
    """Return the drawing of ``counts``, oldest first; ``label`` says in words what it shows."""
    bars = gathered(counts)
    top = max(bars, default=0) or 1
    shapes = format_html_join(
        "",
        '<rect x="{}" y="{}" width="{}" height="{}"></rect>',
        ((place * STEP, HEIGHT - height, BAR, height) for place, height in enumerate(heights(bars, top))),
    )
    width = max(len(bars), 1) * STEP - (STEP - BAR)
    return format_html(
        '<svg class="spark" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>',
        width,
        HEIGHT,
        label,
        shapes,
    )


def gathered(counts: Sequence[int]) -> list[int]:
    """Return ``counts`` in at most ``MOST`` bars, neighbours added together."""
    size = -(-len(counts) // MOST) or 1
    return [sum(counts[place : place + size]) for place in range(0, len(counts), size)]


def heights(bars: Sequence[int], top: int) -> list[float]:
    """Return the height of each bar; a line of one unit stands for zero, so that silence is seen as silence."""
    return [1.0 if not bar else round(max(3.0, bar / top * HEIGHT), 1) for bar in bars]
