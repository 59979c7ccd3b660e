"""The anchors of a topic: a few words of which every message that answers has at least one.

A topic is looked at only when one of its anchors is said, so the rarer they are the better: for an AND the cheapest
of its parts is enough; for an OR each part needs its own. A topic that asks for no word has none.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from math import inf
from typing import TypeAlias

from palabre.core.query.answers import beginning
from palabre.core.query.necessary import necessary
from palabre.core.query.tree import And, Cased, Fuzzy, Node, Or, Phrase, Term, Wild, Word, asks_something
from palabre.core.text.hints import HINTS

#: The share of messages that have a term (0..1).
Frequency: TypeAlias = Callable[[Term], float]

#: Shares by number of letters, from what French messages show: long words are rare ones.
_BY_LENGTH = (0.05, 0.05, 0.02, 0.01, 0.004, 0.002, 0.001, 0.0006, 0.0004)
_COMMON = 0.15
_PREFIX = 6.0
_MARKED = 0.0002
#: How much more often a word or one spelt nearly so is said than the word itself.
_FUZZY = 3.0


def guess(term: Term) -> float:
    """Estimate the share of messages that have a term, for want of counts."""
    if term.term[0] in "#@/":
        share = _MARKED
    else:
        plain = term.term.removeprefix("=")
        share = _COMMON if plain in HINTS else _BY_LENGTH[min(len(plain), len(_BY_LENGTH) - 1)]
    return min(1.0, share * _PREFIX) if term.prefix else share


def counted(counts: Mapping[str, int], total: int) -> Frequency:
    """Return the shares that counts show: how many of ``total`` messages have each term.

    A term that was never met counts as half a message. Prefixes sum the terms that begin so, by a sorted list.
    """
    names = sorted(counts)
    sums = [0]
    for name in names:
        sums.append(sums[-1] + counts[name])

    def share(term: Term) -> float:
        if term.prefix:
            first, last = bisect_left(names, term.term), bisect_left(names, term.term + "\U0010ffff")
            met: float = sums[last] - sums[first]
        else:
            met = counts.get(term.term, 0)
        return min(1.0, max(met, 0.5) / max(total, 1))

    return share


def anchors(tree: Node, frequency: Frequency) -> tuple[Word, ...]:
    """Return the anchors of a tree that asks for something (``asks_something``), none where it asks for no word."""
    if not asks_something(tree):
        raise ValueError("This query excludes without asking for anything: it cannot be a topic.")
    return needed(tree, frequency)


def needed(tree: Node, frequency: Frequency) -> tuple[Word, ...]:
    """Return the anchors of any part of a tree, none where it needs no word."""
    need = necessary(tree)
    return tuple(dict.fromkeys(_cheapest(need, frequency)[1])) if need is not None else ()


def _cheapest(tree: Node, frequency: Frequency) -> tuple[float, tuple[Word, ...]]:
    match tree:
        case Term() | Wild() | Fuzzy() | Cased():
            return share(tree, frequency), (tree,)
        case Phrase(parts) | And(parts):
            return min((_cheapest(part, frequency) for part in parts), key=lambda choice: choice[0])
        case Or(children):
            choices = [_cheapest(child, frequency) for child in children]
            return sum(cost for cost, _ in choices), tuple(word for _, words in choices for word in words)
        case _:
            return inf, ()


def share(word: Word, frequency: Frequency) -> float:
    """Return the share of messages that have any word, from the shares of terms."""
    match word:
        case Term():
            return frequency(word)
        case Fuzzy(term, edits):
            return min(1.0, frequency(Term(term)) * _FUZZY**edits)
        case Wild():
            return frequency(Term(beginning(word) or "a", prefix=True))
        case Cased(raw):
            return frequency(Term(beginning(word) or raw))
