"""Queries that call others."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def unknown_query(span: Span, name: str) -> Diagnostic:
    """No saved query has this name."""
    return Diagnostic(
        "unknown_query", "error", span,
        f"Aucune requête ne porte le nom « {name} ».",
        f"No query is called “{name}”.",
        "Vérifiez le nom ; s’il a des espaces, mettez-le entre guillemets : @query:\"mon sujet\".",
        "Check the name; if it has spaces, quote it: @query:\"my topic\".",
    )  # fmt: skip


def circle(span: Span, name: str) -> Diagnostic:
    """A query calls itself, by others perhaps."""
    return Diagnostic(
        "circle", "error", span,
        f"La requête « {name} » s’appelle elle-même, directement ou par d’autres.",
        f"The query “{name}” calls itself, directly or through others.",
        "Retirez l’un des appels.",
        "Remove one of the calls.",
    )  # fmt: skip


def broken_query(span: Span, name: str) -> Diagnostic:
    """A query that is called cannot be read."""
    return Diagnostic(
        "broken_query", "error", span,
        f"La requête « {name} » ne peut pas être lue elle-même.",
        f"The query “{name}” cannot be read itself.",
        "Corrigez-la d’abord.",
        "Mend it first.",
    )  # fmt: skip
