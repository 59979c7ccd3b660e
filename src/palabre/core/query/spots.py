"""Spots: what has occurrences in a message, each from its first token to its last."""

from collections.abc import Iterable

from palabre.core.query.proximity import Chosen, close, together
from palabre.core.query.said import Occurrence, Said
from palabre.core.query.tree import (
    Cased,
    Except,
    Fuzzy,
    Near,
    Node,
    Or,
    Part,
    Phrase,
    Same,
    Term,
    Wild,
    Within,
)


def is_spot(tree: Node) -> bool:
    """Tell whether a node has occurrences, so that it may stand in Near, Same, Except and Count."""
    match tree:
        case Term() | Wild() | Fuzzy() | Cased() | Phrase() | Near() | Same() | Except():
            return True
        case Or(children):
            return all(map(is_spot, children))
        case Within(_, child):
            return is_spot(child)
        case _:
            return False


def occurrences(tree: Node, said: Said, part: Part | None = None) -> list[Occurrence]:
    """Return the occurrences of a spot from left to right, each once.

    ``part``: in the title, the lead or the text only. A tree that is no spot raises ``TypeError``.
    """
    match tree:
        case Term() | Wild() | Fuzzy() | Cased():
            return [(place, place) for place in said.known(tree, part)]
        case Phrase():
            return sorted(set(said.phrases(tree, part)))
        case Near() | Same():
            return _sorted(_whole(chosen) for chosen in groups(tree, said, part))
        case Except(wanted, unwanted):
            return _outside(occurrences(wanted, said, part), occurrences(unwanted, said, part))
        case Or(children):
            return _sorted(found for child in children for found in occurrences(child, said, part))
        case Within(inner, child):
            return occurrences(child, said, inner) if part in (None, inner) else []
        case _:
            raise TypeError(f"{type(tree).__name__} has no place in a text.")


def groups(tree: Near | Same, said: Said, part: Part | None = None) -> Iterable[Chosen]:
    """Yield the occurrences that together make each occurrence of a Near or of a Same."""
    parts = [occurrences(child, said, part) for child in tree.parts]
    if isinstance(tree, Near):
        yield from close(parts, tree.words, tree.ordered, said)
        return
    for found in together(parts, tree.unit, said):
        yield tuple(sorted({one for each in found for one in each}))


def _whole(chosen: Chosen) -> Occurrence:
    return chosen[0][0], max(last for _, last in chosen)


def _sorted(found: Iterable[Occurrence]) -> list[Occurrence]:
    return sorted(set(found))


def _outside(wanted: list[Occurrence], unwanted: list[Occurrence]) -> list[Occurrence]:
    """Return the wanted occurrences that lie inside no unwanted one. Both sorted; linear time."""
    kept: list[Occurrence] = []
    reach, at = -1, 0
    for first, last in wanted:
        while at < len(unwanted) and unwanted[at][0] <= first:
            reach = max(reach, unwanted[at][1])
            at += 1
        if reach < last:
            kept.append((first, last))
    return kept
