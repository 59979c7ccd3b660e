"""Families of emoji that do not exist."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def unknown_family(span: Span, name: str, nearest: str) -> Diagnostic:
    """No family of emoji has this name."""
    return Diagnostic(
        "unknown_family", "error", span,
        f"Il n’y a pas de famille d’émojis « {name} ».",
        f"There is no family of emoji “{name}”.",
        f"Vouliez-vous dire « emoji:{nearest} » ?",
        f"Did you mean “emoji:{nearest}”?",
    )  # fmt: skip
