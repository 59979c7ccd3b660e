"""Letters that must be written exactly so."""

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.tree import Span


def bad_cased(span: Span, most: int) -> Diagnostic:
    """Nothing stands between the braces, or too much."""
    return Diagnostic(
        "bad_cased", "error", span,
        f"Entre accolades, il faut de 1 à {most} caractères, dont une lettre.",
        f"Between braces, 1 to {most} characters are needed, a letter among them.",
        "Écrivez par exemple « {BT} », qui ne trouve pas « bt ».",
        "Write for example “{BT}”, which does not find “bt”.",
    )  # fmt: skip
