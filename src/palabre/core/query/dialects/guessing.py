"""Which tool a query comes from: signs that only some tools know, then whether each could read it at all.

A guess to be confirmed by a person, never more: many queries are the same everywhere.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from math import exp
from types import MappingProxyType
from typing import NamedTuple

from palabre.core.query.parser import Parsed

#: Longer queries are judged by their signs alone: reading them nine times would take too long.
MOST_READ = 10_000
#: Times that one sign counts.
MOST_COUNTED = 3
#: What an error, and a filter that the tool does not have, take away.
_ERROR, _STRANGE = 4.0, 1.0
#: Our own language, where nothing tells.
_OWN = 0.6


class Guess(NamedTuple):
    """A dialect, and its share of the belief: shares add up to 1."""

    dialect: str
    share: float


_SIGNS: Sequence[tuple[str, Mapping[str, float]]] = (
    (r"NEAR/\d+f\b", {"brandwatch": 4}),
    (r"<<<", {"brandwatch": 1.5, "palabre": 1}),
    (r"\{[^\W\d]\w*\}", {"brandwatch": 1, "palabre": 0.8}),
    (r"\b(?:authorFollowers|engagementType|minuteOfDay|topLevelDomain|at_mentions|hashtags|links|raw|channelId):",
     {"brandwatch": 3}),
    (r"\blanguage:", {"brandwatch": 1, "meltwater": 1}),
    (r"(?<!O)NEAR/\d+\b(?!f)", {"brandwatch": 1, "talkwalker": 1, "meltwater": 1, "palabre": 1}),
    (r"\bONEAR/", {"talkwalker": 1.5, "meltwater": 1.5, "palabre": 1}),
    (r"\bO?NEAR\s", {"meltwater": 3}),
    (r"\bXNOT\b", {"meltwater": 2, "palabre": 1}),
    (r"\b(?:caseSensitive|ingress|SourceName|postType|containsLink|socialType):", {"meltwater": 4}),
    (r"\w\{\d+(?:,\d+)?\}", {"meltwater": 2}),
    (r"\b(?:followers|likes|shares|reach|authority)\s*[<>]", {"meltwater": 3}),
    (r"\b(?:sourcetype|sourcecountry|posttype|host_url|domain_url):", {"talkwalker": 4}),
    (r"(?:^|[\s(])\+\+\w", {"talkwalker": 3}),
    (r"\bSENTENCE\b", {"talkwalker": 3}),
    (r"\bcontent:", {"talkwalker": 1, "meltwater": 1}),
    (r"\burl_(?:title|description):", {"visibrain": 1.5, "x": 1}),
    (r"\bretweets_of:", {"visibrain": 1, "x": 1}),
    (r"\S\n+\S", {"visibrain": 1}),
    (r"\bAROUND\(", {"google": 4}),
    (r"\b(?:intitle|inurl|intext|allin\w+|filetype):", {"google": 3}),
    (r"\b(?:after|before):\d", {"google": 2}),
    (r"(?<!\|)\|(?!\|)", {"google": 2}),
    (r"\b(?:is:(?:retweet|quote|nullcast|verified)|has:(?:links|media|images|videos)|conversation_id:)",
     {"x": 2, "x-stream": 2}),
    (r"\b(?:since|until):\d|\bmin_(?:faves|likes|retweets):|\bfilter:", {"x": 3}),
    (r"\b(?:point_radius|bounding_box|place_country|sample|followers_count):", {"x-stream": 3, "x": 1}),
    (r"\bfrom:\w", {"x": 1, "x-stream": 0.9, "visibrain": 0.5, "palabre": 0.5}),
    (r"\blang:\w", {"x": 0.5, "x-stream": 0.4, "talkwalker": 0.5, "palabre": 0.5}),
    (r'"~\d', {"brandwatch": 1, "elasticsearch": 1, "x-stream": 0.8, "palabre": 1}),
    (r"&&|\|\||\b_exists_:|\w\^\d", {"elasticsearch": 3}),
    (r"(?:^|[\s(])\+[\w\"(]", {"elasticsearch": 2}),
    (r"\\[-+:/()!\"*?]", {"elasticsearch": 2}),
    (r"[\[{]\S+ TO \S+[\]}]", {"elasticsearch": 1, "brandwatch": 0.8, "palabre": 0.6}),
    (r"\b(?:ET|OU|SAUF)\b|\bPROCHE/|\bSAME:|@query:|\bcount\(|\b(?:signal|decision|visibility|question|emoji):",
     {"palabre": 4}),
    (r"\sAND\s", {"brandwatch": 1, "talkwalker": 1, "meltwater": 1, "elasticsearch": 0.9, "palabre": 0.8,
                  "x": -2, "x-stream": -2, "visibrain": -1, "google": -0.5}),
    (r"\sNOT\s", {"brandwatch": 1, "talkwalker": 0.8, "meltwater": 1, "elasticsearch": 0.8, "palabre": 0.8,
                  "x": -2, "x-stream": -2, "visibrain": -1.5, "google": -1.5}),
    (r"(?:^|[\s(])-[\w\"#@]", {"google": 1, "x": 1, "x-stream": 0.8, "visibrain": 0.8, "talkwalker": 0.3,
                                "elasticsearch": 0.4, "palabre": 0.4, "brandwatch": -1, "meltwater": -1.5}),
)  # fmt: skip
_COMPILED = tuple((re.compile(sign), MappingProxyType(dict(weights))) for sign, weights in _SIGNS)


def guess(query: str, readers: Sequence[str], read: Callable[[str, str], Parsed]) -> tuple[Guess, ...]:
    """Return the dialects that a query may be written in, the likeliest first."""
    scores = dict.fromkeys(readers, 0.0)
    scores["palabre"] = _OWN
    for sign, weights in _COMPILED:
        count = len(sign.findall(query[:MOST_READ], 0)[:MOST_COUNTED])
        for dialect, weight in weights.items():
            scores[dialect] += weight * count**0.5
    if len(query) <= MOST_READ:
        for dialect in readers:
            scores[dialect] -= _unread(read(query, dialect))
    return _shares(scores)


def _unread(parsed: Parsed) -> float:
    """Return what speaks against a dialect: what it could not read."""
    errors = sum(found.severity == "error" for found in parsed.diagnostics)
    strange = sum(found.code in ("foreign_filter", "foreign_refused") for found in parsed.diagnostics)
    return _ERROR * (min(errors, 2) + (parsed.tree is None)) / 2 + _STRANGE * min(strange, 4)


def _shares(scores: Mapping[str, float]) -> tuple[Guess, ...]:
    highest = max(scores.values())
    weights = {dialect: exp(score - highest) for dialect, score in scores.items()}
    total = sum(weights.values())
    shares = [Guess(dialect, weight / total) for dialect, weight in weights.items()]
    return tuple(sorted(shares, key=lambda one: -one.share))
