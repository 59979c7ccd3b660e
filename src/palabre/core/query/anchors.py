"""The anchors of a topic: a few terms of which every message that answers has at least one.

A topic is looked at only when one of its anchors is said, so the rarer they are the better: for an AND the cheapest
of its parts is enough; for an OR each part needs its own.
"""

from collections.abc import Callable
from math import inf
from typing import TypeAlias

from palabre.core.query.tree import And, Node, Not, Or, Phrase, Term
from palabre.core.text.hints import HINTS

#: The share of messages that have a term (0..1).
Frequency: TypeAlias = Callable[[Term], float]

#: Shares by number of letters, from what French messages show: long words are rare ones.
_BY_LENGTH = (0.05, 0.05, 0.02, 0.01, 0.004, 0.002, 0.001, 0.0006, 0.0004)
_COMMON = 0.15
_PREFIX = 6.0
_MARKED = 0.0002


def guess(term: Term) -> float:
    """Estimate the share of messages that have a term, for want of counts."""
    if term.term[0] in "#@/":
        share = _MARKED
    else:
        plain = term.term.removeprefix("=")
        share = _COMMON if plain in HINTS else _BY_LENGTH[min(len(plain), len(_BY_LENGTH) - 1)]
    return min(1.0, share * _PREFIX) if term.prefix else share


def anchors(tree: Node, frequency: Frequency) -> tuple[Term, ...]:
    """Return the anchors of a tree that asks for something (``asks_something``)."""
    cost, found = _cheapest(tree, frequency)
    if cost == inf:
        raise ValueError("This query excludes without asking for anything: it cannot be a topic.")
    return tuple(dict.fromkeys(found))


def _cheapest(tree: Node, frequency: Frequency) -> tuple[float, tuple[Term, ...]]:
    match tree:
        case Term():
            return frequency(tree), (tree,)
        case Phrase(parts):
            rarest = min(parts, key=frequency)
            return frequency(rarest), (rarest,)
        case And(children):
            return min((_cheapest(child, frequency) for child in children), key=lambda choice: choice[0])
        case Or(children):
            choices = [_cheapest(child, frequency) for child in children]
            return sum(cost for cost, _ in choices), tuple(term for _, terms in choices for term in terms)
        case Not():
            return inf, ()
