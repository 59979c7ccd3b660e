"""A query, as its author reads what is wrong with it: pieces of its text, what is told, how to mend it. Pure."""

from dataclasses import dataclass

from django.utils.translation import get_language

from palabre.core.query.diagnostics import Diagnostic
from palabre.desk.watch.language import Saved, read

#: Characters shown around what is wrong.
AROUND = 60


@dataclass(frozen=True, slots=True)
class Told:
    """One diagnostic in the person's language, with the piece of the query that it is about."""

    severity: str
    what: str
    mend: str
    before: str
    piece: str
    after: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is told of a query, and whether it can be used."""

    usable: bool
    told: tuple[Told, ...]


def diagnose(query: str, saved: Saved | None = None) -> Diagnosis:
    """Return what there is to tell of a query; ``saved`` are the queries that it may call by name."""
    parsed = read(query, saved)
    return Diagnosis(parsed.tree is not None, tuple(_told(query, one) for one in parsed.diagnostics))


def first_error(query: str, saved: Saved | None = None) -> str:
    """Return the first error of a query as one sentence, '' where it can be used."""
    found = diagnose(query, saved)
    if found.usable:
        return ""
    error = next(one for one in found.told if one.severity == "error")
    return f"{error.what} {error.mend}"


def _told(query: str, one: Diagnostic) -> Told:
    start, end = one.span
    french = (get_language() or "fr").startswith("fr")
    return Told(
        one.severity,
        one.fr if french else one.en,
        one.mend_fr if french else one.mend_en,
        ("…" if start > AROUND else "") + query[max(0, start - AROUND) : start],
        query[start:end][: 4 * AROUND],
        query[end : end + AROUND] + ("…" if len(query) > end + AROUND else ""),
    )
