"""Asterisks and question marks that cannot be read."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def leading_wildcard(span: Span) -> Diagnostic:
    """An asterisk or a question mark stands before a word."""
    return Diagnostic(
        "leading_wildcard", "error", span,
        "Un mot ne peut pas commencer par « * » ni par « ? ».",
        "A word cannot start with “*” nor “?”.",
        "Placez-le à la fin : « vaccin* » trouve vaccin, vaccins, vaccination.",
        "Put it at the end: “vaccin*” finds vaccine, vaccines, vaccination.",
    )  # fmt: skip


def short_wildcard(span: Span, least: int) -> Diagnostic:
    """Too few letters before a star."""
    return Diagnostic(
        "short_wildcard", "error", span,
        f"Il faut au moins {least} lettres avant « * », ou autour de « ? ».",
        f"At least {least} letters are needed before “*”, or around “?”.",
        "Écrivez plus de lettres.",
        "Write more letters.",
    )  # fmt: skip
