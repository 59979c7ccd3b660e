"""AND and OR side by side without parentheses."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def mixed_operators(span: Span) -> Diagnostic:
    """AND and OR stand side by side without parentheses."""
    return Diagnostic(
        "mixed_operators", "warning", span,
        "ET (ou une simple espace) et OU se mêlent sans parenthèses : ET lie plus fort.",
        "AND (or a mere space) and OR are mixed without parentheses: AND binds tighter.",
        "Ajoutez des parenthèses : « a (b OU c) » et « (a b) OU c » n’ont pas le même sens.",
        "Add parentheses: “a (b OR c)” and “(a b) OR c” are not the same.",
    )  # fmt: skip
