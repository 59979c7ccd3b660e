"""Queries that lacking something would be enough to answer."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def pure_negative(span: Span) -> Diagnostic:
    """Lacking something would be enough to match."""
    return Diagnostic(
        "pure_negative", "error", span,
        "Cette partie exclut sans rien chercher : presque tous les messages y répondraient.",
        "This part excludes without asking for anything: nearly every message would match.",
        "Ajoutez au moins un mot à trouver, par exemple « tram SAUF grève ».",
        "Add at least one word to find, such as “tram NOT strike”.",
    )  # fmt: skip
