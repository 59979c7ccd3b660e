"""Meltwater, read. AND binds tighter than OR; ``NEAR`` alone is four words; ``XNOT`` leaves occurrences out."""

import re
from types import MappingProxyType

from palabre.core.query.dialects import telling, wording
from palabre.core.query.dialects.filters import (
    all_lost,
    among,
    feeling,
    filters,
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
from palabre.core.query.dialects.syntax import Filter, Made, Syntax, Value
from palabre.core.query.tree import Field
from palabre.core.text import fold

_KINDS = MappingProxyType({
    "re": ("is", "reply"), "reply": ("is", "reply"), "og": ("is", "root"), "original": ("is", "root"),
    "co": ("kind", "comment"), "comment": ("kind", "comment"),
})  # fmt: skip
_ENGAGEMENT = nearly(
    number("engagement"), "réactions, réponses et partages ensemble", "reactions, answers and shares together"
)

_ANYWHERE = re.compile(r"\*?\.?([\w-]+(?:\.[\w-]+)*)\.\*")


def _site(value: Value) -> Made:
    """Read a site; ``*.bbc.*`` is any address where *bbc.* stands."""
    found = _ANYWHERE.fullmatch(fold(value.text).strip())
    if found is None:
        return site(value)
    told = telling.read_otherwise(value.span, f"site:{value.text}", *_PIECE)
    return Made(Field("url", f"{found[1]}.", span=value.span), (told,))


_PIECE = ("un morceau de l’adresse", "a part of the address")

_FILTERS = {
    **all_lost(
        "authorhuman authorverifiedtype spam nsfw attachmenttype imagetext imageentity imageobject imagescene "
        "imageemotion infotype authority enrichments.sentiment enrichments.socialscores subregion "
        "metadata.source.id tagname bio"
    ),
    **filters({
        "title": within("title"),
        "ingress": within("lead"),
        "content": within("lead", "text"),
        "site": _site,
        "url": piece("url"),
        "containsLink": piece("link"),
        "author": whole("author"),
        "from": whole("from"),
        "to": whole("to"),
        "mention": mark("@"),
        "hashtag": mark("#"),
        "language": whole("lang"),
        "country": whole("country"),
        "SourceName": whole("source"),
        "socialType": network,
        "postType": among(_KINDS),
        "followers": number("followers"),
        "likes": _ENGAGEMENT,
        "shares": _ENGAGEMENT,
        "engagement": number("engagement"),
        "reach": number("reach"),
        "sentiment": feeling,
        "date": moment(),
        "caseSensitive": Filter(words=wording.cased),
    }),
}  # fmt: skip

SYNTAX = Syntax(
    "meltwater",
    wording.reader("*?", in_phrases=True, escapes=True),
    MappingProxyType(_FILTERS),
    warned("meltwater", "and"),
    operators=MappingProxyType({"AND": "and", "OR": "or", "NOT": "not", "XNOT": "xnot"}),
    minus="",
    near=re.compile(r"(?P<ordered>O)?NEAR(?:/(?P<words>\d{1,5}))?(?![\w/])"),
    near_words=4,
    suffix=re.compile(r"\{(?P<count>\d{1,5}(?:,\d{1,5})?)\}|\^(?P<boost>\d{1,5}(?:\.\d{1,5})?)|~(?P<near>\d{1,5})"),
    escapes=True,
    braces=False,
    comparisons=True,
)
