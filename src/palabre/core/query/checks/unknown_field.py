"""Fields that do not exist, and those without a value."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def unknown_field(span: Span, name: str, nearest: str) -> Diagnostic:
    """No field has this name; ``nearest`` is one that looks like it, '' for none."""
    return Diagnostic(
        "unknown_field", "error", span,
        f"Le champ « {name} » n’existe pas.",
        f"There is no field “{name}”.",
        (f"Vouliez-vous dire « {nearest}: » ? " if nearest else "")
        + "Si c’est un texte à trouver, mettez-le entre guillemets.",
        (f"Did you mean “{nearest}:”? " if nearest else "") + "If it is a text to find, quote it.",
    )  # fmt: skip


def detached_field(span: Span, name: str) -> Diagnostic:
    """The name of a field and its value stand apart."""
    return Diagnostic(
        "detached_field", "warning", span,
        f"« {name} » est cherché comme un mot : une espace le sépare de sa valeur.",
        f"“{name}” is searched as a word: a space stands between it and its value.",
        f"Pour le champ, collez tout : « {name}:valeur » ; pour le mot, retirez les deux-points.",
        f"For the field, write all together: “{name}:value”; for the word, remove the colon.",
    )  # fmt: skip
