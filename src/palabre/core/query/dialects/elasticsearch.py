"""Elasticsearch's ``query_string``, read: clauses without precedence, fields, ranges, regular expressions."""

import re
from types import MappingProxyType

from palabre.core.query.dialects import wording
from palabre.core.query.dialects.filters import (
    choice,
    feeling,
    filters,
    mark,
    moment,
    number,
    piece,
    site,
    whole,
    within,
)  # fmt: skip
from palabre.core.query.dialects.mixing import never
from palabre.core.query.dialects.syntax import Filter, Made, Make, Syntax, Value
from palabre.core.query.tree import Part, Span


def _each(names: str, one: Filter | Make) -> dict[str, Filter | Make]:
    return dict.fromkeys(names.split(), one)


def _words_in(*parts: Part) -> Filter:
    return within(*parts)


def _exists(value: Value) -> Made:
    return choice("has")(value)


_words = wording.reader("*?", escapes=True)


def _read(text: str, start: int, span: Span, quoted: bool) -> Made:
    """Read a word or a phrase; ``*:*`` and ``*`` are all that there is."""
    return (
        wording.everything(text, span) if not quoted and text in ("*:*", "*") else _words(text, start, span, quoted)
    )


_FILTERS = filters({
    **_each("title headline titre", _words_in("title")),
    **_each("lead summary description chapo", _words_in("lead")),
    **_each("text content body message full_text texte", _words_in("text")),
    **_each("author author.name author_name auteur", whole("author")),
    **_each("from user user.screen_name user.name username handle author.key", whole("from")),
    **_each("to in_reply_to in_reply_to_screen_name", whole("to")),
    **_each("site host domain url.domain", site),
    **_each("url uri link_self permalink", piece("url")),
    **_each("link links urls entities.urls.expanded_url", piece("link")),
    **_each("source source.name", whole("source")),
    **_each("network platform", whole("network")),
    **_each("kind type", choice("kind")),
    **_each("lang language", whole("lang")),
    **_each("country country_code place.country_code", whole("country")),
    **_each("thread conversation_id thread_id", whole("thread")),
    **_each("hashtag hashtags entities.hashtags.text", mark("#")),
    **_each("mention mentions entities.mentions", mark("@")),
    **_each("followers author.followers user.followers_count followers_count", number("followers")),
    **_each("engagement interactions", number("engagement")),
    **_each("reach", number("reach")),
    **_each("hour", number("hour")),
    **_each("published published_at published_date date @timestamp timestamp created_at", moment()),
    **_each("sentiment", feeling),
    **_each("visibility", choice("visibility")),
    **_each("_exists_", _exists),
})  # fmt: skip

SYNTAX = Syntax(
    "elasticsearch",
    _read,
    MappingProxyType(_FILTERS),
    never,
    operators=MappingProxyType({"AND": "and", "&&": "and", "OR": "or", "||": "or", "NOT": "not", "!": "not"}),
    minus="-+!",
    suffix=re.compile(r"~(?P<near>\d{0,5}(?:\.\d{1,3})?)|\^(?P<boost>\d{1,5}(?:\.\d{1,5})?)"),
    expressions=True,
    escapes=True,
    flat=True,
    moves=True,
)
