"""What is written and asks for nothing."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def nothing_to_search(span: Span, written: str) -> Diagnostic:
    """Only punctuation was written."""
    return Diagnostic(
        "nothing_to_search", "warning", span,
        f"« {written} » ne contient ni lettre, ni chiffre, ni émoji : c’est ignoré.",
        f"“{written}” has no letter, digit or emoji: it is ignored.",
        "Retirez-le, ou écrivez un mot.",
        "Remove it, or write a word.",
    )  # fmt: skip
