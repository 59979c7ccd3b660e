"""Queries that a query calls by their name (``@query:name``): found, read once, and put in their place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from palabre.core.query.tree import And, Count, Except, Near, Node, Not, Or, Phrase, Same, Span, Within

#: Queries by their name: their text or, when they are read already, their tree.
Saved: TypeAlias = Mapping[str, str | Node] | Callable[[str], str | Node | None]


def find(saved: Saved | None, name: str, folded: str) -> str | Node | None:
    """Return what a name calls: as it is written, or else folded."""
    if saved is None:
        return None
    get = saved if callable(saved) else saved.get
    found = get(name)
    return found if found is not None else get(folded)


def placed(tree: Node, span: Span) -> Node:
    """Return the tree with all its places those of the call. Trees are bounded in depth: recursion is safe."""
    match tree:
        case And(children) | Or(children):
            return type(tree)(tuple(placed(child, span) for child in children), span)
        case Near(parts) | Same(parts):
            return replace(tree, parts=tuple(placed(part, span) for part in parts), span=span)
        case Phrase(words):
            return Phrase(tuple(replace(word, span=span) for word in words), span)
        case Not(child) | Within(_, child) | Count(child):
            return replace(tree, child=placed(child, span), span=span)
        case Except(wanted, unwanted):
            return Except(placed(wanted, span), placed(unwanted, span), span)
        case _:
            return replace(tree, span=span)


def extent(tree: Node) -> tuple[int, int]:
    """Return the levels of a tree, and how many leaves it has."""
    match tree:
        case And(children) | Or(children) | Near(children) | Same(children):
            below = [extent(child) for child in children]
        case Not(child) | Within(_, child) | Count(child):
            below = [extent(child)]
        case Except(wanted, unwanted):
            below = [extent(wanted), extent(unwanted)]
        case _:
            return 1, 1
    return 1 + max(depth for depth, _ in below), sum(size for _, size in below)
