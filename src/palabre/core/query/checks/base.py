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
