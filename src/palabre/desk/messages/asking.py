"""Words that a person searches for: read by the query language, asked of the database, marked in what is found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import get_language

from palabre.core.query import Diagnostic, Node, Said, evidence, parse, wanted
from palabre.core.text import tokenize
from palabre.desk.messages.cards import Card
from palabre.desk.messages.spans import Mark
from palabre.desk.watch.references import query_called


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell about what was written: where, what, how to mend it; a ``grave`` one stops the search."""

    start: int
    end: int
    text: str
    mend: str
    grave: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked. ``tree`` is None where nothing was, or where it cannot be read."""

    text: str = ""
    tree: Node | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def wrong(self) -> bool:
        """Tell whether something was asked that cannot be searched."""
        return bool(self.text) and self.tree is None


def ask(text: str) -> Asked:
    """Read what a person wrote."""
    text = text.strip()
    if not text:
        return Asked()
    parsed = parse(text, saved=query_called)  # looked up only where something is called
    problems = tuple(_problem(found) for found in parsed.diagnostics)
    tree = None if any(problem.grave for problem in problems) else parsed.tree
    return Asked(text, tree, problems)


def highlight(cards: Sequence[Card], asked: Asked) -> list[Card]:
    """Return the cards with the asked words marked where their texts say them."""
    if asked.tree is None:
        return list(cards)
    leaves = tuple(wanted(asked.tree))
    return [replace(card, words=_marks(leaves, card.text)) for card in cards]


def _marks(leaves: Sequence[object], text: str) -> tuple[Mark, ...]:
    spans = evidence(leaves, Said(tokenize(text)))  # type: ignore[arg-type]  # leaves come from wanted()
    return tuple(Mark(start, end, "word", "") for start, end in spans)


def _problem(found: Diagnostic) -> Problem:
    french = (get_language() or "fr").startswith("fr")
    text, mend = (found.fr, found.mend_fr) if french else (found.en, found.mend_en)
    return Problem(found.span[0], found.span[1], text, mend, found.severity == "error")
