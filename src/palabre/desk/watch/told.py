"""Diagnostics as people read them: in their language, with the piece of the query that each is about. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from palabre.core.query.diagnostics import Diagnostic

#: Characters shown around what is wrong.
AROUND = 60


@dataclass(frozen=True, slots=True)
class Told:
    """One diagnostic in the person's language, with the piece of the query that it is about.

    ``start`` and ``end`` count UTF-16 units, as the scripts of a page do.
    """

    severity: str
    what: str
    mend: str
    before: str
    piece: str
    after: str
    start: int
    end: int


def in_french() -> bool:
    """Tell whether the present person reads French."""
    return (get_language() or "fr").startswith("fr")


def tell(query: str, found: Iterable[Diagnostic]) -> tuple[Told, ...]:
    """Return diagnostics as they are told."""
    return tuple(_told(query, one) for one in found)


def _told(query: str, one: Diagnostic) -> Told:
    start, end = one.span
    french = in_french()
    return Told(
        one.severity,
        one.fr if french else one.en,
        one.mend_fr if french else one.mend_en,
        ("…" if start > AROUND else "") + query[max(0, start - AROUND) : start],
        query[start:end][: 4 * AROUND],
        query[end : end + AROUND] + ("…" if len(query) > end + AROUND else ""),
        units(query, start),
        units(query, end),
    )


def units(text: str, at: int) -> int:
    """Return where a character stands as scripts count: in UTF-16 units, two for an emoji."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
