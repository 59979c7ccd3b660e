"""A foreign query being built: branches that gather children flat, and what nothing here can answer.

A *lost* part is left out of the tree, and told with what leaving it out does to the result: a part of an AND that
goes makes the query find more, a part of an OR makes it find fewer, and NOT turns both round.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.engine import Branch, Tell
from palabre.core.query.tree import And, Field, Node, Not, Or, Span

#: What leaving a part out does: the query finds more, fewer, or other messages.
Effect: TypeAlias = Literal["more", "fewer", "other"]


@dataclass(frozen=True, slots=True)
class Lost(Field):
    """What is asked and cannot be answered here, in its place until the whole is read; then ``tell`` says so."""

    tell: Callable[[Effect], Diagnostic] = field(compare=False, kw_only=True)


def lost(tell: Callable[[Effect], Diagnostic]) -> Lost:
    """Return what stands for a lost part, given what says so from its effect."""
    return Lost("", tell=tell)


def frozen(branch: Branch, tell: Tell, *, positive: bool = True, effect: Effect = "other") -> Node | None:
    """Return the immutable tree without what is lost, or ``None`` when nothing is left. Its depth is bounded.

    ``positive`` is false under an odd number of NOT; ``effect`` is what leaving the whole branch out would do.
    """
    return _frozen(branch, tell, positive, effect, _empty(branch))


def _frozen(branch: Branch, tell: Tell, positive: bool, effect: Effect, empty: set[int]) -> Node | None:
    match branch.kind:
        case "leaf":
            return _leaf(branch, tell, effect)
        case "not":
            child = _frozen(branch.children[0], tell, not positive, effect, empty)
            return None if child is None else Not(child, branch.span)
        case kind:
            if id(branch) not in empty:  # a branch that goes whole does what leaving it out does
                effect = "more" if (kind == "and") == positive else "fewer"
            found = [_frozen(child, tell, positive, effect, empty) for child in branch.children]
            make = all_of if kind == "and" else any_of
            return make([child for child in found if child is not None], branch.span)


def _empty(branch: Branch) -> set[int]:
    """Return the branches of which nothing is left."""
    found: set[int] = set()

    def look(one: Branch) -> bool:
        inner = [
            look(child) for child in one.children
        ]  # all of them, not only up to the first that holds something
        lacking = isinstance(one.leaf, Lost) if one.kind == "leaf" else all(inner)
        if lacking:
            found.add(id(one))
        return lacking

    look(branch)
    return found


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
