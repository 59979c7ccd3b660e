"""Ranges that hold nothing."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def impossible_range(span: Span) -> Diagnostic:
    """No value can be in the range."""
    return Diagnostic(
        "impossible_range", "error", span,
        "Aucune valeur n’est possible entre ces bornes.",
        "No value is possible between these bounds.",
        "Écrivez d’abord la plus petite, et vérifiez le jour, l’heure ou le nombre.",
        "Write the smaller one first, and check the day, the hour or the number.",
    )  # fmt: skip
