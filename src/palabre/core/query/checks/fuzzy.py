"""Near spellings that cannot be read."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def bad_fuzzy(span: Span, least: int) -> Diagnostic:
    """A near spelling of what is not one word, or of too short a one, or too far."""
    return Diagnostic(
        "bad_fuzzy", "error", span,
        f"Une orthographe approchée porte sur un seul mot d’au moins {least} lettres, à 1 ou 2 lettres près.",
        f"A near spelling is of a single word of at least {least} letters, 1 or 2 letters away.",
        "Écrivez par exemple « tramway~1 ».",
        "Write for example “tramway~1”.",
    )  # fmt: skip
