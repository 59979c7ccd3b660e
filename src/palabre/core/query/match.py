"""One message against one query, and where in its text the evidence stands.

This is the meaning of the language for a message; ``percolate`` is the same, faster, for all topics at once.
"""

from collections.abc import Iterable, Iterator
from heapq import nsmallest

from palabre.core.query.compare import holds
from palabre.core.query.patterns import found_at, found_in
from palabre.core.query.said import PARTS, Occurrence, Said
from palabre.core.query.spots import groups, occurrences
from palabre.core.query.tree import (
    And,
    Cased,
    Count,
    Except,
    Field,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Part,
    Pattern,
    Phrase,
    Same,
    Span,
    Term,
    Wild,
    Within,
    wanted,
)

__all__ = ["Said", "evidence", "marks", "matches", "phrase_spans", "shown"]

#: Places shown for one match.
MAX_SPANS = 64
#: Places of one word that are looked at to show the first ones: those of several words may be joined.
MAX_LOOKED_AT = 64 * MAX_SPANS


def matches(tree: Node, said: Said, part: Part | None = None) -> bool:
    """Tell whether a message answers a query. ``part``: by what its title, lead or text alone says."""
    match tree:
        case And(children):
            return all(matches(child, said, part) for child in children)
        case Or(children):
            return any(matches(child, said, part) for child in children)
        case Not(child):
            return not matches(child, said, part)
        case _:
            return _leaf_matches(tree, said, part)


def _leaf_matches(leaf: Leaf, said: Said, part: Part | None) -> bool:
    match leaf:
        case Term() | Wild() | Fuzzy() | Cased():
            return said.has(leaf) if part is None else bool(said.known(leaf, part))
        case Phrase():
            return next(iter(said.phrases(leaf, part)), None) is not None
        case Near() | Same():
            return next(iter(groups(leaf, said, part)), None) is not None
        case Except():
            return bool(occurrences(leaf, said, part))
        case Count(child, least):
            return len(occurrences(child, said, part)) >= least
        case Pattern():
            return any(found_in(leaf, text) for text in _texts(said, part))
        case Within(inner, child):
            return part in (None, inner) and matches(child, said, inner)
        case Field():
            return holds(leaf, said.facts)


def _texts(said: Said, part: Part | None) -> Iterator[str]:
    for name, field in zip(PARTS, said.fields, strict=True):
        if field is not None and part in (None, name):
            yield field.text


def evidence(asked: Iterable[Leaf], said: Said) -> tuple[Span, ...]:
    """Return where the text says what was asked, in order, overlapping places joined.

    Give ``wanted(tree)``. What only the title or the lead says has no place in the text.
    """
    return shown({span for leaf in asked for span in marks(leaf, said)})


def marks(leaf: Leaf, said: Said, part: Part | None = None, of: Part = "text") -> Iterable[Span]:
    """Return the places of the text (or ``of`` another part) that show a leaf, where the message answers it.

    Of words close together or in one sentence, each is shown, not what stands between. A fact has no place.
    """
    match leaf:
        case Term() | Wild() | Fuzzy() | Cased():
            places = said.of(leaf) if part is None else said.known(leaf, part)
            return said.spans([(place, place) for place in nsmallest(MAX_LOOKED_AT, places)], of)
        case Phrase():
            return said.spans(said.phrases(leaf, part), of)
        case Near() | Same():
            return said.spans((one for chosen in groups(leaf, said, part) for one in chosen), of)
        case Except():
            return said.spans(occurrences(leaf, said, part), of)
        case Count(child, least):
            found = occurrences(child, said, part)
            return said.spans(_enough(found, least), of)
        case Pattern():
            return _found(leaf, said, part, of)
        case Within(inner, child):
            return _marks_within(child, said, inner, of) if inner == of and part in (None, inner) else ()
        case Field():
            return ()


def _enough(found: list[Occurrence], least: int) -> list[Occurrence]:
    return found if len(found) >= least else []


def _found(pattern: Pattern, said: Said, part: Part | None, of: Part) -> list[Span]:
    field = said.fields[PARTS.index(of)]
    return found_at(pattern, field.text) if field is not None and part in (None, of) else []


def _marks_within(child: Node, said: Said, inner: Part, of: Part) -> Iterator[Span]:
    if matches(child, said, inner):
        for leaf in wanted(child):
            yield from marks(leaf, said, inner, of)


def phrase_spans(phrase: Phrase, said: Said) -> Iterable[Span]:
    """Return where the text says a phrase, from its first word to its last."""
    return said.spans(said.phrases(phrase))


def shown(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the places to show: in order, overlapping ones joined, as many as a person can look at."""
    return tuple(_joined(sorted(spans))[:MAX_SPANS])


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    last = 0
    for span in spans:
        if span[0] < last:
            last = max(last, span[1])
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append(span)
            last = span[1]
    return joined
