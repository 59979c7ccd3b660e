"""What each tool makes of AND and OR side by side without parentheses."""

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects import telling
from palabre.core.query.dialects.build import Mixing
from palabre.core.query.tree import Span


def warned(dialect: str, first: str) -> Mixing:
    """Tell which of both binds tighter (``first``), once a group."""

    def mixing(seen: frozenset[str], kind: str, span: Span) -> Diagnostic | None:
        both = {"and", "or"}
        if kind in seen or kind not in both or not (both - {kind}) & seen:
            return None
        return telling.mixing(span, dialect, first)

    return mixing


def refused(dialect: str) -> Mixing:
    """Refuse it: the tool does, and nobody knows which was meant. ``a OR b NOT c`` excludes c from both."""

    def mixing(seen: frozenset[str], kind: str, span: Span) -> Diagnostic | None:
        wrong = {"and": {"or"}, "or": {"and", "but"}}.get(kind, set())
        if kind in seen:
            return None
        if wrong & seen:
            return telling.mixing_refused(span, dialect)
        if seen if kind == "near" else "near" in seen:
            mend = ("Mettez la proximité entre parenthèses.", "Put the proximity in parentheses.")
            return telling.refused_there(span, "NEAR", dialect, *mend)
        return None

    return mixing


def never(seen: frozenset[str], kind: str, span: Span) -> Diagnostic | None:
    """Tell nothing."""
    del seen, kind, span
    return None
