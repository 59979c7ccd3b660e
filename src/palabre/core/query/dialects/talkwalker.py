"""Talkwalker, read. AND binds tighter than OR.

``++X`` counts capitals, ``+X`` keeps signs; ``SENTENCE`` joins words of one sentence.
"""

import re
from types import MappingProxyType

from palabre.core.query.dialects import wording
from palabre.core.query.dialects.filters import (
    all_lost,
    among,
    feeling,
    filters,
    mark,
    moment,
    nearly,
    number,
    piece,
    site,
    whole,
    within,
)  # fmt: skip
from palabre.core.query.dialects.mixing import warned
from palabre.core.query.dialects.syntax import Made, Syntax
from palabre.core.query.tree import Span

_words = wording.reader()
_KINDS = MappingProxyType({
    "comment": ("kind", "comment"), "reply": ("is", "reply"), "image": ("has", "image"), "video": ("has", "video"),
    "link": ("has", "link"), "text": ("kind", "post"),
})  # fmt: skip
_SOURCES = MappingProxyType({
    "news": ("visibility", "press"), "online_news": ("visibility", "press"), "onlinenews": ("visibility", "press"),
    "twitter": ("network", "x"), "x": ("network", "x"), "facebook": ("network", "facebook"),
    "instagram": ("network", "instagram"), "youtube": ("network", "youtube"), "tiktok": ("network", "tiktok"),
    "reddit": ("network", "reddit"), "linkedin": ("network", "linkedin"), "twitch": ("network", "twitch"),
})  # fmt: skip


def _read(text: str, start: int, span: Span, quoted: bool) -> Made:
    """Read a word, and the plus signs before it."""
    if not quoted and text.startswith("++") and len(text) > 2:
        return wording.cased(text[2:], start + 2, span)
    if not quoted and text.startswith("+") and len(text) > 1:
        return wording.raw(text[1:], span)
    return _words(text, start, span, quoted)


_FILTERS = {
    **all_lost(
        "bio sourceregion sourcecity sourcegeo gender project topic tag virality trending sample cluster image"
    ),
    **filters({
        "title": within("title"),
        "content": within("lead", "text"),
        "site": site,
        "host_url": site,
        "domain_url": site,
        "url": piece("url"),
        "link": piece("link"),
        "author": whole("author"),
        "author_name": whole("author"),
        "lang": whole("lang"),
        "language": whole("lang"),
        "sourcecountry": whole("country"),
        "hashtag": mark("#"),
        "mention": mark("@"),
        "sourcetype": among(_SOURCES),
        "posttype": among(_KINDS),
        "followers": number("followers"),
        "engagement": number("engagement"),
        "reach": number("reach"),
        "published": moment(),
        "sentiment": feeling,
        "reply_to": nearly(whole("to"), "un message adressé à ce compte", "a message to this account"),
    }),
}  # fmt: skip

SYNTAX = Syntax(
    "talkwalker",
    _read,
    MappingProxyType(_FILTERS),
    warned("talkwalker", "and"),
    operators=MappingProxyType({"AND": "and", "OR": "or", "NOT": "not", "SENTENCE": "same"}),
    near=re.compile(r"(?P<ordered>O)?NEAR/(?P<words>\d{1,5})(?![\w/])"),
    suffix=re.compile(r"~(?P<near>\d{1,5})"),
    comparisons=True,
)
