"""Operators that lack what they should join, and those of other tools."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def lone_operator(span: Span, operator: str) -> Diagnostic:
    """An operator lacks what it should join."""
    return Diagnostic(
        "lone_operator", "error", span,
        f"Il manque un mot à côté de « {operator} ».",
        f"A word is missing beside “{operator}”.",
        "Ajoutez ce qui manque, retirez l’opérateur, ou mettez-le entre guillemets si c’est un mot à chercher.",
        "Add what is missing, remove the operator, or quote it if it is a word to search.",
    )  # fmt: skip


def not_an_operator(span: Span, written: str) -> Diagnostic:
    """Another tool's syntax was written: searching its words would mean something else."""
    return Diagnostic(
        "not_an_operator", "error", span,
        f"« {written} » est la syntaxe d’un autre outil, qui n’est pas lue ici.",
        f"“{written}” is another tool’s syntax, which is not read here.",
        "Écrivez ET, OU ou SAUF, ou mettez-le entre guillemets si c’est bien le texte à trouver.",
        "Write AND, OR or NOT, or quote it if it is the text to find.",
    )  # fmt: skip


def bad_near(span: Span, most: int) -> Diagnostic:
    """How far apart words may be is not told, or too far."""
    return Diagnostic(
        "bad_near", "error", span,
        f"Il faut dire combien de mots peuvent séparer, de 0 à {most}.",
        f"How many words may stand in between must be told, from 0 to {most}.",
        "Écrivez par exemple « tram NEAR/5 panne » : cinq mots au plus entre les deux.",
        "Write for example “tram NEAR/5 strike”: at most five words between both.",
    )  # fmt: skip


def no_place(span: Span, operator: str) -> Diagnostic:
    """What is joined has no place in the text."""
    return Diagnostic(
        "no_place", "error", span,
        f"« {operator} » ne prend que des mots, des expressions, ou une liste entre parenthèses séparée par OU.",
        f"“{operator}” only takes words, phrases, or a list of words joined by OR in parentheses.",
        "Sortez de là ce qui est joint par ET ou exclu, ainsi que les champs.",
        "Move out what is joined by AND, what is excluded, and fields.",
    )  # fmt: skip


def lonely_near(span: Span) -> Diagnostic:
    """A distance was written after a single word."""
    return Diagnostic(
        "lonely_near", "error", span,
        "Une distance se met entre au moins deux mots.",
        "A distance needs two words at least.",
        "Retirez-la, ou ajoutez ce qui doit être proche, séparé par une simple espace.",
        "Remove it, or add what must be close, after a mere space.",
    )  # fmt: skip


def loose_distance(span: Span, written: str) -> Diagnostic:
    """A distance stands apart from what it is about."""
    return Diagnostic(
        "lonely_near", "error", span,
        f"« {written} » n’est collé à rien.",
        f"“{written}” is stuck to nothing.",
        'Collez-le au guillemet ou à la parenthèse qui précède, comme dans "tram panne"~3.',
        'Stick it to the quotation mark or parenthesis before it, as in "tram strike"~3.',
    )  # fmt: skip


def bad_unit(span: Span, written: str) -> Diagnostic:
    """Neither a sentence nor a paragraph."""
    return Diagnostic(
        "bad_unit", "error", span,
        f"« {written} » n’est ni une phrase ni un paragraphe.",
        f"“{written}” is neither a sentence nor a paragraph.",
        "Écrivez « SAME:sentence » (même phrase) ou « SAME:paragraph » (même paragraphe).",
        "Write “SAME:sentence” or “SAME:paragraph”.",
    )  # fmt: skip


def bad_count(span: Span) -> Diagnostic:
    """How many times is not told, or cannot be."""
    return Diagnostic(
        "bad_count", "error", span,
        "Il faut dire combien de fois au moins, de 1 à 256.",
        "How many times at least must be told, from 1 to 256.",
        "Écrivez par exemple « count(tram)>=3 ».",
        "Write for example “count(tram)>=3”.",
    )  # fmt: skip
