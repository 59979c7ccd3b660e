"""The words that every floor speaks.

These are immutable ``msgspec`` structs rather than dataclasses: the same declaration decodes and validates
JSON at the door and costs a tenth of a frozen dataclass to build (docs/decisions/0003-messages-are-structs.md).

Texts are kept exactly as they were said. Spans (``start``, ``end``) count Python characters of that text.
Times are aware datetimes in UTC.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

Short = Annotated[str, Meta(max_length=300)]
Key = Annotated[str, Meta(min_length=1, max_length=500)]
Address = Annotated[str, Meta(max_length=4_000)]
Text = Annotated[str, Meta(max_length=1_000_000)]
Count = Annotated[int, Meta(ge=0, le=10**15)]

Kind = Literal["comment", "post", "private", "review", "article", "chat", "mail"]
Visibility = Literal["private", "public", "press"]
EventKind = Literal["delete", "ban", "restore"]
Action = Literal["approve", "remove", "hold"]


class Author(Struct, frozen=True, omit_defaults=True):
    """Who said it, as the network knows them. ``key`` is the network's own stable identifier."""

    key: Key
    name: Short = ""
    url: Address = ""
    followers: Count | None = None


class Message(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Anything said: comment, post, private message, review, article, chat line, mail.

    ``id`` is the source's own identifier: reading the same message again gives the same ``id``, and the same
    ``id`` with another text is an edit. ``thread`` and ``parent`` are identifiers of the same source.
    ``place`` names where it was said, for people ("sous « Déviation : les travaux … »").
    ``ours`` tells what the house itself wrote: it is shown like the rest and stands in no queue.
    ``raw`` is the source's payload, kept for those allowed to see it.
    """

    id: Key
    text: Text
    published: datetime
    kind: Kind = "comment"
    visibility: Visibility = "public"
    author: Author | None = None
    title: Annotated[str, Meta(max_length=2_000)] = ""
    lead: Annotated[str, Meta(max_length=10_000)] = ""
    url: Address = ""
    site: Short = ""
    thread: Annotated[str, Meta(max_length=500)] = ""
    parent: Annotated[str, Meta(max_length=500)] = ""
    place: Annotated[str, Meta(max_length=2_000)] = ""
    network: Annotated[str, Meta(max_length=50)] = ""
    lang: Annotated[str, Meta(max_length=12)] = ""
    country: Annotated[str, Meta(max_length=2)] = ""
    engagement: Count | None = None
    reach: Count | None = None
    first: bool = False
    ours: bool = False
    attachments: tuple["Attachment", ...] = ()
    raw: Mapping[str, Any] | None = None


class Attachment(Struct, frozen=True, omit_defaults=True):
    """A file or picture that came with a message: listed, never fetched nor kept."""

    name: Short
    media_type: Short = ""
    size: Count | None = None
    url: Address = ""


class Event(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something that happened to messages at their source: one deleted, or all of an author's by a ban.

    ``target`` is a message's id for ``delete`` and ``restore``, an author's key for ``ban``.
    """

    kind: EventKind
    target: Key
    at: datetime
    detail: Annotated[str, Meta(max_length=2_000)] = ""


class Gap(Struct, frozen=True):
    """A stretch of time when nothing could be collected, drawn on every curve."""

    start: datetime
    end: datetime
    reason: Short


class Reject(Struct, frozen=True, omit_defaults=True):
    """One thing of a source that could not be read: set aside with its error, shown, and may be retried."""

    where: Short
    error: Annotated[str, Meta(max_length=2_000)]
    payload: str = ""


class Delivery(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a connector hands over at once; it is committed with its ``cursor`` in one transaction.

    ``cursor`` says where to go on from; ``None`` leaves the stored one as it is.
    """

    messages: tuple[Message, ...] = ()
    events: tuple[Event, ...] = ()
    gaps: tuple[Gap, ...] = ()
    rejects: tuple[Reject, ...] = ()
    cursor: Mapping[str, Any] | None = None


class Evidence(Struct, frozen=True, omit_defaults=True):
    """The place in the text that speaks for a signal, and why. ``why`` is a stable key, translated by the desk."""

    start: int
    end: int
    why: str = ""


class Signal(Struct, frozen=True, omit_defaults=True):
    """What a message is (``hate``, ``question`` …), how sure (0..1), by which model, on what evidence."""

    name: str
    score: float
    model: str
    evidence: tuple[Evidence, ...] = ()


class Match(Struct, frozen=True):
    """A standing query that wants this message, and the spans that made it match.

    ``topic`` is the number of a topic, or, below zero, that of a rule (``palabre.core.charter.rules``).
    """

    topic: int
    spans: tuple[tuple[int, int], ...] = ()


class Part(Struct, frozen=True, omit_defaults=True):
    """One addend of a priority: a stable key and its points; of a rule also its id, and its name at that time."""

    why: str
    points: int
    rule: int = 0
    name: str = ""


class Proposal(Struct, frozen=True, omit_defaults=True):
    """What the machine suggests to the human, never more: an action or none, an article, a priority 0..100.

    ``parts`` sum to ``priority`` (bounded to 0..100), so that the number can be opened.
    """

    priority: int
    action: Action | None = None
    article: str = ""
    parts: tuple[Part, ...] = ()


class Reading(Struct, frozen=True, omit_defaults=True):
    """All that was understood of one message."""

    lang: str = ""
    near: int = 0
    signals: tuple[Signal, ...] = ()
    matches: tuple[Match, ...] = ()
    proposal: Proposal | None = None
