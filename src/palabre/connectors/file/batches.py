"""Rows → deliveries: bounded in number and in weight, each with the cursor that follows it. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from palabre.connectors.file.parse import RowParser
from palabre.connectors.file.rows import Place, Rows
from palabre.connectors.shared.sentences import source_error
from palabre.core.model import Delivery, Message, Reject

#: The most rows in one delivery, and the characters of text after which it is sent.
MOST_ROWS = 1_000
MOST_CHARACTERS = 4_000_000

#: If as many first rows are all bad, it is the mapping or the file that is wrong, not the rows.
HOPELESS = 1_000


@dataclass(slots=True)
class Batch:
    """What is gathered for the next delivery. An identifier is in it once."""

    messages: dict[str, Message] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)
    characters: int = 0

    @property
    def full(self) -> bool:
        """Tell whether it is time to send."""
        return len(self.messages) + len(self.rejects) >= MOST_ROWS or self.characters >= MOST_CHARACTERS

    def add(self, found: Message | Reject) -> None:
        """Take one row's result."""
        if isinstance(found, Message):
            self.messages[found.id] = found
            self.characters += len(found.text)
        else:
            self.rejects.append(found)

    def delivery(self, cursor: dict[str, Any]) -> Delivery:
        """Return what was gathered."""
        return Delivery(messages=tuple(self.messages.values()), rejects=tuple(self.rejects), cursor=cursor)


def deliveries(
    rows: Rows, parser: RowParser, done: int, cursor: Callable[[int, Place, bool], dict[str, Any]]
) -> Iterator[Delivery]:
    """Yield deliveries until the rows end; ``done`` rows were delivered before.

    ``cursor`` makes one from the number of rows done, the place and whether all is read. A second message with the
    same identifier and another content goes into the next delivery: it is an edit. Raises ``SourceError`` where
    the first thousand rows are all bad.
    """
    batch, good = Batch(), done > 0
    last = cursor(done, rows.place(), False)
    for row in rows:
        found = parser.parse(row)
        if isinstance(found, Message) and batch.messages.get(found.id, found) != found:
            # The cursor stays where it was: read again after a kill, these rows come to the same.
            yield batch.delivery(last)
            batch = Batch()
        batch.add(found)
        done += 1
        good = good or isinstance(found, Message)
        if not good and done >= HOPELESS:
            raise _hopeless(batch.rejects)
        if batch.full:
            last = cursor(done, rows.place(), False)
            yield batch.delivery(last)
            batch = Batch()
    yield batch.delivery(cursor(done, rows.place(), True))


def _hopeless(rejects: list[Reject]) -> Exception:
    french, _, english = rejects[0].error.partition("\n")
    where = rejects[0].where
    return source_error(
        "malformed",
        f"Aucune des {HOPELESS} premières lignes ne se lit : vérifiez les colonnes. "
        f"Première erreur, {where} : {french}",
        f"None of the first {HOPELESS} lines can be read: check the columns. First error, {where}: {english}",
    )
