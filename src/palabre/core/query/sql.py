"""A query as conditions that PostgreSQL can decide: exactly, or down to what must be read to know.

Terms, prefixes, phrases, short distances and most facts are said exactly. What else there is (``Wild``, ``Fuzzy``,
``Cased``, ``Same``, ``Except``, ``Count``, ``Pattern``, foreign letters) is narrowed down, and what is left matched
again by ``palabre.core.query.match``: a search means what live matching means.
"""

from typing import NamedTuple

from palabre.core.query.columns import Names, Nobody, bounds_of
from palabre.core.query.expressions import Bounds, at_most, both, either, exactly, neither
from palabre.core.query.tree import And, Field, Node, Not, Or, Part, Pattern, Within
from palabre.core.query.tsquery import spot

NOBODY = Nobody()


class SearchQuery(NamedTuple):
    """``text`` is for ``%s::tsquery`` with ``@@`` (``None``: all messages).

    With ``recheck``, it finds too much: match what it gives again.
    """

    text: str | None
    recheck: bool


def to_bounds(tree: Node, names: Names = NOBODY) -> Bounds:
    """Return what the database can tell of the messages that answer a query."""
    return _bounds(tree, names, None)


def _bounds(tree: Node, names: Names, part: Part | None) -> Bounds:
    match tree:
        case And(children):
            return both(_bounds(child, names, part) for child in children)
        case Or(children):
            return either(_bounds(child, names, part) for child in children)
        case Not(child):
            return neither(_bounds(child, names, part))
        case Within(inner, child):
            return _bounds(child, names, inner) if part in (None, inner) else exactly(False)
        case Field():
            return bounds_of(tree, names)
        case Pattern():
            return at_most(True)
        case _:
            return spot(tree, part)


def to_tsquery(tree: Node) -> SearchQuery:
    """Return the words of a query alone, as PostgreSQL reads them."""
    bounds = to_bounds(tree)
    words = bounds.maybe.get("words") if isinstance(bounds.maybe, dict) else None
    if words is None and isinstance(bounds.maybe, dict):
        words = next((part["words"] for part in bounds.maybe.get("all", ()) if "words" in part), None)
    return SearchQuery(words, recheck=not (bounds.exact and bounds.maybe == {"words": words}))
