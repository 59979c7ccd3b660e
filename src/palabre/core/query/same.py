"""Numbers that tell equal trees: each node is looked at once, where hashing a tree looks at all that is below."""

from collections.abc import Hashable

from palabre.core.query.checks.walk import inside
from palabre.core.query.tree import Count, Near, Node, Same, Within


class Numbers:
    """``numbers[node]``: equal nodes have the same number. For one reading: it keeps what it has seen."""

    def __init__(self) -> None:
        self._of_keys: dict[Hashable, int] = {}
        self._of_nodes: dict[int, tuple[Node, int]] = {}  # the node is kept, so that its identity stays its own

    def __getitem__(self, node: Node) -> int:
        known = self._of_nodes.get(id(node))
        if known is not None:
            return known[1]
        number = self._of_keys.setdefault(self._key(node), len(self._of_keys))
        self._of_nodes[id(node)] = (node, number)
        return number

    def _key(self, node: Node) -> Hashable:
        below = inside(node)
        return (type(node), _own(node), *[self[child] for child in below]) if below else node


def _own(node: Node) -> Hashable:
    """Return what a node says beside its parts."""
    match node:
        case Near(_, words, ordered):
            return words, ordered
        case Same(_, unit):
            return unit
        case Count(_, least):
            return least
        case Within(part):
            return part
        case _:
            return None
