"""A tree turned into tests over the numbers of the leaves that a message has.

Most of a topic is lists of words: a list of which one is needed, or none allowed, is one set operation in C rather
than one call a word. What words alone cannot tell (places, facts, patterns) is asked of ``matches``, last, and only
where all that it needs is said.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from palabre.core.query.match import matches
from palabre.core.query.necessary import necessary
from palabre.core.query.saying import Saying
from palabre.core.query.tree import (
    And,
    Cased,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Term,
    Wild,
    Within,
    Word,
)

#: Given the leaves of a message and what it says: does it answer? Most look at the leaves alone.
Condition: TypeAlias = Callable[[set[int], Saying], bool]
#: The number of a word.
Number: TypeAlias = Callable[[Word], int]
#: A few words of which each message that answers has one, none where there are none.
Anchors: TypeAlias = Callable[[Node], Iterable[Word]]


class Plan(NamedTuple):
    """What all of a topic's answers have in common, cheapest first.

    At least one leaf of each of ``lists``, none of ``excluded``, and each of ``others``.
    """

    lists: tuple[frozenset[int], ...]
    excluded: frozenset[int]
    others: tuple[Condition, ...]


def plan(tree: Node, number: Number, anchors: Anchors) -> Plan:
    """Return the plan of a tree, whose words are numbered by ``number``.

    What takes more than a list of words has one that it needs, by ``anchors``: most messages stop there.
    """
    lists: dict[frozenset[int], None] = {}
    excluded: set[int] = set()
    others: list[Node] = []
    for child in _flat(tree):
        words, barred = _words(child, number), _excluded(child, number)
        excluded |= barred
        if not words and not barred:
            others.append(child)
            words = frozenset(map(number, anchors(child)))
        if words:
            lists[words] = None
    others.sort(key=_cost)
    return Plan(tuple(lists), frozenset(excluded), tuple(condition(child, number) for child in others))


def _flat(tree: Node) -> Iterator[Node]:
    """Yield what must all be true."""
    if isinstance(tree, And):
        for child in tree.children:
            yield from _flat(child)
    else:
        yield tree


def _words(node: Node, number: Number) -> frozenset[int]:
    """Return the words of which one is enough, none where it takes more than that."""
    match node:
        case Term() | Wild() | Fuzzy() | Cased():
            return frozenset((number(node),))
        case Or(children):
            found = [_words(child, number) for child in children]
            return frozenset().union(*found) if all(found) else frozenset()
        case _:
            return frozenset()


def _excluded(node: Node, number: Number) -> frozenset[int]:
    """Return the words of NOT word and NOT (word OR word), which are excluded one by one."""
    return _words(node.child, number) if isinstance(node, Not) else frozenset()


def _cost(node: Node) -> int:
    """Order what is left to ask: words, then facts, then places, then patterns."""
    match node:
        case Term() | Wild() | Fuzzy() | Cased():
            return 0
        case Field():
            return 1
        case And(children) | Or(children):
            return max(map(_cost, children))
        case Not(child) | Within(_, child):
            return max(2 if isinstance(node, Within) else 0, _cost(child))
        case Pattern():
            return 3
        case _:
            return 2


def condition(tree: Node, number: Number) -> Condition:
    """Return the whole condition of a tree as one function."""
    words = _words(tree, number)
    if words:
        return _any_of(words)
    match tree:
        case And():
            return merged(plan(tree, number, _nothing)) or _always
        case Or(children):
            return _or(children, number)
        case Not(child):
            return _not(condition(child, number))
        case _:
            return _asked(tree, number)


def _always(has: set[int], saying: Saying) -> bool:
    return True


def _nothing(node: Node) -> tuple[Word, ...]:
    return ()


def _any_of(words: frozenset[int]) -> Condition:
    lacks = words.isdisjoint
    return lambda has, saying: not lacks(has)


def _none_of(words: frozenset[int]) -> Condition:
    lacks = words.isdisjoint
    return lambda has, saying: lacks(has)


def _not(inner: Condition) -> Condition:
    return lambda has, saying: not inner(has, saying)


def _or(children: Iterable[Node], number: Number) -> Condition:
    pairs = [(child, _words(child, number)) for child in children]
    lacks = frozenset(leaf for _, words in pairs for leaf in words).isdisjoint
    others = tuple(condition(child, number) for child, words in sorted(pairs, key=_pair_cost) if not words)

    def one(has: set[int], saying: Saying) -> bool:
        if not lacks(has):
            return True
        for other in others:  # noqa: SIM110  # a generator expression costs twice as much here
            if other(has, saying):
                return True
        return False

    return one


def _pair_cost(pair: tuple[Node, frozenset[int]]) -> int:
    return _cost(pair[0])


def merged(of: Plan) -> Condition | None:
    """Return a plan as one function, ``None`` where it asks nothing."""
    if not of.lists and not of.excluded and len(of.others) < 2:
        return of.others[0] if of.others else None
    if not of.lists and not of.others:
        return _none_of(of.excluded)
    lacking = tuple(words.isdisjoint for words in of.lists)
    excluded, others = of.excluded, of.others

    def every(has: set[int], saying: Saying) -> bool:
        for lacks in lacking:
            if lacks(has):
                return False
        if not excluded.isdisjoint(has):
            return False
        for other in others:  # noqa: SIM110
            if not other(has, saying):
                return False
        return True

    return every


def _asked(node: Node, number: Number) -> Condition:
    """Ask the message itself, where it has the words that the answer needs."""
    match node:
        case Phrase(parts):
            return _phrase(node, tuple(map(number, parts)))
        case Near((Term() | Wild() | Fuzzy() | Cased() as one, Term() | Wild() | Fuzzy() | Cased() as other)):
            return _near(node, number(one), number(other))
    enough = guard(node, number)
    if enough is _always:
        return lambda has, saying: matches(node, saying.said())
    return lambda has, saying: enough(has, saying) and matches(node, saying.said())


def _phrase(phrase: Phrase, numbers: tuple[int, ...]) -> Condition:
    needed = frozenset(numbers)
    steps = tuple(accumulate([0, *(part.step for part in phrase.parts[1:])]))

    def said(has: set[int], saying: Saying) -> bool:
        if not needed <= has:
            return False
        found = saying.follow(numbers, steps)
        return matches(phrase, saying.said()) if found is None else found

    return said


def _near(near: Near, one: int, other: int) -> Condition:
    needed = frozenset((one, other))

    def said(has: set[int], saying: Saying) -> bool:
        if not needed <= has:
            return False
        found = saying.close(one, other, near.words, near.ordered)
        return matches(near, saying.said()) if found is None else found

    return said


def guard(node: Node, number: Number) -> Condition:
    """Return what must hold of the words of a message for a node to have any place in it."""
    if isinstance(node, Phrase | Near):
        return _asked(node, number) if _is_quick(node) else _spoken(node, number)
    return _spoken(node, number)


def _is_quick(node: Phrase | Near) -> bool:
    """Tell whether positions decide it."""
    return isinstance(node, Phrase) or (len(node.parts) == 2 and all(isinstance(part, Word) for part in node.parts))


def _spoken(node: Node, number: Number) -> Condition:
    """Return whether the words that a node needs are said, wherever they stand."""
    need = necessary(node)
    return _always if need is None else condition(_loose(need), number)


def _loose(need: Node) -> Node:
    """Return a necessary tree without its phrases: all their words, wherever they stand."""
    match need:
        case Phrase(parts):
            return And(parts)
        case And(children):
            return And(tuple(map(_loose, children)))
        case Or(children):
            return Or(tuple(map(_loose, children)))
        case _:
            return need
