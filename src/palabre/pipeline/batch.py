"""A batch on its way from intake to the tables: what is known of it before it is understood. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

import msgspec
from msgspec import Raw, Struct

from palabre.core.model import Author, Delivery, Event
from palabre.pipeline.exchange import Excerpt, Wanted

Key = tuple[int, str]

_ENVELOPE = b'{"messages":[', b"]}"


class Brief(Struct, frozen=True):
    """What must be known of a message to look it up; the rest of it is read by who understands it."""

    id: str
    published: datetime
    network: str = ""
    author: Author | None = None


class Letter(Struct, frozen=True):
    """An intake row's JSON, read in brief."""

    messages: tuple[Brief, ...] = ()
    events: tuple[Event, ...] = ()


class _Unread(Struct, frozen=True):
    messages: tuple[Raw, ...] = ()


read_letter = msgspec.json.Decoder(Letter).decode
_read_unread = msgspec.json.Decoder(_Unread).decode
_read_delivery = msgspec.json.Decoder(Delivery).decode
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Flow:
    """One intake row, read in brief. ``first`` is the place in the delivery of the first of ``messages``."""

    intake: int
    workspace: int
    source: int
    received: datetime
    payload: bytes
    messages: tuple[Brief, ...]
    events: tuple[Event, ...] = ()
    first: int = 0

    def things(self) -> int:
        """Count what can fail by itself."""
        return len(self.messages) + len(self.events)


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


@dataclass(slots=True)
class Placed:
    """A message of a flow: its place there, and the ids of it and of its author."""

    flow: Flow
    place: int
    brief: Brief
    id: int = 0
    author: int | None = None

    @property
    def wanted(self) -> Wanted:
        """This message as it is asked of a mind."""
        return self.place, self.id, self.author


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mind needs of a source, wherever it thinks."""

    network: str
    moderated: bool


@dataclass(slots=True)
class Batch:
    """Messages looked up and numbered. ``intake`` rows go in the transaction that writes the last of it."""

    intake: list[int] = field(default_factory=list)
    new: list[Placed] = field(default_factory=list)
    edits: list[Placed] = field(default_factory=list)
    events: list[tuple[Flow, Event]] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    facts: dict[int, Facts] = field(default_factory=dict)

    def size(self) -> int:
        """Count what can fail by itself."""
        return len(self.new) + len(self.edits) + len(self.events)

    def halves(self) -> tuple["Batch", "Batch"]:
        """Split in two, order kept; the second half carries the intake rows. Written twice is written once."""
        cut = max(1, self.size() // 2)
        edits = max(0, cut - len(self.new))
        events = max(0, edits - len(self.edits))
        first = Batch([], self.new[:cut], self.edits[:edits], self.events[:events], [], self.facts)
        rest = self.new[cut:], self.edits[edits:], self.events[events:]
        return first, Batch(self.intake, *rest, self.asides, self.facts)

    def excerpts(self) -> list[Excerpt]:
        """Return what is to be understood of each flow, in order."""
        found: dict[int, tuple[Flow, list[Wanted], list[Wanted]]] = {}
        for one in self.new:
            found.setdefault(one.flow.intake, (one.flow, [], []))[1].append(one.wanted)
        for one in self.edits:
            found.setdefault(one.flow.intake, (one.flow, [], []))[2].append(one.wanted)
        return [self._excerpt(*parts) for parts in found.values()]

    def _excerpt(self, flow: Flow, new: list[Wanted], edits: list[Wanted]) -> Excerpt:
        facts = self.facts[flow.source]
        source = flow.workspace, flow.source, facts.network, facts.moderated
        return Excerpt(*source, flow.received, flow.payload, new, edits)

    def keys(self) -> set[Key]:
        """Return the keys of the new messages."""
        return {(one.flow.source, one.brief.id) for one in self.new}

    def alone(self, error: str) -> "Batch":
        """Return what to write instead of a batch of one that cannot be."""
        return Batch(self.intake, asides=[*self.asides, self._last(error)])

    def _last(self, error: str) -> Aside:
        for one in [*self.new, *self.edits]:
            return aside(one.flow, one.brief.id, one_message(one.flow.payload, one.place), error)
        flow, event = self.events[0]
        return aside(flow, event.target, _encode(Delivery(events=(event,))), error)


def described(error: BaseException) -> str:
    """Return the class and the words of an error, as they are kept."""
    return f"{type(error).__name__}: {error}".replace("\0", "")[:2_000]


def aside(flow: Flow, place: str, payload: bytes, error: str) -> Aside:
    """Return what is kept of something that could not be taken: to be tried again where it can be read."""
    kept = payload.decode("utf-8", "replace")
    return Aside(flow.workspace, flow.source, place[:300], error, kept, retryable=_readable(payload))


def _readable(payload: bytes) -> bool:
    try:
        _read_delivery(payload)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return True


def raw_messages(payload: bytes) -> tuple[Raw, ...]:
    """Return the messages of a delivery's JSON, unread: one that breaks its bounds does not hide the others."""
    return _read_unread(payload).messages


def one_message(payload: bytes, place: int) -> bytes:
    """Return the JSON of a delivery that holds only the message at ``place``."""
    return bytes(raw_messages(payload)[place]).join(_ENVELOPE)


def last_words(flow: Flow, error: str) -> Aside:
    """Return what is kept of a flow with one single thing in it."""
    if flow.messages:
        return aside(flow, flow.messages[0].id, one_message(flow.payload, flow.first), error)
    event = flow.events[0] if flow.events else None
    kept = _encode(Delivery(events=(event,))) if event else flow.payload
    return aside(flow, event.target if event else "", kept, error)


def split(flows: list[Flow]) -> tuple[list[Flow], list[Flow]] | None:
    """Return the two halves of some flows, order kept; None where there is one single thing left."""
    if len(flows) > 1:
        return flows[: len(flows) // 2], flows[len(flows) // 2 :]
    flow = flows[0]
    if flow.things() < 2:
        return None
    cut = (len(flow.messages) + 1) // 2
    before = 0 if flow.messages else len(flow.events) // 2
    first = replace(flow, messages=flow.messages[:cut], events=flow.events[:before])
    second = replace(flow, messages=flow.messages[cut:], events=flow.events[before:], first=flow.first + cut)
    return [first], [second]


def latest(flows: Iterable[Flow]) -> dict[Key, Placed]:
    """Return each message once, in order of first sight, with the last words it had in these flows."""
    found: dict[Key, Placed] = {}
    for flow in flows:
        source = flow.source
        for place, brief in enumerate(flow.messages, flow.first):
            found[source, brief.id] = Placed(flow, place, brief)
    return found
