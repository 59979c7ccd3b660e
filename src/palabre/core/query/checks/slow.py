"""Regular expressions that nothing prepares: every message has to be read whole."""

from collections.abc import Iterator

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import And, Node, Or, Pattern, Span, Within


def check(tree: Node) -> Iterator[Diagnostic]:
    """Tell the regular expressions that stand without a word beside them."""
    for pattern in _alone(tree):
        yield lone_regex(pattern.span)


def _alone(tree: Node) -> list[Pattern]:
    match tree:
        case Pattern():
            return [tree]
        case Or(children):
            return [pattern for child in children for pattern in _alone(child)]
        case And(children):
            found = [_alone(child) for child in children]
            return found[0] if all(found) else []
        case Within(_, child):
            return _alone(child)
        case _:
            return []


def lone_regex(span: Span) -> Diagnostic:
    """A regular expression stands without a word."""
    return Diagnostic(
        "lone_regex", "warning", span,
        "Cette expression régulière est seule : chaque message doit être lu en entier.",
        "This regular expression stands alone: every message has to be read whole.",
        "Ajoutez un mot qui s’y trouve toujours : « tram /tram n°\\d+/ ».",
        "Add a word that is always there: “tram /tram no\\d+/”.",
    )  # fmt: skip
