"""The tree of a query. Immutable; two trees are equal when they ask the same, wherever it was written.

A *term* is what a search vector holds (see ``palabre.core.text.forms``): ``ete``, ``=été``, ``#covid19``, ``@zoe``.
Spans count characters of the query; they serve diagnostics and highlighting, and are left out of comparisons.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """A message has this term, or with ``prefix`` one that starts so.

    ``step`` counts in phrases only: 1 for a word, 0 for an emoji, which stands at the place of the word before it.
    """

    term: str
    prefix: bool = False
    step: int = 1
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message has these terms (two at least) one after another."""

    parts: tuple[Term, ...]
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All of the children (two at least)."""

    children: tuple["Node", ...]
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """One or more of the children (two at least)."""

    children: tuple["Node", ...]
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Not the child. Never the whole of a query: something must be asked for."""

    child: "Node"
    span: Span = field(default=(0, 0), compare=False)


Node: TypeAlias = Term | Phrase | And | Or | Not
Leaf: TypeAlias = Term | Phrase

#: Levels of a tree: the parser refuses deeper ones, so that walking a tree may recurse.
MAX_DEPTH = 100


def leaves(tree: Node) -> Iterator[Leaf]:
    """Yield the terms and phrases of a tree, from left to right."""
    match tree:
        case And(children) | Or(children):
            for child in children:
                yield from leaves(child)
        case Not(child):
            yield from leaves(child)
        case _:
            yield tree


def wanted(tree: Node) -> Iterator[Leaf]:
    """Yield the terms and phrases asked for, without those excluded: what can be shown as evidence."""
    match tree:
        case And(children) | Or(children):
            for child in children:
                yield from wanted(child)
        case Not():
            return
        case _:
            yield tree


def asks_something(tree: Node) -> bool:
    """Tell whether a message must have something to match: false when lacking things is enough."""
    match tree:
        case And(children):
            return any(map(asks_something, children))
        case Or(children):
            return all(map(asks_something, children))
        case Not():
            return False
        case _:
            return True
