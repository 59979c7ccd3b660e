"""Values that a field cannot take."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def bad_value(span: Span, name: str, expected_fr: str, expected_en: str) -> Diagnostic:
    """A field cannot take this value."""
    return Diagnostic(
        "bad_value", "error", span,
        f"Le champ « {name} » n’accepte pas cette valeur.",
        f"The field “{name}” does not take this value.",
        f"Écrivez {expected_fr}.",
        f"Write {expected_en}.",
    )  # fmt: skip


def unknown_value(span: Span, value: str, nearest: str) -> Diagnostic:
    """A list does not hold this value."""
    return Diagnostic(
        "unknown_value", "error", span,
        f"« {value} » n’est pas une valeur de ce champ.",
        f"“{value}” is not a value of this field.",
        f"Vouliez-vous dire « {nearest} » ?",
        f"Did you mean “{nearest}”?",
    )  # fmt: skip


def strange_value(span: Span, value: str, nearest: str) -> Diagnostic:
    """An open list does not know this value."""
    return Diagnostic(
        "strange_value", "warning", span,
        f"« {value} » n’est pas une valeur connue de ce champ.",
        f"“{value}” is not a known value of this field.",
        f"Vouliez-vous dire « {nearest} » ?",
        f"Did you mean “{nearest}”?",
    )  # fmt: skip
