"""Brandwatch Consumer Research, read.

AND and OR are never mixed without parentheses there, and NOT excludes from all that stands before it in its group.
``NEAR/n`` counts the words in between; ``{BT}`` counts capitals; ``<<< >>>`` holds comments. An unaccented word
finds all its writings, an accented one its own: as ours do.
"""

import re
from types import MappingProxyType

from palabre.core.query.dialects import wording
from palabre.core.query.dialects.filters import (
    all_lost,
    among,
    choice,
    feeling,
    filters,
    mark,
    minute_of_day,
    nearly,
    number,
    piece,
    site,
    whole,
    within,
)  # fmt: skip
from palabre.core.query.dialects.mixing import refused
from palabre.core.query.dialects.syntax import Made, Syntax, Value

_KINDS = MappingProxyType({"comment": ("kind", "comment"), "reply": ("is", "reply")})


def _raw(value: Value) -> Made:
    return wording.raw(value.text, value.span)


def _subreddit(value: Value) -> Made:
    return piece("url")(value._replace(text=f"reddit.com/r/{value.text.removeprefix('r/').strip('/')}"))


_FILTERS = {
    **all_lost(
        "continent region city latitude longitude authorgender authorverified authorverifiedtype imagetype "
        "publishersubtype objects brandids weblogtitle engagingwithguid parentpostid rating itemreview "
        "redditpostflair subreddittopics subredditnsfw guid pubtype publication sensitivecontent objecttypes "
        "accounttype profession interest hashtagsource sourcetype pagetype blogname"
    ),
    **filters({
        "title": within("title"),
        "site": site,
        "topLevelDomain": site,
        "url": piece("url"),
        "links": piece("link"),
        "author": whole("author"),
        "channelId": whole("from"),
        "engagingWith": nearly(whole("to"), "un message adressé à ce compte", "a message to this account"),
        "rootPostId": nearly(whole("thread"), "le fil qui porte cet identifiant", "the thread of this identifier"),
        "engagementType": among(_KINDS),
        "hashtags": mark("#"),
        "at_mentions": mark("@"),
        "language": whole("lang"),
        "country": whole("country"),
        "authorFollowers": number("followers"),
        "minuteOfDay": minute_of_day,
        "sentiment": feeling,
        "subreddit": nearly(_subreddit, "une adresse de ce forum", "an address of this forum"),
        "raw": _raw,
        "has": choice("has"),
    }),
}  # fmt: skip

SYNTAX = Syntax(
    "brandwatch",
    wording.reader(),
    MappingProxyType(_FILTERS),
    refused("brandwatch"),
    minus="-",
    bindings=MappingProxyType({"but": 1, "or": 2, "and": 2, "not": 3, "near": 4}),
    near=re.compile(r"NEAR/(?P<words>\d{1,5})(?P<ordered>[fF])?(?![\w/])"),
    suffix=re.compile(r"~(?P<near>\d{1,5})"),
    comments=True,
    braces=True,
)
