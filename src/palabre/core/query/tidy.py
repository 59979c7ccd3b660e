"""A tree made plain: each thing asked once, alternatives of alternatives opened. It finds the same messages."""

from palabre.core.query.same import Numbers
from palabre.core.query.tree import And, Count, Except, Near, Node, Not, Or, Same, Span, Within


def tidy(tree: Node) -> Node:
    """Return the tree that parsing gives. Trees are bounded in depth: recursion is safe."""
    return _Tidy().of(tree)


class _Tidy:
    """One tree being made plain."""

    def __init__(self) -> None:
        self._numbers = Numbers()

    def of(self, tree: Node) -> Node:
        """Return a node made plain."""
        match tree:
            case And(children, span):
                return self._joined(And, children, span)
            case Or(children, span):
                return self._joined(Or, children, span)
            case Not(Not(child)):
                return self.of(child)
            case Not(child, span):
                return Not(self.of(child), span)
            case Within(part, child, span):
                return Within(part, self.of(child), span)
            case Count(child, least, span):
                return Count(self.of(child), least, span)
            case Except(wanted, unwanted, span):
                return Except(self.of(wanted), self.of(unwanted), span)
            case Near(parts, words, ordered, span):
                return Near(tuple(map(self.of, parts)), words, ordered, span)
            case Same(parts, unit, span):
                return Same(tuple(map(self.of, parts)), unit, span)
            case _:
                return tree

    def _joined(self, kind: type[And] | type[Or], children: tuple[Node, ...], span: Span) -> Node:
        found: dict[int, Node] = {}
        for child in map(self.of, children):
            for one in child.children if isinstance(child, kind) else (child,):
                found.setdefault(self._numbers[one], one)
        return kind(tuple(found.values()), span) if len(found) > 1 else next(iter(found.values()))
