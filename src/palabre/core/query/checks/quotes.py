"""Single quotation marks, which hold no phrase."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def single_quotes(span: Span, written: str) -> Diagnostic:
    """Several words stand between single quotation marks, as if they were a phrase."""
    inner = written[1:-1]
    return Diagnostic(
        "single_quotes", "warning", span,
        f"« {written} » n’est pas une expression : ses mots sont cherchés un à un.",
        f"“{written}” is no phrase: its words are looked for one by one.",
        f'Pour une expression, écrivez "{inner}" ; sinon, retirez ces apostrophes.',
        f'For a phrase, write "{inner}"; otherwise remove these apostrophes.',
    )  # fmt: skip
