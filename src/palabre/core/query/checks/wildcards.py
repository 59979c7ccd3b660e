"""Asterisks and question marks that cannot be read."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def leading_wildcard(span: Span) -> Diagnostic:
    """A star stands before a word."""
    return Diagnostic(
        "leading_wildcard", "error", span,
        "L’astérisque ne peut pas commencer un mot.",
        "A word cannot start with an asterisk.",
        "Placez-le à la fin : « vaccin* » trouve vaccin, vaccins, vaccination.",
        "Put it at the end: “vaccin*” finds vaccine, vaccines, vaccination.",
    )  # fmt: skip


def short_wildcard(span: Span, least: int) -> Diagnostic:
    """Too few letters before a star."""
    return Diagnostic(
        "short_wildcard", "error", span,
        f"Il faut au moins {least} lettres avant l’astérisque.",
        f"At least {least} letters are needed before an asterisk.",
        "Écrivez un début de mot plus long.",
        "Write a longer beginning.",
    )  # fmt: skip
