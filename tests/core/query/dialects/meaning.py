"""What a tree finds, and how it reads: the plainest way to say both."""

from palabre.core.query import Node, Said, matches
from palabre.core.query.facts import NO_FACTS, Facts
from palabre.core.query.tree import And, Near, Not, Or, Phrase, Term, Within
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
        case Term(term, prefix):
            return term + "*" * prefix
        case Phrase(parts):
            return '"' + " ".join(map(shape, parts)) + '"'
        case Near(parts, words, ordered):
            return "<" + " ".join(map(shape, parts)) + f">{words}" + "f" * ordered
        case Within(part, child):
            return f"{part}:{shape(child)}"
        case _:
            return repr(tree)
