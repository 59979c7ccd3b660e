"""Two words and the moves that bring them side by side, as Lucene counts them, in terms of our own distances.

``"a b"~n`` finds *a* before *b* with n words in between, or *b* before *a* with n − 2. Our ``Near`` says each order
by itself; here the two orders of the same two words are put together again.
"""

from collections.abc import Iterable

from palabre.core.query.dialects.branch import any_of
from palabre.core.query.tree import And, Near, Node, Not, Or, Span, Within, Word

_Pair = tuple[Node, Node]


def gathered(children: Iterable[Node]) -> list[Node]:
    """Return alternatives where each two words stand at most once in each order, at their largest distance."""
    kept: dict[Node | _Pair, list[int]] = {}
    spans: dict[_Pair, Span] = {}
    for child in children:
        pair = pair_of(child)
        if pair is None or not isinstance(child, Near):
            kept[child] = []
            continue
        turned = (pair[1], pair[0]) in kept
        key = (pair[1], pair[0]) if turned else pair
        spans.setdefault(key, child.span)
        distances = kept.setdefault(key, [-1, -1])
        for order in (0, 1) if not child.ordered else (int(turned),):
            distances[order] = max(distances[order], child.words)
    return [node for key, distances in kept.items() for node in _both(key, distances, spans)]


def pair_of(node: Node) -> _Pair | None:
    """Return the two words that a Near is about, ``None`` for anything else."""
    if not isinstance(node, Near) or len(node.parts) != 2 or not all(isinstance(part, Word) for part in node.parts):
        return None
    return node.parts[0], node.parts[1]


def _both(key: "Node | _Pair", distances: list[int], spans: dict[_Pair, Span]) -> list[Node]:
    if not isinstance(key, tuple):
        return [key]
    forward, back = distances
    if forward == back:
        return [Near(key, forward, False, spans[key])]
    found: list[Node] = [Near(key, forward, True, spans[key])] if forward >= 0 else []
    return [*found, Near((key[1], key[0]), back, True, spans[key])] if back >= 0 else found


def settled(tree: Node) -> Node:
    """Return a tree whose alternatives are gathered."""
    match tree:
        case Or(children):
            return any_of(gathered([settled(child) for child in children]), tree.span) or tree
        case And(children):
            return And(tuple(dict.fromkeys(map(settled, children))), tree.span)
        case Not(child):
            return Not(settled(child), tree.span)
        case Within(part, child):
            return Within(part, settled(child), tree.span)
        case _:
            return tree
