"""One message against one query, and where in its text the evidence stands.

This is the meaning of the language for a message; ``percolate`` is the same, faster, for all topics at once.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from palabre.core.query.tree import And, Leaf, Node, Not, Or, Phrase, Span, Term
from palabre.core.text import Tokens, field_positions
from palabre.core.text.lexemes import MAX_PLACES

#: Places shown for one match.
MAX_SPANS = 64

#: The position of a token, and where it stands in the text (``None``: in the title or the lead).
_Place = tuple[int, Span | None]


class Said:
    """What a message says, arranged to be asked: the places of each term. Worked out when first asked."""

    def __init__(self, text: Tokens, title: Tokens | None = None, lead: Tokens | None = None) -> None:
        self._fields = (title, lead, text)
        self._positions: dict[tuple[str, bool], set[int]] = {}

    @cached_property
    def places(self) -> dict[str, list[_Place]]:
        """The places of each term, title and lead first, as many of each as search knows."""
        places: dict[str, list[_Place]] = {}
        for positions, field in zip(field_positions(*self._fields), self._fields, strict=True):
            if field is None:
                continue
            spans = _spans(field) if field is self._fields[2] else [None] * len(positions)
            for form, position, span in zip(field.forms, positions, spans, strict=True):
                for term in form.terms:
                    places.setdefault(term, []).append((position, span))
        return places

    def has(self, term: Term) -> bool:
        """Tell whether the message has this term."""
        if term.prefix:
            return any(said.startswith(term.term) for said in self.places)
        return term.term in self.places

    def of(self, term: Term) -> Iterator[_Place]:
        """Yield the places of a term."""
        if not term.prefix:
            yield from self.places.get(term.term, ())
            return
        for said, places in self.places.items():
            if said.startswith(term.term):
                yield from places

    def phrases(self, phrase: Phrase) -> Iterator[list[int]]:
        """Yield the positions of each occurrence of a phrase, one position a part."""
        steps = list(accumulate([0, *(part.step for part in phrase.parts[1:])]))
        following = [self.positions(part) for part in phrase.parts]
        for first in sorted(following[0]):
            if all(first + step in positions for step, positions in zip(steps, following, strict=True)):
                yield [first + step for step in steps]

    def positions(self, term: Term) -> set[int]:
        """Return the positions of a term that search knows too: the first ``MAX_PLACES`` of each written term."""
        key = (term.term, term.prefix)
        if key not in self._positions:
            self._positions[key] = self._find_positions(term)
        return self._positions[key]

    def _find_positions(self, term: Term) -> set[int]:
        if not term.prefix:
            return _known(self.places.get(term.term, ()))
        found = (places for said, places in self.places.items() if said.startswith(term.term))
        return {position for places in found for position in _known(places)}


def _known(places: Iterable[_Place]) -> set[int]:
    known: dict[int, None] = {}
    for position, _ in places:
        known[position] = None
        if len(known) == MAX_PLACES:
            break
    return set(known)


def _spans(field: Tokens) -> list[Span | None]:
    return list(zip(field.starts, field.ends, strict=True))


def matches(tree: Node, said: Said) -> bool:
    """Tell whether a message answers a query."""
    match tree:
        case Term():
            return said.has(tree)
        case Phrase():
            return next(said.phrases(tree), None) is not None
        case And(children):
            return all(matches(child, said) for child in children)
        case Or(children):
            return any(matches(child, said) for child in children)
        case Not(child):
            return not matches(child, said)


def evidence(asked: Iterable[Leaf], said: Said) -> tuple[Span, ...]:
    """Return where the text says what was asked, in order, overlapping places joined.

    Give ``wanted(tree)``. What only the title or the lead says has no place in the text.
    """
    spans: set[Span] = set()
    for leaf in asked:
        if isinstance(leaf, Term):
            spans.update([span for _, span in said.of(leaf) if span is not None])
        else:
            spans.update(phrase_spans(leaf, said))
    return shown(spans)


def phrase_spans(phrase: Phrase, said: Said) -> Iterator[Span]:
    """Yield where the text says a phrase, from its first word to its last."""
    where = [{position: span for position, span in said.of(part) if span is not None} for part in phrase.parts]
    for positions in said.phrases(phrase):
        spans = [places.get(position) for position, places in zip(positions, where, strict=True)]
        found = [span for span in spans if span is not None]
        if len(found) == len(spans):
            yield min(start for start, _ in found), max(end for _, end in found)


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
