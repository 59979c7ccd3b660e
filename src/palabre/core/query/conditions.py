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


def _none_of(excluded: frozenset[int]) -> Condition:
    return lambda has, said: excluded.isdisjoint(has)


def _not(inner: Condition) -> Condition:
    return lambda has, said: not inner(has, said)


def _phrase(phrase: Phrase, number: Number) -> Condition:
    needed = frozenset(map(number, phrase.parts))

    def in_order(has: set[int], said: Said) -> bool:
        return needed <= has and next(said.phrases(phrase), None) is not None

    return in_order


def _or(children: tuple[Node, ...], number: Number) -> Condition:
    terms = frozenset(number(child) for child in children if isinstance(child, Term))
    parts = [_any_of(terms)] if terms else []
    parts += [condition(child, number) for child in children if not isinstance(child, Term)]
    return parts[0] if len(parts) == 1 else _first_true(tuple(parts))


def _and(children: tuple[Node, ...], number: Number) -> Condition:
    needed = frozenset(number(child) for child in children if isinstance(child, Term))
    excluded = frozenset(term for child in children for term in _excluded_terms(child, number))
    others = [child for child in children if not isinstance(child, Term) and not _excluded_terms(child, number)]
    # Cheapest first: a missing word or an excluded one ends it in one operation.
    parts = [_all_of(needed)] if needed else []
    parts += [_none_of(excluded)] if excluded else []
    parts += [condition(child, number) for child in others]
    return parts[0] if len(parts) == 1 else _all_true(tuple(parts))


def _excluded_terms(node: Node, number: Number) -> list[int]:
    """Return the terms of NOT word and NOT (word OR word), which are excluded one by one."""
    if not isinstance(node, Not):
        return []
    children = node.child.children if isinstance(node.child, Or) else (node.child,)
    terms = [child for child in children if isinstance(child, Term)]
    return list(map(number, terms)) if len(terms) == len(children) else []


def _all_true(parts: tuple[Condition, ...]) -> Condition:
    if len(parts) == 2:
        first, second = parts
        return lambda has, said: first(has, said) and second(has, said)

    def run(has: set[int], said: Said) -> bool:
        for part in parts:  # noqa: SIM110  # a generator expression costs twice as much here
            if not part(has, said):
                return False
        return True

    return run


def _first_true(parts: tuple[Condition, ...]) -> Condition:
    def run(has: set[int], said: Said) -> bool:
        for part in parts:  # noqa: SIM110
            if part(has, said):
                return True
        return False

    return run
