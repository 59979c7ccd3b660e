"""A foreign query being built: branches that gather children flat, and what nothing here can answer.

A *lost* part is left out of the tree, and told with what leaving it out does to the result: a part of an AND that
goes makes the query find more, a part of an OR makes it find fewer, and NOT turns both round.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.tree import And, Node, Not, Or, Span

#: What leaving a part out does: the query finds more, fewer, or other messages.
Effect: TypeAlias = Literal["more", "fewer", "other"]
Tell: TypeAlias = Callable[[Diagnostic], None]


@dataclass(frozen=True, slots=True)
class Lost:
    """What is asked and cannot be answered here; ``tell`` says so, given the effect."""

    tell: Callable[[Effect], Diagnostic]


@dataclass(slots=True)
class Branch:
    """A node being built. ``leaf`` is set for leaves only."""

    kind: Literal["and", "or", "not", "leaf"]
    children: list["Branch"]
    span: Span
    depth: int = 1
    leaf: Node | Lost | None = None


def leaf(node: Node | Lost, span: Span, depth: int = 1) -> Branch:
    """Return a branch that holds one finished node."""
    return Branch("leaf", [], span, depth, node)


def joined(kind: Literal["and", "or"], left: Branch, right: Branch) -> Branch:
    """Return both under one operator. ``left`` is reused when it is of that kind: long lists stay flat and fast."""
    span = (left.span[0], max(left.span[1], right.span[1]))
    branch = left if left.kind == kind else Branch(kind, [left], span, left.depth + 1)
    if right.kind == kind:
        branch.children += right.children
        branch.depth = max(branch.depth, right.depth)
    else:
        branch.children.append(right)
        branch.depth = max(branch.depth, right.depth + 1)
    branch.span = span
    return branch


def negated(child: Branch, span: Span) -> Branch:
    """Return what excludes a branch; excluded twice, it is asked for."""
    if child.kind == "not":
        return child.children[0]
    return Branch("not", [child], span, child.depth + 1)


def frozen(branch: Branch, tell: Tell, *, positive: bool = True, effect: Effect = "other") -> Node | None:
    """Return the immutable tree without what is lost, or ``None`` when nothing is left. Its depth is bounded.

    ``positive`` is false under an odd number of NOT; ``effect`` is what leaving the whole branch out would do.
    """
    match branch.kind:
        case "leaf":
            return _leaf(branch, tell, effect)
        case "not":
            child = frozen(branch.children[0], tell, positive=not positive, effect=effect)
            return None if child is None else Not(child, branch.span)
        case kind:
            grows = (kind == "and") == positive
            found = [
                frozen(child, tell, positive=positive, effect="more" if grows else "fewer")
                for child in branch.children
            ]
            make = all_of if kind == "and" else any_of
            return make([child for child in found if child is not None], branch.span)


def _leaf(branch: Branch, tell: Tell, effect: Effect) -> Node | None:
    if isinstance(branch.leaf, Lost):
        tell(branch.leaf.tell(effect))
        return None
    return branch.leaf


def all_of(nodes: list[Node], span: Span) -> Node | None:
    """Return the AND of nodes, each once, flat; a single one stays as it is, and none is ``None``."""
    flat = dict.fromkeys(part for node in nodes for part in (node.children if isinstance(node, And) else (node,)))
    return And(tuple(flat), span) if len(flat) > 1 else next(iter(flat), None)


def any_of(nodes: list[Node], span: Span) -> Node | None:
    """Return the OR of nodes, each once, flat; a single one stays as it is, and none is ``None``."""
    flat = dict.fromkeys(part for node in nodes for part in (node.children if isinstance(node, Or) else (node,)))
    return Or(tuple(flat), span) if len(flat) > 1 else next(iter(flat), None)
