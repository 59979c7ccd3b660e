"""Fields that do not exist, and those without a value."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def unknown_field(span: Span, name: str, nearest: str) -> Diagnostic:
    """No field has this name."""
    return Diagnostic(
        "unknown_field", "error", span,
        f"Le champ « {name} » n’existe pas.",
        f"There is no field “{name}”.",
        f"Vouliez-vous dire « {nearest}: » ? Si c’est un texte à trouver, mettez-le entre guillemets.",
        f"Did you mean “{nearest}:”? If it is a text to find, quote it.",
    )  # fmt: skip


def detached_field(span: Span, name: str) -> Diagnostic:
    """The name of a field and its value stand apart."""
    return Diagnostic(
        "detached_field", "warning", span,
        f"« {name}: » suivi d’une espace est cherché comme un mot.",
        f"“{name}:” followed by a space is searched as a word.",
        "Pour le champ, collez la valeur aux deux points ; pour le mot, retirez-les.",
        "For the field, stick its value to the colon; for the word, remove the colon.",
    )  # fmt: skip
