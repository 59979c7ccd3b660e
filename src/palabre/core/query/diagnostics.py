"""What is wrong with a query, said to a person: what, where, and how to mend it, in French and in English."""

from dataclasses import dataclass
from typing import Literal

from palabre.core.query.tree import Span

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell about a query. ``code`` is stable; an ``error`` keeps the query from being used."""

    code: str
    severity: Severity
    span: Span
    fr: str
    en: str
    mend_fr: str
    mend_en: str


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


def unclosed_phrase(span: Span) -> Diagnostic:
    """A quotation mark is never closed."""
    return Diagnostic(
        "unclosed_phrase", "error", span,
        "Ce guillemet n’est jamais fermé.",
        "This quotation mark is never closed.",
        "Ajoutez un guillemet à la fin de l’expression.",
        "Add a quotation mark where the phrase ends.",
    )  # fmt: skip


def lone_operator(span: Span, operator: str) -> Diagnostic:
    """An operator lacks what it should join."""
    return Diagnostic(
        "lone_operator", "error", span,
        f"Il manque un mot à côté de « {operator} ».",
        f"A word is missing beside “{operator}”.",
        "Ajoutez ce qui manque, retirez l’opérateur, ou mettez-le entre guillemets si c’est un mot à chercher.",
        "Add what is missing, remove the operator, or quote it if it is a word to search.",
    )  # fmt: skip


def pure_negative(span: Span) -> Diagnostic:
    """Lacking something would be enough to match."""
    return Diagnostic(
        "pure_negative", "error", span,
        "Cette partie exclut sans rien chercher : presque tous les messages y répondraient.",
        "This part excludes without asking for anything: nearly every message would match.",
        "Ajoutez au moins un mot à trouver, par exemple « tram SAUF grève ».",
        "Add at least one word to find, such as “tram NOT strike”.",
    )  # fmt: skip


def leading_wildcard(span: Span) -> Diagnostic:
    """A star stands before a word."""
    return Diagnostic(
        "leading_wildcard", "error", span,
        "L’astérisque ne peut pas commencer un mot.",
        "A word cannot start with an asterisk.",
        "Placez-le à la fin : « vaccin* » trouve vaccin, vaccins, vaccination.",
        "Put it at the end: “vaccin*” finds vaccine, vaccines, vaccination.",
    )  # fmt: skip


def inner_wildcard(span: Span) -> Diagnostic:
    """A star stands inside a word."""
    return Diagnostic(
        "inner_wildcard", "error", span,
        "L’astérisque ne peut pas être au milieu d’un mot.",
        "An asterisk cannot stand inside a word.",
        "Placez-le à la fin du mot, ou écrivez les formes voulues séparées par OU.",
        "Put it at the end of the word, or write the forms you want, joined by OR.",
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


def nothing_to_search(span: Span, written: str) -> Diagnostic:
    """Only punctuation was written."""
    return Diagnostic(
        "nothing_to_search", "warning", span,
        f"« {written} » ne contient ni lettre, ni chiffre, ni émoji : c’est ignoré.",
        f"“{written}” has no letter, digit or emoji: it is ignored.",
        "Retirez-le, ou écrivez un mot.",
        "Remove it, or write a word.",
    )  # fmt: skip


def lower_case_operator(span: Span, written: str) -> Diagnostic:
    """A word looks like an operator."""
    return Diagnostic(
        "lower_case_operator", "warning", span,
        f"« {written} » est cherché comme un mot.",
        f"“{written}” is searched as a word.",
        f"Pour l’opérateur, écrivez « {written.upper()} » ; pour le mot, mettez-le entre guillemets.",
        f"For the operator, write “{written.upper()}”; for the word, quote it.",
    )  # fmt: skip


def mixed_operators(span: Span) -> Diagnostic:
    """AND and OR stand side by side without parentheses."""
    return Diagnostic(
        "mixed_operators", "warning", span,
        "ET (ou une simple espace) et OU se mêlent sans parenthèses : ET lie plus fort.",
        "AND (or a mere space) and OR are mixed without parentheses: AND binds tighter.",
        "Ajoutez des parenthèses : « a (b OU c) » et « (a b) OU c » n’ont pas le même sens.",
        "Add parentheses: “a (b OR c)” and “(a b) OR c” are not the same.",
    )  # fmt: skip


def not_an_operator(span: Span, written: str) -> Diagnostic:
    """Another tool's syntax was written: searching its words would mean something else."""
    return Diagnostic(
        "not_an_operator", "error", span,
        f"« {written} » est la syntaxe d’un autre outil, qui n’est pas lue ici.",
        f"“{written}” is another tool’s syntax, which is not read here.",
        "Retirez-le, ou mettez-le entre guillemets si c’est bien le texte à trouver.",
        "Remove it, or quote it if it is the text to find.",
    )  # fmt: skip
