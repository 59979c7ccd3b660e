"""Google, read. OR binds tighter than a space; accents are folded; ``*`` stands for a whole word in a phrase."""

import re
from types import MappingProxyType

from palabre.core.query.dialects import telling, wording
from palabre.core.query.dialects.filters import all_lost, filters, moment, nearly, piece, site, whole
from palabre.core.query.dialects.filters import within as in_part
from palabre.core.query.dialects.mixing import warned
from palabre.core.query.dialects.syntax import Filter, Made, Syntax
from palabre.core.query.tree import Near, Node, Phrase, Span

_words = wording.reader("", folds=True)
_GAP = re.compile(r"(?<!\S)\*(?!\S)")


def _read(text: str, start: int, span: Span, quoted: bool) -> Made:
    """Read a word or a phrase; an asterisk between two words of a phrase is a word of any kind."""
    if not quoted or not _GAP.search(text.strip(" *")):
        return _words(text, start, span, quoted)
    return _gapped(_words(_GAP.sub(" ", text), start, span, True), text, len(_GAP.findall(text)), span)


def _gapped(made: Made, text: str, gaps: int, span: Span) -> Made:
    if not isinstance(made.leaf, Phrase):
        return made
    node: Node = Near(made.leaf.parts, gaps, True, span)
    as_told = (
        f"ces mots dans l’ordre, {gaps} autre(s) au plus entre eux",
        f"these words in order, at most {gaps} other(s) between them",
    )
    return Made(node, (*made.told, telling.read_otherwise(span, text, *as_told)))


def _all(filter_: Filter) -> Filter:
    return Filter(filter_.make, filter_.within, filter_.words, rest=True)


_FILTERS = {
    **all_lost("filetype ext related cache info define loc location stocks weather map movie inanchor allinanchor"),
    **filters({
        "intitle": in_part("title"),
        "allintitle": _all(in_part("title")),
        "intext": in_part("text"),
        "allintext": _all(in_part("text")),
        "inurl": piece("url"),
        "allinurl": _all(Filter(piece("url"))),
        "site": site,
        "link": piece("link"),
        "source": whole("source"),
        "author": whole("author"),
        "before": moment("<"),
        "after": nearly(moment(">="), "à partir de ce jour", "from that day on"),
    }),
}  # fmt: skip

SYNTAX = Syntax(
    "google",
    _read,
    MappingProxyType(_FILTERS),
    warned("google", "or"),
    operators=MappingProxyType({"AND": "and", "OR": "or", "|": "or"}),
    bindings=MappingProxyType({"and": 1, "or": 2, "not": 3, "near": 4}),
    near=re.compile(r"AROUND\((?P<words>\d{1,5})\)|AROUND(?!\w)"),
    near_words=5,
)
