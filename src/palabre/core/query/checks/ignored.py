"""What is written and asks for nothing."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def nothing_to_search(span: Span, written: str) -> Diagnostic:
    """Only punctuation was written."""
    return Diagnostic(
        "nothing_to_search", "warning", span,
        f"« {written} » ne contient ni lettre, ni chiffre, ni émoji : c’est ignoré.",
        f"“{written}” has no letter, digit or emoji: it is ignored.",
        *_mend(written),
    )  # fmt: skip


def _mend(written: str) -> tuple[str, str]:
    if written in ("-", "–", "—", "−"):
        return (
            "Pour exclure, collez-le au mot ; sinon, retirez-le.",
            "To exclude, stick it to the word; otherwise remove it.",
        )
    return "Retirez-le, ou écrivez un mot.", "Remove it, or write a word."
