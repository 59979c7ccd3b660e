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
    lost,
    mark,
    moment,
    nearly,
    network,
    number,
    piece,
    site,
    whole,
    within,
)  # fmt: skip
from palabre.core.query.dialects.mixing import warned
from palabre.core.query.dialects.syntax import Made, Syntax, Value
from palabre.core.query.tree import Field, Span
from palabre.core.text import fold

_words = wording.reader(in_phrases=True)
_KINDS = MappingProxyType({
    "comment": ("kind", "comment"), "reply": ("is", "reply"), "image": ("has", "image"), "video": ("has", "video"),
    "link": ("has", "link"), "text": ("kind", "post"),
})  # fmt: skip
_PRESS = re.compile(r"(?:online_?)?news(?:paper)?(?:_\w+)?|print(?:_\w+)?|broadcast(?:_\w+)?|press")
_NETWORK = re.compile(
    r"(?:(?:socialmedia|video|forum|messageboard)_)?"
    r"(twitter|x|facebook|instagram|youtube|tiktok|reddit|linkedin|twitch|mastodon|bluesky|threads|pinterest|tumblr)"
)


def _source(value: Value) -> Made:
    """Read a sort of source: the press, or a network by its name."""
    asked = fold(value.text).strip()
    found = _NETWORK.fullmatch(asked)
    if found is not None:
        return network(value._replace(text=found[1]))
    if _PRESS.fullmatch(asked) is not None:
        return Made(Field("visibility", "press", span=value.span))
    return lost(value)


def _read(text: str, start: int, span: Span, quoted: bool) -> Made:
    """Read a word or a phrase, and the plus signs before it."""
    signs = "" if quoted else text[: len(text) - len(text.lstrip("+"))][:2]
    plain, start = text[len(signs) :], start + len(signs)
    if not signs or not plain.strip('+"'):
        return _words(text, start - len(signs), span, quoted)
    if plain[0] == '"':  # the scanner keeps the quotation marks of what a sign stands before
        plain, start = plain[1:-1], start + 1
    if signs == "++":
        return wording.cased(plain, start, span)
    plainly = all(sign.isalnum() or sign == " " for sign in plain)
    return wording.exactly(plain, start, span) if plainly else wording.raw(plain, span)


_FILTERS = {
    **all_lost(
        "bio sourceregion sourcecity sourcegeo gender project topic tag virality trending sample cluster image"
    ),
    **filters({
        "title": within("title"),
        "content": within("lead", "text"),
        "site": site,
        **dict.fromkeys(("host_url", "hosturl", "domain_url", "domainurl"), site),
        "url": piece("url"),
        "link": piece("link"),
        "author": whole("author"),
        "author_name": whole("author"),
        "lang": whole("lang"),
        "language": whole("lang"),
        "sourcecountry": whole("country"),
        "hashtag": mark("#"),
        "mention": mark("@"),
        "sourcetype": _source,
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
    signed=re.compile(r"\+{1,2}[\"“„«][^\"“”„«»]+[\"“”»]"),
)
