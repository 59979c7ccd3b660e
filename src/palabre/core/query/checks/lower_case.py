"""Words that look like operators: in lower case, or of another language or tool."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span

#: What is written for an operator that has another name here.
_MEANT = {"NON": "SAUF", "SANS": "SAUF"}


def lower_case_operator(span: Span, written: str, meant: str = "") -> Diagnostic:
    """A word looks like an operator; ``meant`` is how it is written where capitals are not enough."""
    meant = meant or _MEANT.get(written, written.upper())
    return Diagnostic(
        "lower_case_operator", "warning", span,
        f"« {written} » est cherché comme un mot.",
        f"“{written}” is searched as a word.",
        f"Pour l’opérateur, écrivez « {meant} » ; pour le mot, mettez-le entre guillemets.",
        f"For the operator, write “{meant}”; for the word, quote it.",
    )  # fmt: skip
