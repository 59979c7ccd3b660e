"""What every message that answers must hold, said in words only: without places, facts or exclusions.

Live matching takes its anchors from it, search its first sieve. It lets through all that matches, and more.
"""

from collections.abc import Iterator

from palabre.core.query.tree import (
    And,
    Cased,
    Count,
    Except,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Same,
    Term,
    Wild,
    Within,
    Word,
)


def necessary(tree: Node) -> Node | None:
    """Return a tree of words, phrases, ``And`` and ``Or`` that each answering message answers too.

    ``None`` where nothing need be said: a fact or a pattern may be enough.
    """
    match tree:
        case Term() | Wild() | Fuzzy() | Cased() | Phrase():
            return tree
        case Near(parts) | Same(parts) | And(parts):
            return _all(parts)
        case Except(child, _) | Count(child, _) | Within(_, child):
            return necessary(child)
        case Or(children):
            return _one(children)
        case _:
            return None


def _all(parts: tuple[Node, ...]) -> Node | None:
    found = [need for need in map(necessary, parts) if need is not None]
    return And(tuple(found)) if len(found) > 1 else found[0] if found else None


def _one(children: tuple[Node, ...]) -> Node | None:
    found = [need for need in map(necessary, children) if need is not None]
    return Or(tuple(found)) if len(found) == len(children) else None


def words(tree: Node) -> Iterator[Word]:
    """Yield every word that a tree names, wherever it stands in it."""
    match tree:
        case Term() | Wild() | Fuzzy() | Cased():
            yield tree
        case Phrase(children) | Near(children) | Same(children) | And(children) | Or(children):
            for child in children:
                yield from words(child)
        case Except(wanted, unwanted):
            yield from words(wanted)
            yield from words(unwanted)
        case Count(child, _) | Within(_, child) | Not(child):
            yield from words(child)
        case _:
            return
