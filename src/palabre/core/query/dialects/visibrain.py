"""Visibrain, read. Each line is an alternative; within a line a space is AND, and binds tighter than OR."""

from types import MappingProxyType

from palabre.core.query.dialects import wording
from palabre.core.query.dialects.filters import (
    all_lost,
    filters,
    mark,
    nearly,
    number,
    piece,
    whole,
    within,
)  # fmt: skip
from palabre.core.query.dialects.mixing import warned
from palabre.core.query.dialects.sharing import HAS, IS
from palabre.core.query.dialects.syntax import Syntax

_FILTERS = {
    **all_lost("bio bio_location bio_name retweets_of quotes_of source sample topic"),
    **filters({
        "url_title": within("title"),
        "url_description": within("lead"),
        "url": nearly(piece("link"), "un morceau de l’adresse d’un lien", "a part of the address of a link"),
        "from": whole("from"),
        "to": whole("to"),
        "hashtag": mark("#"),
        "mention": mark("@"),
        "lang": whole("lang"),
        "country": whole("country"),
        "followers": number("followers", least=True),
        "is": IS,
        "has": HAS,
    }),
}  # fmt: skip

SYNTAX = Syntax(
    "visibrain",
    wording.reader("*"),
    MappingProxyType(_FILTERS),
    warned("visibrain", "and"),
    operators=MappingProxyType({"OR": "or", "AND": "and"}),
    bindings=MappingProxyType({"line": 1, "or": 2, "and": 3, "not": 4, "near": 5}),
    comparisons=True,
    lines=True,
)
