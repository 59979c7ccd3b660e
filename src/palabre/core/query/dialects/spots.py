"""Words near one another, in one sentence, repeated: what other tools allow inside, said with our nodes.

Our ``Near`` takes what has places in the text. Other tools also take AND and NOT inside, and mean each part: those
are opened, ``a NEAR/5 (b AND c)`` being ``(a NEAR/5 b) AND (a NEAR/5 c)``.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects import telling
from palabre.core.query.dialects.branch import all_of, any_of
from palabre.core.query.dialects.syntax import Distance, Syntax
from palabre.core.query.parser import MAX_COUNT
from palabre.core.query.spots import is_spot
from palabre.core.query.tree import (
    And,
    Count,
    Except,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Same,
    Span,
    Term,
    Within,
    Word,
)  # fmt: skip
from palabre.core.query.words import LEAST_FUZZY, MAX_CLOSE, MAX_NEAR
from palabre.core.text import fold

#: Ways of opening AND and NOT inside one Near.
MOST_WAYS = 256
_DIGITS = re.compile(r"\d+")
#: Edits that a fuzzy word may have.
_MOST_EDITS = 2

Make = Callable[[tuple[Node, ...]], Node]


class Misplaced(ValueError):
    """Something that has no place in the text stands where one is needed; ``span`` says where."""

    def __init__(self, span: Span) -> None:
        super().__init__(span)
        self.span = span


class Changed(NamedTuple):
    """What a suffix made of a node, and what there is to tell."""

    node: Node
    told: tuple[Diagnostic, ...] = ()


def near(nodes: list[Node], distance: Distance, span: Span) -> Node:
    """Return nodes near one another. Raises ``Misplaced``."""

    def make(parts: tuple[Node, ...]) -> Node:
        row = [word for part in parts for word in (part.parts if isinstance(part, Phrase) else (part,))]
        words = [word for word in row if isinstance(word, Word)]
        if distance.ordered and not distance.words and len(words) == len(row):
            return Phrase(tuple(words), span)  # nothing between them: one expression
        return Near(parts, distance.words, distance.ordered, span)

    return _opened(tuple(nodes), make, span)


def same(nodes: list[Node], span: Span) -> Node:
    """Return nodes in one sentence. Raises ``Misplaced``."""
    return _opened(tuple(nodes), lambda parts: Same(parts, "sentence", span), span)


def except_in(nodes: list[Node], span: Span) -> Node:
    """Return the occurrences of the first outside those of the second. Raises ``Misplaced``."""
    for node in nodes:
        if not is_spot(node):
            raise Misplaced(node.span)
    return Except(nodes[0], nodes[1], span)


def inside(node: Node, parts: tuple[Part, ...], span: Span) -> Node:
    """Return a node looked for in one of these parts of the message."""
    found = any_of([Within(part, node, span) for part in parts], span)
    return found if found is not None else node


def _opened(nodes: tuple[Node, ...], make: Make, span: Span) -> Node:
    """Return what ``make`` says of each way of choosing among AND and NOT inside. Raises ``Misplaced``."""
    left = [MOST_WAYS]

    def opened(done: tuple[Node, ...], rest: tuple[Node, ...]) -> Node:
        left[0] -= 1
        if left[0] < 0:
            raise Misplaced(span)
        if not rest:
            return make(done)
        first, others = rest[0], rest[1:]
        if is_spot(first):
            return opened((*done, first), others)
        match first:
            case And(children):
                return all_of([opened(done, (child, *others)) for child in children], span) or first
            case Or(children):
                return any_of([opened(done, (child, *others)) for child in children], span) or first
            case Not(child):
                return Not(opened(done, (child, *others)), span)
            case Within(part, And(children) | Or(children) as group):
                pushed = type(group)(tuple(Within(part, child, first.span) for child in children), first.span)
                return opened(done, (pushed, *others))
            case _:
                raise Misplaced(first.span)

    return opened((), nodes)


def loosened(node: Node, suffix: str, span: Span, syntax: Syntax) -> Changed:
    """Return a phrase, a group or a word with ``~n`` behind it. Raises ``Misplaced``."""
    digits = _DIGITS.search(suffix)
    count = int(digits[0][:5]) if digits is not None else None
    if "." in suffix and isinstance(node, Term):
        count = _edits(suffix, node.term)
    if count is not None and count > MAX_NEAR:
        nearer = loosened(node, f"~{MAX_NEAR}", span, syntax)
        return Changed(nearer.node, (*nearer.told, telling.too_far(span, suffix, MAX_NEAR)))
    match node:
        case Phrase(parts) if len(parts) > MAX_CLOSE:
            many = (f"au plus {MAX_CLOSE} mots peuvent être proches", f"at most {MAX_CLOSE} words can be near")
            return Changed(node, (telling.read_otherwise(span, suffix, *many),))
        case Phrase(parts) if syntax.moves:
            return _moved(parts, count or 0, span)
        case Phrase(parts):
            return Changed(Near(parts, count or 0, False, span))
        case And(children):
            return Changed(near(list(children), Distance(count or 0, False), span))
        case Within(part, child):
            inner = loosened(child, suffix, span, syntax)
            return Changed(Within(part, inner.node, span), inner.told)
        case Term(term, False) if syntax.moves and len(term.strip("#@=")) >= LEAST_FUZZY:
            edits = _MOST_EDITS if count is None else min(count, _MOST_EDITS)
            return Changed(Fuzzy(fold(term.removeprefix("=")), edits, node.step, span) if edits else node)
        case Term() if syntax.moves:
            as_told = (
                f"seul un mot de {LEAST_FUZZY} lettres ou plus peut s’écrire autrement, c’est laissé de côté",
                f"only words of {LEAST_FUZZY} letters or more may be spelt otherwise: left out",
            )
            return Changed(node, (telling.read_otherwise(span, suffix, *as_told),))
        case _:
            as_told = (
                "la distance demande deux mots, elle est laissée de côté",
                "a distance needs two words: left out",
            )
            return Changed(node, (telling.read_otherwise(span, suffix, *as_told),))


def _edits(suffix: str, term: str) -> int:
    """Return the edits of a likeness from 0 to 1, as Lucene turned them: ``~0.5`` of eight letters is 2 at most."""
    likeness = float(suffix[1:] or 0)
    return min(int((1 - likeness) * len(term.strip("#@="))), _MOST_EDITS) if likeness < 1 else int(likeness)


def _moved(parts: tuple[Node, ...], moves: int, span: Span) -> Changed:
    """Return words that so many moves bring side by side, as Lucene counts: turning two words round costs two."""
    if moves == 0:
        return Changed(Phrase(parts, span))  # type: ignore[arg-type]  # the words of a phrase
    forward = Near(parts, moves, True, span)
    if len(parts) == 2:
        if moves < 2:
            return Changed(forward)
        back = Near((parts[1], parts[0]), moves - 2, True, span)
        both: Node = forward if parts[0] == parts[1] else Or((forward, back), span)
        return Changed(both)
    as_told = (
        f"{moves} mots au plus entre tous, dans n’importe quel ordre",
        f"at most {moves} words between them all, in any order",
    )
    return Changed(Near(parts, moves, False, span), (telling.read_otherwise(span, f"~{moves}", *as_told),))


def counted(node: Node, suffix: str, span: Span) -> Changed:
    """Return a word with ``{n}`` or ``{n,m}`` behind it: said at least so many times. Raises ``Misplaced``."""
    if not is_spot(node):
        raise Misplaced(span)
    least, *most = [min(int(digits[:5]), MAX_COUNT) for digits in _DIGITS.findall(suffix)]
    asked: Node = Count(node, least, span) if least > 1 else node
    if not most or most[0] >= MAX_COUNT:
        return Changed(asked)
    return Changed(all_of([asked, Not(Count(node, most[0] + 1, span), span)], span) or asked)
