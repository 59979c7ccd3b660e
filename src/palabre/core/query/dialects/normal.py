"""A tree arranged for tools that exclude only beside something asked for.

Afterwards a NOT stands only in an AND that also asks for something: ``a OR NOT b`` becomes ``NOT (b AND NOT a)``,
and bubbles up until it meets what it may be excluded from: a query always asks for something.
"""

from palabre.core.query.dialects.branch import all_of, any_of
from palabre.core.query.tree import And, Node, Not, Or, Span


def normal(tree: Node) -> Node:
    """Return the tree with every NOT beside something asked for, and no NOT of a NOT."""
    match tree:
        case And(children):
            return _and([normal(child) for child in children], tree.span)
        case Or(children):
            return _or([normal(child) for child in children], tree.span)
        case Not(child):
            inner = normal(child)
            return inner.child if isinstance(inner, Not) else Not(inner, tree.span)
        case _:
            return tree


def _and(children: list[Node], span: Span) -> Node:
    """All excluded: what excludes any of them. The children are normal."""
    excluded = [child.child for child in children if isinstance(child, Not)]
    if len(excluded) < len(children):
        return all_of(children, span) or children[0]
    return Not(any_of(excluded, span) or excluded[0], span)


def _or(children: list[Node], span: Span) -> Node:
    """One excluded: what excludes having it without any of the others. The children are normal."""
    excluded = [child.child for child in children if isinstance(child, Not)]
    if not excluded:
        return any_of(children, span) or children[0]
    asked: list[Node] = [Not(child, child.span) for child in children if not isinstance(child, Not)]
    return Not(all_of([*excluded, *asked], span) or excluded[0], span)
