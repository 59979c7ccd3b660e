"""A query, as its author reads what is wrong with it: pieces of its text, what is told, how to mend it. Pure."""

import json
from dataclasses import dataclass

from django.utils.translation import get_language

from palabre.core.query.diagnostics import Diagnostic
from palabre.desk.watch.language import Saved, read
from palabre.desk.watch.reading import Reading

#: Characters shown around what is wrong, and diagnostics shown at once.
AROUND, SHOWN = 60, 5


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


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is told of a query, whether it can be used, and how it is read (None: it cannot)."""

    usable: bool
    told: tuple[Told, ...]
    reading: Reading | None = None

    @property
    def shown(self) -> tuple[Told, ...]:
        """Return the first of what there is to tell, errors before warnings: the rest comes as these are mended."""
        return tuple(sorted(self.told, key=lambda one: one.severity != "error"))[:SHOWN]

    @property
    def more(self) -> int:
        """Return how many are not shown."""
        return max(0, len(self.told) - SHOWN)

    @property
    def spans(self) -> str:
        """Return where each stands, for the editor to underline, as JSON."""
        return json.dumps([(one.start, one.end, one.severity) for one in self.told], separators=(",", ":"))


def diagnose(query: str, saved: Saved | None = None) -> Diagnosis:
    """Return what there is to tell of a query; ``saved`` are the queries that it may call by name."""
    parsed = read(query, saved)
    told = tuple(_told(query, one) for one in parsed.diagnostics)
    return Diagnosis(parsed.tree is not None, told)


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
        units(query, start),
        units(query, end),
    )


def units(text: str, at: int) -> int:
    """Return where a character stands as scripts count: in UTF-16 units, two for an emoji."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
