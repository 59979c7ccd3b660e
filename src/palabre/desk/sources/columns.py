"""Confirming what the columns of a file hold: the guess as a form, the form as a mapping. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from palabre.connectors.file import Guess
from palabre.desk.people.errors import Refused

#: What a column may hold: target of the connector → words. The order is that of the list people choose from.
TARGETS: dict[str, Promise] = {
    "text": gettext_lazy("Text of the message"),
    "published": gettext_lazy("Date"),
    "author.name": gettext_lazy("Author’s name"),
    "author.key": gettext_lazy("Author’s identifier"),
    "author.url": gettext_lazy("Author’s address"),
    "author.followers": gettext_lazy("Author’s followers"),
    "id": gettext_lazy("Identifier of the message"),
    "url": gettext_lazy("Address of the message"),
    "title": gettext_lazy("Title"),
    "lead": gettext_lazy("Lead of the article"),
    "thread": gettext_lazy("Thread"),
    "parent": gettext_lazy("Message answered"),
    "place": gettext_lazy("Place (article, page, group)"),
    "site": gettext_lazy("Site"),
    "network": gettext_lazy("Network"),
    "lang": gettext_lazy("Language"),
    "country": gettext_lazy("Country"),
    "engagement": gettext_lazy("Engagement"),
    "reach": gettext_lazy("Reach"),
    "kind": gettext_lazy("Kind of message"),
    "visibility": gettext_lazy("Visibility"),
}

#: Cells shown of each column.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its place, name, first cells, and the target it is taken for ('' for none)."""

    place: int
    name: str
    cells: tuple[str, ...]
    target: str


def columns_of(guess: Guess, chosen: Mapping[str, str] | None = None) -> list[Column]:
    """Return the columns to confirm, with the targets that were guessed, or those that the person ``chosen``."""
    by_column = {column: target for target, column in (guess.mapping if chosen is None else chosen).items()}
    return [
        Column(place, name, _cells(guess.rows, name), by_column.get(name, ""))
        for place, name in enumerate(guess.columns)
    ]


def read_mapping(given: Mapping[str, str], columns: Sequence[str]) -> dict[str, str]:
    """Return target → column for the fields ``column-<place>``. Raises ``Refused`` where that cannot be."""
    chosen = [(given.get(f"column-{place}", ""), name) for place, name in enumerate(columns)]
    kept = [(target, name) for target, name in chosen if target in TARGETS]
    times = Counter(target for target, _name in kept)
    if twice := next((target for target, count in times.items() if count > 1), None):
        raise Refused(_("Two columns hold “%(target)s”: choose one.") % {"target": TARGETS[twice]}, "mapping")
    if "text" not in times:
        raise Refused(_("Point out the column that holds the text of the messages."), "mapping")
    return dict(kept)


def _cells(rows: Sequence[Mapping[str, str]], name: str) -> tuple[str, ...]:
    return tuple(row[name] for row in rows if row.get(name))[:SHOWN]
