"""The same thing asked twice side by side."""

from collections.abc import Iterator

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.checks.walk import groups
from palabre.core.query.same import Numbers
from palabre.core.query.tree import Node, Span


def check(tree: Node, numbers: Numbers) -> Iterator[Diagnostic]:
    """Tell what stands twice in one AND or OR."""
    for children in groups(tree):
        seen: set[int] = set()
        for child in children:
            if numbers[child] in seen:
                yield duplicate(child.span)
            seen.add(numbers[child])


def duplicate(span: Span) -> Diagnostic:
    """The same was asked before."""
    return Diagnostic(
        "duplicate", "warning", span,
        "C’est demandé deux fois.",
        "This is asked for twice.",
        "Retirez-le : une fois suffit.",
        "Remove it: once is enough.",
    )  # fmt: skip
