"""Words so common that asking for one alone would bring a flood."""

from collections.abc import Iterator

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.frequent import is_frequent
from palabre.core.query.tree import And, Count, Except, Node, Not, Or, Span, Term, Within


def check(tree: Node) -> Iterator[Diagnostic]:
    """Tell the very frequent words that are enough to answer."""
    for term in _enough(tree):
        yield frequent(term.span, term.term.removeprefix("="))


def _enough(tree: Node) -> list[Term]:
    """Return the frequent words of which one alone is enough."""
    match tree:
        case Term(term, False) if is_frequent(term):
            return [tree]
        case Or(children):
            return [term for child in children for term in _enough(child)]
        case And(children):
            found = [_enough(child) for child in children if not isinstance(child, Not)]
            return found[0] if all(found) else []
        case Within(_, child) | Count(child) | Except(child):
            return _enough(child)
        case _:
            return []


def frequent(span: Span, word: str) -> Diagnostic:
    """A very frequent word is enough."""
    return Diagnostic(
        "frequent_word", "warning", span,
        f"« {word} » est un mot très fréquent : à lui seul, il ramènera une grande partie des messages.",
        f"“{word}” is a very frequent word: alone, it will bring a large part of all messages.",
        "Ajoutez un autre mot, ou mettez-le dans une expression entre guillemets.",
        "Add another word, or put it inside a quoted phrase.",
    )  # fmt: skip
