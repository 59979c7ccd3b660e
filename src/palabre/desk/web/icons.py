"""The icons of the desk: Lucide, sent once a page as a sprite that ``{% icon "name" %}`` points into.

Where rows come in by the dozen they are masks of a style sheet instead (``{% mask %}``): a drawing that points into
the sprite is a tree of its own, and three in each row are a fifth of what a browser does for it.

A name is added to ``ICONS`` to be used; the drawings are read from the folder of front-end libraries.
"""

import hashlib
import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).resolve().parent / "static" / "vendor" / "lucide-static" / "icons"

ICONS: frozenset[str] = frozenset(
    """
    activity angry arrow-down arrow-left arrow-right arrow-up at-sign badge-check ban bell book-open bot braces
    building-2 calendar chart-line check chevron-down chevron-left chevron-right chevron-up chevrons-up-down
    circle circle-alert circle-check circle-dot circle-minus circle-pause circle-play circle-question-mark
    circle-slash circle-x clock coins command copy corner-down-right corner-up-left download ellipsis
    external-link eye eye-off file-text file-up flag flame folder frown funnel git-compare globe hand hand-heart
    hash heart-handshake history house inbox info key-round keyboard languages layers life-buoy lightbulb link
    list-checks lock lock-open log-out mail megaphone menu message-circle message-square messages-square mic
    monitor moon newspaper paperclip pause pencil pill play plug plus quote radar refresh-cw repeat rotate-ccw
    rss save scale scroll-text search send settings shield shield-alert sliders-horizontal smile sparkles
    spell-check star sun swords terminal thumbs-down thumbs-up trash-2 triangle-alert tv undo-2 unplug upload
    user user-plus user-x users webhook x zap
    """.split()  # noqa: SIM905 - one word is one icon
)

_INSIDE = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_STROKE = 'fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
#: Where colours are forced, a background would be the page's own.
_MASK = """.mask{background:currentColor;mask:center/contain no-repeat}
@media (forced-colors:active){.mask{background:CanvasText;forced-color-adjust:none}}"""
_MISSING = '<circle cx="12" cy="12" r="4"/>'


@cache
def sprite() -> SafeString:
    """Return every icon as a symbol of one hidden drawing, to stand once in a page."""
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24">{drawing(name)}</symbol>' for name in sorted(ICONS)
    )
    return mark_safe(f'<svg class="sprite" aria-hidden="true">{symbols}</svg>')  # noqa: S308 - our own files


def _symbol(name: str) -> str:
    return f'<symbol id="i-{name}" viewBox="0 0 24 24">{drawing(name)}</symbol>'


@cache
def masks() -> str:
    """Return a style sheet with a class ``mask-NAME`` for each icon: its shape, in the colour of the text."""
    rules = (f'.mask-{name}{{mask-image:url("data:image/svg+xml,{_as_mask(name)}")}}' for name in sorted(ICONS))
    return "\n".join(("@layer components{", _MASK, *rules, "}"))


@cache
def masks_stamp() -> str:
    """Return eight hexadecimal digits that change with the sheet: browsers may keep it for ever under them."""
    return hashlib.sha256(masks().encode()).hexdigest()[:8]


def _as_mask(name: str) -> str:
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" {_STROKE}>{drawing(name)}</svg>'
    return quote(whole.replace('"', "'"), safe=" /:='.,-")


def drawing(name: str) -> str:
    """Return the inside of one icon's SVG; a dot where the libraries have not been installed yet."""
    try:
        found = _INSIDE.search((FOLDER / f"{name}.svg").read_text("utf-8"))
    except FileNotFoundError:
        return _MISSING
    return " ".join(found.group(1).split()) if found else _MISSING
