"""Parentheses and quotation marks that go in pairs."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def unclosed_group(span: Span) -> Diagnostic:
    """An opening parenthesis is never closed."""
    return Diagnostic(
        "unclosed_group", "error", span,
        "Cette parenthèse n’est jamais fermée.",
        "This parenthesis is never closed.",
        "Ajoutez « ) » à la fin du groupe.",
        "Add “)” where the group ends.",
    )  # fmt: skip


def unopened_group(span: Span) -> Diagnostic:
    """A closing parenthesis closes nothing."""
    return Diagnostic(
        "unopened_group", "error", span,
        "Cette parenthèse ne ferme aucun groupe.",
        "This parenthesis closes no group.",
        "Retirez-la, ou ajoutez « ( » là où le groupe commence.",
        "Remove it, or add “(” where the group starts.",
    )  # fmt: skip


def empty_group(span: Span) -> Diagnostic:
    """Parentheses hold nothing."""
    return Diagnostic(
        "empty_group", "error", span,
        "Ces parenthèses ne contiennent rien.",
        "These parentheses hold nothing.",
        "Écrivez des mots dedans, ou retirez-les.",
        "Write words inside, or remove them.",
    )  # fmt: skip


def unclosed_phrase(span: Span, closing: str = '"') -> Diagnostic:
    """A quotation mark is never closed; ``closing`` is what would close it."""
    return Diagnostic(
        "unclosed_phrase", "error", span,
        "Ce guillemet n’est jamais fermé.",
        "This quotation mark is never closed.",
        f"Ajoutez {closing} à la fin de l’expression.",
        f"Add {closing} where the phrase ends.",
    )  # fmt: skip


def doubtful_phrase(span: Span, operator: str) -> Diagnostic:
    """Quotation marks do not go in pairs, and one phrase holds an operator: it is likely to lack the mark."""
    return Diagnostic(
        "unclosed_phrase", "error", span,
        f"Il manque un guillemet, sans doute ici : l’expression court jusqu’après « {operator} ».",
        f"A quotation mark is missing, likely here: the phrase runs on past “{operator}”.",
        f"Fermez l’expression avant « {operator} ».",
        f"Close the phrase before “{operator}”.",
    )  # fmt: skip


def unclosed_comment(span: Span) -> Diagnostic:
    """A comment is never closed."""
    return Diagnostic(
        "unclosed_comment", "error", span,
        "Ce commentaire n’est jamais fermé.",
        "This comment is never closed.",
        "Ajoutez « >>> » là où il finit.",
        "Add “>>>” where it ends.",
    )  # fmt: skip


def unclosed_braces(span: Span) -> Diagnostic:
    """A brace is never closed."""
    return Diagnostic(
        "unclosed_braces", "error", span,
        "Cette accolade ou ce crochet n’est jamais fermé.",
        "This brace or bracket is never closed.",
        "Fermez-le, ou mettez le texte entre guillemets.",
        "Close it, or quote the text.",
    )  # fmt: skip
