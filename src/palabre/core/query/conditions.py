"""A tree turned into one function of the numbers of the leaves that a message has.

Most of a topic is lists of words: a list of which one is needed, or all, or none, is one set operation in C rather
than one call a word.
"""

from collections.abc import Callable
from typing import TypeAlias

from palabre.core.query.match import Said
from palabre.core.query.tree import And, Node, Not, Or, Phrase, Term

#: Given the leaves of a message and what it says: does it answer? ``Said`` is opened only for phrases.
Condition: TypeAlias = Callable[[set[int], Said], bool]
#: An OR: the terms of which one is enough, and what else is.
_Choice: TypeAlias = tuple[frozenset[int], tuple[Condition, ...]]
#: The number of a term.
Number: TypeAlias = Callable[[Term], int]


def condition(tree: Node, number: Number) -> Condition:
    """Return the condition of a tree, whose terms are numbered by ``number``."""
    match tree:
        case Term():
            return _all_of(frozenset((number(tree),)))
        case Phrase():
            return _phrase(tree, number)
        case And(children):
            return _and(children, number)
        case Or(children):
            return _or(children, number)
        case Not(child):
            return _not(condition(child, number))


def _all_of(needed: frozenset[int]) -> Condition:
    return lambda has, said: needed <= has


def _any_of(choice: frozenset[int]) -> Condition:
    return lambda has, said: not choice.isdisjoint(has)


def _not(inner: Condition) -> Condition:
    return lambda has, said: not inner(has, said)


def _phrase(phrase: Phrase, number: Number) -> Condition:
    needed = frozenset(map(number, phrase.parts))

    def in_order(has: set[int], said: Said) -> bool:
        return needed <= has and next(said.phrases(phrase), None) is not None

    return in_order


def _or(children: tuple[Node, ...], number: Number) -> Condition:
    choice, others = _choice(children, number)
    if not others:
        return _any_of(choice)

    def one(has: set[int], said: Said) -> bool:
        return not choice.isdisjoint(has) or _first_true(others, has, said)

    return one


def _choice(children: tuple[Node, ...], number: Number) -> _Choice:
    terms = frozenset(number(child) for child in children if isinstance(child, Term))
    return terms, tuple(condition(child, number) for child in children if not isinstance(child, Term))


def _and(children: tuple[Node, ...], number: Number) -> Condition:
    needed = frozenset(number(child) for child in children if isinstance(child, Term))
    excluded = frozenset(term for child in children for term in _excluded_terms(child, number))
    choices = tuple(_choice(child.children, number) for child in children if isinstance(child, Or))
    rest = tuple(
        condition(child, number)
        for child in children
        if not isinstance(child, Term | Or) and not _excluded_terms(child, number)
    )

    # One function for the usual shape of a topic: words, lists of words, excluded words. Cheapest first.
    def all_of_it(has: set[int], said: Said) -> bool:
        if not needed <= has or not excluded.isdisjoint(has):
            return False
        for choice, others in choices:
            if choice.isdisjoint(has) and not (others and _first_true(others, has, said)):
                return False
        for part in rest:  # noqa: SIM110  # a generator expression costs twice as much here
            if not part(has, said):
                return False
        return True

    return all_of_it


def _excluded_terms(node: Node, number: Number) -> list[int]:
    """Return the terms of NOT word and NOT (word OR word), which are excluded one by one."""
    if not isinstance(node, Not):
        return []
    children = node.child.children if isinstance(node.child, Or) else (node.child,)
    terms = [child for child in children if isinstance(child, Term)]
    return list(map(number, terms)) if len(terms) == len(children) else []


def _first_true(parts: tuple[Condition, ...], has: set[int], said: Said) -> bool:
    for part in parts:  # noqa: SIM110
        if part(has, said):
            return True
    return False
