"""What an author is told of a query while writing: what is wrong, how it is read, which tool it seems to be for."""

import json
from dataclasses import dataclass, replace

from palabre.desk.watch.lacking import lacking
from palabre.desk.watch.language import OWN, Saved, read
from palabre.desk.watch.reading import Reading, reading_of
from palabre.desk.watch.told import Told, tell
from palabre.desk.watch.translation import Translation, guess, translate

#: Diagnostics shown at once.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is told of a query, whether it can be used, and how it is read (None: it cannot).

    ``foreign`` is its translation where it seems to be written for another tool.
    """

    usable: bool
    told: tuple[Told, ...]
    reading: Reading | None = None
    foreign: Translation | None = None

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
    reading = reading_of(parsed.tree) if parsed.tree is not None else None
    return Diagnosis(parsed.tree is not None, tell(query, parsed.diagnostics), reading)


def diagnose_written(query: str, saved: Saved | None = None) -> Diagnosis:
    """Return the same for a query that somebody is writing or has pasted: it may be one of another tool.

    Its reading tells what the open workspace's messages often lack.
    """
    found, tree = diagnose(query, saved), read(query, saved).tree
    if tree is not None:
        found = replace(found, reading=reading_of(tree, lacking(tree)))
    dialect = guess(query)
    return _foreign(found, translate(query, dialect)) if dialect != OWN else found


def _foreign(found: Diagnosis, translation: Translation) -> Diagnosis:
    """Return what is told of a query of another tool: it is read as that tool reads it."""
    tree = read(translation.query).tree if translation.query is not None else None
    return replace(found, foreign=translation, reading=reading_of(tree) if tree is not None else None)


def first_error(query: str, saved: Saved | None = None) -> str:
    """Return the first error of a query as one sentence, '' where it can be used."""
    found = diagnose(query, saved)
    if found.usable:
        return ""
    error = next(one for one in found.told if one.severity == "error")
    return f"{error.what} {error.mend}"
