"""How much can be read at once."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def too_long(length: int, limit: int) -> Diagnostic:
    """The query is longer than can be read."""
    return Diagnostic(
        "too_long", "error", (limit, length),
        f"La requête compte {length} caractères ; {limit} au plus sont lus.",
        f"The query has {length} characters; at most {limit} are read.",
        "Partagez-la en plusieurs sujets.",
        "Split it into several topics.",
    )  # fmt: skip


def too_deep(span: Span, limit: int) -> Diagnostic:
    """Groups stand inside groups too many times."""
    return Diagnostic(
        "too_deep", "error", span,
        f"Les groupes s’emboîtent plus de {limit} fois.",
        f"Groups are nested more than {limit} times.",
        "Retirez des parenthèses, ou partagez la requête en plusieurs sujets.",
        "Remove parentheses, or split the query into several topics.",
    )  # fmt: skip


def empty() -> Diagnostic:
    """There is nothing to search."""
    return Diagnostic(
        "empty", "error", (0, 0),
        "La requête est vide.",
        "The query is empty.",
        "Écrivez au moins un mot.",
        "Write at least one word.",
    )  # fmt: skip


def too_many_patterns(span: Span, limit: int) -> Diagnostic:
    """The query holds too many regular expressions."""
    return Diagnostic(
        "too_many", "error", span,
        f"La requête contient plus de {limit} expressions régulières.",
        f"The query holds more than {limit} regular expressions.",
        "Réunissez-en plusieurs par « | », ou partagez la requête en plusieurs sujets.",
        "Join several by “|”, or split the query into several topics.",
    )  # fmt: skip


def too_many(span: Span, limit: int) -> Diagnostic:
    """The query asks for too many things, most often by what it calls."""
    return Diagnostic(
        "too_many", "error", span,
        f"La requête et celles qu’elle appelle demandent plus de {limit} choses.",
        f"The query and those it calls ask for more than {limit} things.",
        "Partagez-la en plusieurs sujets.",
        "Split it into several topics.",
    )  # fmt: skip
