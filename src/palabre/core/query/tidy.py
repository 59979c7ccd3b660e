"""A tree made plain: each thing asked once, alternatives of alternatives opened. It finds the same messages."""

from palabre.core.query.tree import And, Count, Except, Near, Node, Not, Or, Same, Within


def tidy(tree: Node) -> Node:
    """Return the tree that parsing gives. Trees are bounded in depth: recursion is safe."""
    match tree:
        case And(children, span):
            return _one_or(And, children, span)
        case Or(children, span):
            return _one_or(Or, children, span)
        case Not(Not(child)):
            return tidy(child)
        case Not(child, span):
            return Not(tidy(child), span)
        case Within(part, child, span):
            return Within(part, tidy(child), span)
        case Count(child, least, span):
            return Count(tidy(child), least, span)
        case Except(wanted, unwanted, span):
            return Except(tidy(wanted), tidy(unwanted), span)
        case Near(parts, words, ordered, span):
            return Near(tuple(map(tidy, parts)), words, ordered, span)
        case Same(parts, unit, span):
            return Same(tuple(map(tidy, parts)), unit, span)
        case _:
            return tree


def _one_or(kind: type[And] | type[Or], children: tuple[Node, ...], span: tuple[int, int]) -> Node:
    found: dict[Node, None] = {}
    for child in map(tidy, children):
        found |= dict.fromkeys(child.children if isinstance(child, kind) else (child,))
    return kind(tuple(found), span) if len(found) > 1 else next(iter(found))
