"""Words of a foreign query that its author may have meant as something else."""

import re

from palabre.core.query.dialects.syntax import Syntax
from palabre.core.query.tree import Span

#: Operators of some tools, and what they do.
_MEANINGS = {
    "NOT": "not", "AND": "and", "OR": "or", "ET": "and", "OU": "or", "SAUF": "not", "ANDNOT": "not", "XNOT": "xnot",
}  # fmt: skip
_DISTANCE = re.compile(r"O?NEAR(?:[-/:_~]?(?:\d{1,3}f?)?)|PROCHE/\d+")
_COLON = re.compile(r"[ \t\u00a0\u202f]{1,5}:[^\s:/)(]")


def doubtful(text: str, syntax: Syntax) -> bool:
    """Tell the few words that are worth looking at: in capitals, behind a sign, or named as a filter."""
    return text[0] in "'‘‛-" or text.isupper() or text in syntax.filters or text.lower() in syntax.filters


def elsewhere(text: str, syntax: Syntax) -> str:
    """Return how a dialect writes what a word in capitals means elsewhere, '' where it means nothing."""
    meaning = _MEANINGS.get(text)
    if meaning is None or text in syntax.operators:
        return ""
    known = next((name for name, what in syntax.operators.items() if what == meaning and name.isalpha()), "")
    if known:
        return known
    return "-" if meaning == "not" and "-" in syntax.minus else ""


def distanced(text: str, syntax: Syntax) -> bool:
    """Tell whether a word is a distance that is not written as the dialect does."""
    return syntax.near is not None and "NEAR" in syntax.near.pattern and _DISTANCE.fullmatch(text) is not None


def detached(query: str, span: Span, syntax: Syntax) -> bool:
    """Tell whether a word is the name of a filter, of which the colon stands apart."""
    name = query[slice(*span)]
    known = name in syntax.filters or name.lower() in syntax.filters
    return known and _COLON.match(query, span[1]) is not None
