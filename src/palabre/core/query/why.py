"""Why a message answers a query, with its evidence; or which branch nearly did, and what it lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from palabre.core.query.compare import lacks
from palabre.core.query.explain import is_sayable, said
from palabre.core.query.fields import FIELDS
from palabre.core.query.match import marks, matches
from palabre.core.query.said import PARTS, Said
from palabre.core.query.speech import SPEECH, Tongue
from palabre.core.query.spots import occurrences
from palabre.core.query.tree import And, Count, Except, Field, Near, Node, Not, Or, Part, Phrase, Same, Within

#: Things named in a sentence.
MOST_NAMED = 6
#: How much of a branch must be there for it to have nearly answered.
NEARLY = 0.5
#: What counts, of a phrase or a distance, for having its words elsewhere.
_ELSEWHERE = 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the title, the lead or the text."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Why:
    """A part of a query and what a message says of it.

    ``share`` is how much of it is there (0..1), ``marks`` where, ``lacks`` whether it is a fact that the message
    does not tell. ``parts`` are its own parts: of a phrase that is not there, its words.
    """

    node: Node
    holds: bool
    share: float
    marks: tuple[Mark, ...] = ()
    parts: tuple["Why", ...] = ()
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Whether a message answers, in one sentence; ``missing`` is what its nearest branch lacks, or excludes."""

    holds: bool
    nearly: bool
    fr: str
    en: str
    why: Why
    missing: tuple[Why, ...] = ()


def why(tree: Node, message: Said) -> Reason:
    """Tell why a message answers a query, or what keeps it from answering."""
    found = _why(tree, message, None)
    missing = () if found.holds else tuple(_missing(found))
    nearly = bool(missing) and found.share >= NEARLY
    fr, en = (_told(found, missing, nearly, tongue) for tongue in _TONGUES)
    return Reason(found.holds, nearly, fr, en, found, missing)


_TONGUES: tuple[Tongue, ...] = ("fr", "en")


def _why(tree: Node, message: Said, part: Part | None) -> Why:
    """Look at a node and at its parts. Trees are bounded in depth: recursion is safe."""
    match tree:
        case And(children):
            parts = tuple(_why(child, message, part) for child in children)
            return Why(tree, all(one.holds for one in parts), _mean(parts), parts=parts)
        case Or(children):
            parts = tuple(_why(child, message, part) for child in children)
            return Why(tree, any(one.holds for one in parts), max(one.share for one in parts), parts=parts)
        case Not(child):
            inner = _why(child, message, part)
            return Why(tree, not inner.holds, float(not inner.holds), inner.marks, (inner,))
        case Within(inside, child) if part in (None, inside):
            inner = _why(child, message, inside)
            return Why(tree, inner.holds, inner.share, inner.marks, (inner,))
        case Field():
            holds = matches(tree, message)
            return Why(tree, holds, float(holds), lacks=lacks(tree, message.facts))
        case _:
            return _of_leaf(tree, message, part)


def _of_leaf(tree: Node, message: Said, part: Part | None) -> Why:
    if matches(tree, message, part):
        return Why(tree, True, 1.0, _marks(tree, message, part))
    parts = tuple(_why(below, message, part) for below in _made_of(tree))
    return Why(tree, False, _partly(tree, parts, message, part), parts=parts)


def _made_of(leaf: Node) -> Sequence[Node]:
    match leaf:
        case Phrase(words):
            return words
        case Near(parts) | Same(parts):
            return parts
        case Except(wanted) | Count(wanted):
            return (wanted,)
        case _:
            return ()


def _partly(leaf: Node, parts: Sequence[Why], message: Said, part: Part | None) -> float:
    """Return how much there is of a leaf that is not there."""
    if isinstance(leaf, Count):
        return len(occurrences(leaf.child, message, part)) / leaf.least
    return _ELSEWHERE * _mean(parts) if parts else 0.0


def _mean(parts: Sequence[Why]) -> float:
    return sum(one.share for one in parts) / len(parts)


def _marks(leaf: Node, message: Said, part: Part | None) -> tuple[Mark, ...]:
    if isinstance(leaf, And | Or | Not):
        return ()
    return tuple(Mark(of, start, end) for of in PARTS for start, end in sorted(marks(leaf, message, part, of)))


def _missing(found: Why) -> Iterable[Why]:
    """Yield what keeps a branch from answering: of alternatives, what the nearest one lacks."""
    if found.holds:
        return
    match found.node:
        case Within() if is_sayable(found.node):
            yield found
        case And() | Within():
            for one in found.parts:
                yield from _missing(one)
        case Or():
            yield from _missing(max(found.parts, key=lambda one: one.share))
        case _:
            yield found


def _held(found: Why) -> Iterable[Why]:
    """Yield what made a branch answer."""
    if not found.holds or isinstance(found.node, Not):
        return
    if found.parts:
        for one in found.parts:
            yield from _held(one)
    else:
        yield found


def _told(found: Why, missing: Sequence[Why], nearly: bool, tongue: Tongue) -> str:
    words = SPEECH[tongue]
    if found.holds:
        held = _named([one.node for one in _held(found)], tongue)
        return words["matched"].format(held) if held else words["matched_facts"]
    excluding = [one.parts[0] for one in missing if isinstance(one.node, Not)]
    if excluding:
        held = _named([leaf.node for one in excluding for leaf in _held(one)], tongue)
        return words["excluded"].format(held) if held else words["excluded_fact"]
    lacking = _named([one.node for one in missing], tongue, facts=True)
    return words["nearly" if nearly else "unmatched"].format(lacking)


def _named(nodes: Iterable[Node], tongue: Tongue, *, facts: bool = False) -> str:
    """Return things that are said, as a list; with ``facts``, fields too."""
    things = [node for node in dict.fromkeys(nodes) if is_sayable(node) or (facts and isinstance(node, Field))]
    named = [_thing(node, tongue) for node in things[:MOST_NAMED]]
    named += ["…"] if len(things) > MOST_NAMED else []
    return ", ".join(named[:-1]) + (SPEECH[tongue]["and"] if len(named) > 1 else "") + named[-1] if named else ""


def _thing(node: Node, tongue: Tongue) -> str:
    if not isinstance(node, Field):
        return said(node, tongue)
    asking = FIELDS[node.name]
    return SPEECH[tongue]["field"].format(asking.fr if tongue == "fr" else asking.en)
