"""Google, read. OR binds tighter than a space; accents are folded; ``*`` stands for a whole word in a phrase."""

import re
from types import MappingProxyType

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects import telling, wording
from palabre.core.query.dialects.branch import Lost
from palabre.core.query.dialects.filters import all_lost, filters, moment, nearly, piece, site, unreadable, whole
from palabre.core.query.dialects.filters import within as in_part
from palabre.core.query.dialects.mixing import warned
from palabre.core.query.dialects.syntax import Filter, Made, Syntax, Value
from palabre.core.query.tree import Near, Node, Span

_words = wording.reader("", folds=True)
_GAP = re.compile(r"(?<!\S)\*(?!\S)")
#: ``100..200``: any number from one to the other.
_RANGE = re.compile(r"[$€£]?\d[\d.,]{0,20}\.\.[$€£]?\d[\d.,]{0,20}[$€£]?|[$€£]?\d{1,15}[$€£]?\.\.\d{1,15}[$€£]?")
_NO_RANGE = ("un intervalle de nombres ne se cherche pas ici", "a range of numbers cannot be searched here")
#: A row of asterisks between words.
_GAPS = re.compile(r"\s+\*(?:\s+\*)*\s+")


def _read(text: str, start: int, span: Span, quoted: bool) -> Made:
    """Read a word or a phrase; an asterisk between two words of a phrase is a word of any kind."""
    if not quoted and _RANGE.fullmatch(text) is not None:
        return unreadable(Value(text, start, span, ""), _NO_RANGE)
    inner = text.strip(" *")
    if not quoted or not _GAP.search(inner):
        return _words(text, start, span, quoted)
    begin = start + text.index(inner)
    gaps = list(_GAPS.finditer(inner))
    starts, ends = [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(inner)]
    made = [_words(inner[a:b], begin + a, span, True) for a, b in zip(starts, ends, strict=True)]
    told = tuple(found for one in made for found in one.told)
    return Made(_gapped(made, [gap[0].count("*") for gap in gaps], span), (*told, _between(text, span)))


def _gapped(made: list[Made], gaps: list[int], span: Span) -> Node | Lost | None:
    """Return what stands around the asterisks, in order, each asterisk a word at most."""
    leaves = [one.leaf for one in made]
    if any(leaf is None or isinstance(leaf, Lost) for leaf in leaves):
        return next((leaf for leaf in leaves if leaf is not None), None)
    nodes = [leaf for leaf in leaves if leaf is not None]
    node = nodes[0]
    for gap, following in zip(gaps, nodes[1:], strict=True):
        node = Near((node, following), gap, True, span)
    return node


def _between(text: str, span: Span) -> Diagnostic:
    as_told = ("chaque astérisque est un mot au plus", "each asterisk is one word at most")
    return telling.read_otherwise(span, text, *as_told)


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
    near=re.compile(r"AROUND(?:\s?\(\s?(?P<words>\d{1,5})\s?\)|[ /](?P<bare>\d{1,5})(?!\w))?(?![\w(])"),
    near_words=5,
)
