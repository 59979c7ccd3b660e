"""From intake rows to a batch ready to be written: everything but the writing.

The worker is alone to write messages (``lock_writer``), so what is already known can be looked up before the
transaction: the keys in the database, and those of batches that are still being written.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import msgspec
import psycopg

from palabre.core.model import Delivery, Event, Message
from palabre.pipeline.lenses import Lenses
from palabre.pipeline.shape import Item, shape
from palabre.pipeline.understand import Lens, Understood, understand
from palabre.store import partitions, queries
from palabre.store.authors import Authors
from palabre.store.numbers import Numbers

SQL = queries.load("writer")
_decode = msgspec.json.Decoder(Delivery).decode
_encode = msgspec.json.Encoder().encode

Key = tuple[int, str]
Understander = Callable[[Lens, Sequence[Message], Sequence[int]], list[Understood]]


@dataclass(frozen=True, slots=True)
class Flow:
    """One intake row, decoded."""

    intake: int
    workspace: int
    source: int
    received: datetime
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that could not be taken: kept with its error, shown under its source.

    A ``retryable`` payload is the JSON of a ``Delivery``, which can be handed to intake again.
    """

    workspace: int
    source: int
    place: str
    error: str
    payload: str
    retryable: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """A message that is known, with other words than before."""

    flow: Flow
    id: int
    understood: Understood


@dataclass(slots=True)
class Prepared:
    """A batch ready to be written. ``intake`` rows go in the transaction that writes the last of it."""

    intake: list[int] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    events: list[tuple[Flow, Event]] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)

    def size(self) -> int:
        """Count what can fail by itself."""
        return len(self.items) + len(self.edits) + len(self.events)

    def halves(self) -> tuple["Prepared", "Prepared"]:
        """Split in two, order kept; the second half carries the intake rows. Written twice is written once."""
        cut = max(1, self.size() // 2)
        rest = cut - len(self.items)
        left = max(0, rest - len(self.edits))
        rest = max(0, rest)
        first = Prepared([], self.items[:cut], self.edits[:rest], self.events[:left])
        second = Prepared(self.intake, self.items[cut:], self.edits[rest:], self.events[left:], self.asides)
        return first, second


@dataclass(slots=True)
class _New:
    flow: Flow
    message: Message
    id: int


class Preparer:
    """Reads intake and prepares batches over one connection (autocommit) of its own."""

    def __init__(
        self, connection: psycopg.Connection[Any], lenses: Lenses, understander: Understander = understand
    ) -> None:
        self.connection = connection
        self.lenses = lenses
        self.authors = Authors(connection)
        self.numbers = Numbers(connection)
        self.understander = understander
        #: Keys of messages prepared and not yet committed. The worker forgets them when they are.
        self.under_way: set[Key] = set()

    def read(self, under_way: list[int], most: int) -> tuple[list[Flow], list[Aside], list[int]]:
        """Return the oldest flows of about ``most`` messages, what cannot be decoded, and all intake ids."""
        rows = self.connection.execute(SQL["read_intake"], {"under_way": under_way, "most": most}).fetchall()
        flows, asides = [], []
        for intake, workspace, source, received, payload in rows:
            try:
                flows.append(Flow(intake, workspace, source, received, _decode(payload)))
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                kept = bytes(payload[:100_000]).decode("utf-8", "replace").replace("\0", "")
                asides.append(Aside(workspace, source, f"intake {intake}", str(error), kept))
        return flows, asides, [row[0] for row in rows]

    def must_wait(self, flows: Iterable[Flow]) -> bool:
        """Tell whether a flow holds a message that is still being written: what it says now must wait for that."""
        under_way = self.under_way
        return bool(under_way) and any(
            (flow.source, message.id) in under_way for flow in flows for message in flow.delivery.messages
        )

    def prepare(self, flows: list[Flow]) -> Prepared:
        """Sort known from new, understand, and shape rows."""
        if any(flow.source not in self.lenses.sources for flow in flows):
            self.lenses.reload(self.connection)
        latest = _latest(flows)
        known = self._known(latest)
        prepared = Prepared(intake=[flow.intake for flow in flows])
        prepared.events = [(flow, event) for flow in flows for event in flow.delivery.events]
        new = [_New(flow, message, 0) for key, (flow, message) in latest.items() if key not in known]
        self._number(new)
        self._shape_new(new, prepared)
        self._find_edits(latest, known, prepared)
        return prepared

    def _known(self, latest: dict[Key, tuple[Flow, Message]]) -> dict[Key, int]:
        if not latest:
            return {}
        sources, ids = zip(*latest, strict=True)
        rows = self.connection.execute(SQL["known_keys"], {"sources": list(sources), "ids": list(ids)})
        return {(source, external): message for source, external, message in rows}

    def _number(self, new: list[_New]) -> None:
        for one, number in zip(new, self.numbers.take(len(new)), strict=True):
            filed = partitions.settle_time(one.message.published, one.flow.received)
            day = partitions.today(filed)
            self.numbers.ensure_day(day, one.flow.received)
            one.id = partitions.day_floor(day) | number

    def _shape_new(self, new: list[_New], prepared: Prepared) -> None:
        by_workspace: dict[int, list[_New]] = defaultdict(list)
        for one in new:
            by_workspace[one.flow.workspace].append(one)
        done: dict[int, Item] = {}
        for workspace, group in by_workspace.items():
            understood = self._understand(workspace, group)
            facts = self.lenses.sources
            authors = self.authors.ids(
                (
                    workspace,
                    one.message.network or facts[one.flow.source].network,
                    u.message.author,
                    one.flow.received,
                )
                for one, u in understood
            )
            for (one, u), author in zip(understood, authors, strict=True):
                flow = one.flow
                done[one.id] = shape(one.id, flow.source, facts[flow.source], flow.received, author, u)
        prepared.items = [done[one.id] for one in new if one.id in done]

    def _understand(self, workspace: int, group: list[_New]) -> list[tuple[_New, Understood]]:
        lens = self.lenses.of(workspace)
        found = self.understander(lens, [one.message for one in group], [one.id for one in group])
        return list(zip(group, found, strict=True))

    def _find_edits(
        self, latest: dict[Key, tuple[Flow, Message]], known: dict[Key, int], prepared: Prepared
    ) -> None:
        if not known:
            return
        rows = self.connection.execute(SQL["stored_texts"], {"ids": list(known.values())})
        stored = {message: (title, text) for message, title, text in rows}
        for key, message_id in known.items():
            flow, message = latest[key]
            if message_id in stored and stored[message_id] != (message.title, message.text):
                one = _New(flow, message, message_id)
                for _, understood in self._understand(flow.workspace, [one]):
                    prepared.edits.append(Edit(flow, message_id, understood))


def _latest(flows: Iterable[Flow]) -> dict[Key, tuple[Flow, Message]]:
    """Return each message once, in order of first sight, with the last words it had in these flows."""
    latest: dict[Key, tuple[Flow, Message]] = {}
    for flow in flows:
        source = flow.source
        for message in flow.delivery.messages:
            latest[source, message.id] = (flow, message)
    return latest


def split(flows: list[Flow]) -> tuple[list[Flow], list[Flow]] | None:
    """Return the two halves of some flows, order kept; None where there is one single thing left."""
    if len(flows) > 1:
        return flows[: len(flows) // 2], flows[len(flows) // 2 :]
    flow = flows[0]
    messages, events = flow.delivery.messages, flow.delivery.events
    if len(messages) + len(events) < 2:
        return None
    cut = (len(messages) + 1) // 2
    first = Delivery(messages=messages[:cut]) if messages else Delivery(events=events[: len(events) // 2])
    second = Delivery(messages=messages[cut:], events=events if messages else events[len(events) // 2 :])
    return [replace(flow, delivery=first)], [replace(flow, delivery=second)]


def aside(workspace: int, source: int, place: str, delivery: Delivery, error: BaseException) -> Aside:
    """Return what is kept of something that could not be taken: all of it, to be tried again."""
    said = f"{type(error).__name__}: {error}".replace("\0", "")[:2_000]
    return Aside(workspace, source, place[:300], said, _encode(delivery).decode(), retryable=True)
