"""Operators written in lower case, which are words."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def lower_case_operator(span: Span, written: str) -> Diagnostic:
    """A word looks like an operator."""
    return Diagnostic(
        "lower_case_operator", "warning", span,
        f"« {written} » est cherché comme un mot.",
        f"“{written}” is searched as a word.",
        f"Pour l’opérateur, écrivez « {written.upper()} » ; pour le mot, mettez-le entre guillemets.",
        f"For the operator, write “{written.upper()}”; for the word, quote it.",
    )  # fmt: skip
