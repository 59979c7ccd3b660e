"""Regular expressions that cannot be used."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def bad_regex(span: Span, reason: str) -> Diagnostic:
    """RE2 does not take the expression."""
    return Diagnostic(
        "bad_regex", "error", span,
        f"Cette expression régulière ne peut pas être lue : {reason}",
        f"This regular expression cannot be read: {reason}",
        "Corrigez-la : la syntaxe est celle de RE2, sans renvois ni regards en arrière.",
        "Mend it: the syntax is RE2’s, without backreferences nor look-arounds.",
    )  # fmt: skip


def empty_regex(span: Span) -> Diagnostic:
    """The expression is found in the empty text, hence in every message."""
    return Diagnostic(
        "empty_regex", "error", span,
        "Cette expression régulière est trouvée partout, même dans un texte vide.",
        "This regular expression is found everywhere, even in an empty text.",
        "Demandez au moins un caractère : « + » plutôt que « * ».",
        "Ask for at least one character: “+” rather than “*”.",
    )  # fmt: skip


def long_regex(span: Span, most: int) -> Diagnostic:
    """The expression is too long."""
    return Diagnostic(
        "long_regex", "error", span,
        f"Cette expression régulière dépasse {most} caractères.",
        f"This regular expression is longer than {most} characters.",
        "Partagez-la en plusieurs expressions séparées par OU.",
        "Split it into several ones joined by OR.",
    )  # fmt: skip
