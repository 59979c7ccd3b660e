"""The shapes of what the API gives: messages, authors, decisions."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from ninja import Schema

if TYPE_CHECKING:
    from palabre.desk.messages.models import Author, Message, Revision
    from palabre.desk.moderation.models import Decision


State = Literal["none", "pending", "approve", "remove", "hold"]


class AuthorOut(Schema):
    """Who said it, in one network."""

    id: int
    network: str
    key: str
    name: str
    url: str
    followers: int | None
    first_seen: datetime


class MessageBrief(Schema):
    """A message as lists show it. ``text`` is its beginning where ``truncated``."""

    id: int
    source: int
    external_id: str
    published: datetime
    received: datetime
    deleted_at: datetime | None
    kind: str
    visibility: str
    network: str
    lang: str
    author: AuthorOut | None
    title: str
    text: str
    truncated: bool
    url: str
    place: str
    thread: str
    parent: str
    decision: State
    decided_at: datetime | None
    proposed: str
    article: str
    priority: int
    revision: int


class SignalOut(Schema):
    """What a message is, how sure (0..1), by which model, with its evidence (spans of the text, in characters)."""

    name: str
    score: float
    model: str
    evidence: list[Any]


class MatchOut(Schema):
    """A topic that the message answers, and the spans (start, end) that made it so."""

    topic: int
    spans: list[Any]


class MessageFull(MessageBrief):
    """A message with everything that was understood of it."""

    lead: str
    site: str
    country: str
    engagement: int | None
    reach: int | None
    parts: list[Any]
    attachments: list[Any]
    signals: list[SignalOut]
    matches: list[MatchOut]


class RevisionOut(Schema):
    """A text that the message had."""

    number: int
    at: datetime
    title: str
    text: str


class DecisionOut(Schema):
    """What a person, or a rule that was switched on, did about a message. ``undoes``: the decision taken back."""

    id: int
    message: int
    person: int | None
    action: Literal["approve", "remove", "hold", "undo"]
    reason: str
    note: str
    undoes: int | None
    at: datetime


def author_out(author: "Author") -> dict[str, Any]:
    """Return an author as the API gives them."""
    names = ("id", "network", "key", "name", "url", "followers", "first_seen")
    return {name: getattr(author, name) for name in names}


def brief_out(message: "Message") -> dict[str, Any]:
    """Return a message of a list: its text is the beginning that lists read."""
    head: str = message.head  # type: ignore[attr-defined]  # annotated by messages.selectors.brief
    length: int = message.length  # type: ignore[attr-defined]
    return {**_common(message), "text": head, "truncated": length > len(head)}


def full_out(message: "Message") -> dict[str, Any]:
    """Return a whole message."""
    names = ("lead", "site", "country", "engagement", "reach")
    return {
        **_common(message),
        "text": message.text,
        "truncated": False,
        **{name: getattr(message, name) for name in names},
        "parts": _json(message.parts),
        "attachments": _json(message.attachments),
        "signals": [
            {"name": one.name, "score": one.score, "model": one.model, "evidence": _json(one.evidence)}
            for one in message.signals.order_by("-score")
        ],
        "matches": [
            {"topic": one.topic_id, "spans": _json(one.spans)} for one in message.matches.order_by("topic_id")
        ],
    }


def revision_out(revision: "Revision") -> dict[str, Any]:
    """Return a revision as the API gives it."""
    return {"number": revision.number, "at": revision.at, "title": revision.title, "text": revision.text}


def decision_out(decision: "Decision") -> dict[str, Any]:
    """Return a decision as the API gives it."""
    names = ("action", "reason", "note", "at")
    return {
        "id": decision.pk,
        "message": decision.message_id,
        "person": decision.person_id,
        "undoes": decision.undoes_id,
        **{name: getattr(decision, name) for name in names},
    }


_PLAIN = (
    *("id", "external_id", "published", "received", "deleted_at", "kind", "visibility", "network", "lang", "title"),
    *("url", "place", "thread", "parent", "decision", "decided_at", "proposed", "article", "priority", "revision"),
)


def _common(message: "Message") -> dict[str, Any]:
    author = message.author
    return {
        **{name: getattr(message, name) for name in _PLAIN},
        "source": message.source_id,
        "author": author_out(author) if author is not None else None,
    }


def _json(text: str) -> list[Any]:
    found = json.loads(text) if text else []
    return found if isinstance(found, list) else [found]
