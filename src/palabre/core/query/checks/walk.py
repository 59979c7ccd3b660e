"""Going through a tree to check it. Trees are bounded in depth (``MAX_DEPTH``): recursion is safe."""

from collections.abc import Iterator

from palabre.core.query.tree import And, Count, Except, Near, Node, Not, Or, Same, Within


def inside(node: Node) -> tuple[Node, ...]:
    """Return what a node is made of; words and phrases are made of nothing else."""
    match node:
        case And(children) | Or(children) | Near(children) | Same(children):
            return children
        case Not(child) | Within(_, child) | Count(child):
            return (child,)
        case Except(wanted, unwanted):
            return wanted, unwanted
        case _:
            return ()


def nodes(tree: Node) -> Iterator[Node]:
    """Yield every node, the whole first, without recursion."""
    stack = [tree]
    while stack:
        node = stack.pop()
        yield node
        stack += reversed(inside(node))


def groups(tree: Node) -> Iterator[tuple[Node, ...]]:
    """Yield the children of each AND and of each OR."""
    for node in nodes(tree):
        if isinstance(node, And | Or):
            yield node.children
