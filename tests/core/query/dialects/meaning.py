"""What a tree finds, and how it reads: the plainest way to say both."""

from palabre.core.query import Node, Said, matches
from palabre.core.query.dialects import read
from palabre.core.query.facts import NO_FACTS, Facts
from palabre.core.query.tree import (
    And,
    Cased,
    Count,
    Except,
    Field,
    Fuzzy,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Same,
    Term,
    Wild,
    Within,
)  # fmt: skip
from palabre.core.text import tokenize


def answers(tree: Node, text: str, title: str = "", facts: Facts = NO_FACTS) -> bool:
    """Tell whether a message answers a tree."""
    return matches(tree, Said(tokenize(text), tokenize(title) if title else None, None, facts))


def shape(tree: Node) -> str:
    """Return a tree with all its parentheses: AND as ``&``, OR as ``|``, NOT as ``!``."""
    match tree:
        case And(children):
            return "(" + " & ".join(map(shape, children)) + ")"
        case Or(children):
            return "(" + " | ".join(map(shape, children)) + ")"
        case Not(child):
            return "!" + shape(child)
        case Phrase(parts):
            return '"' + " ".join(map(shape, parts)) + '"'
        case Near(parts, words, ordered):
            return "<" + " ".join(map(shape, parts)) + f">{words}" + "f" * ordered
        case Same(parts):
            return "<" + " ".join(map(shape, parts)) + ">sentence"
        case Except(wanted, unwanted):
            return f"{shape(wanted)} \\ {shape(unwanted)}"
        case Count(child, least):
            return f"{shape(child)}×{least}"
        case Within(part, child):
            return f"{part}:{shape(child)}"
        case Field():
            return _field(tree)
        case _:
            return _word(tree)


def _word(tree: Node) -> str:
    match tree:
        case Term(term, prefix):
            return term + "*" * prefix
        case Wild(pattern):
            return pattern
        case Fuzzy(term, edits):
            return f"{term}~{edits}"
        case Cased(raw):
            return "{" + raw + "}"
        case Pattern(pattern):
            return f"/{pattern}/"
        case _:
            raise AssertionError(tree)


def _field(field: Field) -> str:
    if isinstance(field.low, str):
        return f"{field.name}:{field.low}" + "*" * field.prefix
    low, high = ("" if bound is None else f"{bound:g}" for bound in (field.low, field.high))
    return f"{field.name}:" + "<" * field.open_low + f"{low}..{high}" + ">" * field.open_high


def reading(query: str, dialect: str) -> str:
    """Return how a query is read, or the code of its first error."""
    parsed = read(query, dialect)
    if parsed.tree is None:
        return next(found.code for found in parsed.diagnostics if found.severity == "error")
    return shape(parsed.tree)


def codes(query: str, dialect: str) -> list[str]:
    """Return what is told of a query, in order."""
    return [found.code for found in read(query, dialect).diagnostics]
