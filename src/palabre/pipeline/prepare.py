"""From intake rows to a batch that can be understood: everything that must be asked of the database.

The worker is alone to write messages (``lock_writer``), so what is already known can be looked up before the
transaction: the keys in the database, and those of batches that are still being written.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
import psycopg

from palabre.core.model import Delivery
from palabre.pipeline.batch import Aside, Batch, Facts, Flow, Key, Placed, latest, read_letter
from palabre.pipeline.lenses import Lenses
from palabre.store import arrays, partitions, queries
from palabre.store.arrays import bigs, texts
from palabre.store.authors import Authors
from palabre.store.numbers import Numbers

SQL = queries.load("writer")
_read_delivery = msgspec.json.Decoder(Delivery).decode


class Preparer:
    """Reads intake and prepares batches over one connection (autocommit) of its own."""

    def __init__(self, connection: psycopg.Connection[Any], lenses: Lenses) -> None:
        self.connection = connection
        arrays.register(connection.adapters)
        self.lenses = lenses
        self.authors = Authors(connection)
        self.numbers = Numbers(connection)
        #: Keys of messages prepared and not yet committed. The worker forgets them when they are.
        self.under_way: set[Key] = set()

    def read(self, under_way: list[int], most: int) -> tuple[list[Flow], list[Aside], list[int]]:
        """Return the oldest flows of about ``most`` messages, what cannot be decoded, and all intake ids."""
        rows = self.connection.execute(SQL["read_intake"], {"under_way": under_way, "most": most}, binary=True)
        flows, asides, ids = [], [], []
        for intake, workspace, source, received, payload in rows:
            ids.append(intake)
            try:
                letter = read_letter(payload)
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                kept = bytes(payload[:100_000]).decode("utf-8", "replace").replace("\0", "")
                asides.append(Aside(workspace, source, f"intake {intake}", str(error), kept))
            else:
                flows.append(Flow(intake, workspace, source, received, payload, letter.messages, letter.events))
        return flows, asides, ids

    def must_wait(self, flows: Iterable[Flow]) -> bool:
        """Tell whether a flow holds a message that is still being written: what it says now must wait for that."""
        under_way = self.under_way
        return bool(under_way) and any(
            (flow.source, brief.id) in under_way for flow in flows for brief in flow.messages
        )

    def prepare(self, flows: list[Flow]) -> Batch:
        """Sort known from new; number what is new, and find its authors."""
        if any(flow.source not in self.lenses.sources for flow in flows):
            self.lenses.reload(self.connection)
        placed = latest(flows)
        known = self._known(placed)
        batch = Batch(intake=[flow.intake for flow in flows], facts=self._facts(flows))
        batch.events = [(flow, event) for flow in flows for event in flow.events]
        batch.new = [one for key, one in placed.items() if key not in known] if known else [*placed.values()]
        self._number(batch.new)
        self._find_authors(batch)
        if known:
            batch.edits = self._edits(placed, known)
        return batch

    def _facts(self, flows: list[Flow]) -> dict[int, Facts]:
        sources = self.lenses.sources
        return {flow.source: Facts(sources[flow.source].network, sources[flow.source].moderated) for flow in flows}

    def _known(self, placed: dict[Key, Placed]) -> dict[Key, int]:
        if not placed:
            return {}
        sources, ids = zip(*placed, strict=True)
        values = {"sources": bigs(sources), "ids": texts(ids)}
        rows = self.connection.execute(SQL["known_keys"], values, binary=True)
        return {(source, external): message for source, external, message in rows}

    def _number(self, new: list[Placed]) -> None:
        for one, number in zip(new, self.numbers.take(len(new)), strict=True):
            received = one.flow.received
            day = partitions.today(partitions.settle_time(one.brief.published, received))
            one.id = self.numbers.floor(day, received) | number

    def _find_authors(self, batch: Batch) -> None:
        seen = [
            (one.flow.workspace, one.brief.network or batch.facts[one.flow.source].network, one.brief.author,
             one.flow.received)
            for one in batch.new
        ]  # fmt: skip
        for one, author in zip(batch.new, self.authors.ids(seen), strict=True):
            one.author = author

    def _edits(self, placed: dict[Key, Placed], known: dict[Key, int]) -> list[Placed]:
        """Return the known messages that have other words than before."""
        rows = self.connection.execute(SQL["stored_texts"], {"ids": list(known.values())})
        stored = {message: (title, text) for message, title, text in rows}
        edits = []
        for key, message_id in known.items():
            one = placed[key]
            if message_id in stored and stored[message_id] != _said(one):
                one.id = message_id
                edits.append(one)
        return edits


def _said(one: Placed) -> tuple[str, str]:
    """Return the title and the text of a message."""
    message = _read_delivery(one.flow.payload).messages[one.place]
    return message.title, message.text
