"""Messages: list and search, one, its thread, revisions, decisions, payload; deciding and undoing."""

import json
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema, Status

from palabre.core.model import Kind
from palabre.desk.api.caller import Token, caller_of
from palabre.desk.api.forms import BIGGEST, ERRORS, NO_NUL, PAGE, Cursor, Id, Limit
from palabre.desk.api.reading import LAST, Wanted, find_messages
from palabre.desk.api.schemas import (
    DecisionOut,
    MessageBrief,
    MessageFull,
    RevisionOut,
    State,
    brief_out,
    decision_out,
    full_out,
    revision_out,
)
from palabre.desk.messages.access import access_message_by_id
from palabre.desk.messages.selectors import parents_of, replies_to, revisions_of
from palabre.desk.moderation.access import access_decision_by_id
from palabre.desk.moderation.actions import Verdict, do_decide_message, do_undo_decisions
from palabre.desk.moderation.selectors import decisions_of

router = Router(tags=["messages"])
READ, DECIDE = Token("messages:read"), Token("messages:decide")


class Filters(Schema):
    """Which messages to list; each filter may be given several times, and means any of its values."""

    q: str = Field("", max_length=2_000, pattern=NO_NUL, description="A query, in Palabre's query language.")
    source: list[Annotated[int, Field(ge=1, le=BIGGEST)]] = Field(default=[], max_length=100)
    author: list[Annotated[int, Field(ge=1, le=BIGGEST)]] = Field(default=[], max_length=100)
    topic: list[Annotated[int, Field(ge=1, le=BIGGEST)]] = Field(default=[], max_length=100)
    lang: list[Annotated[str, Field(max_length=12, pattern=NO_NUL)]] = Field(default=[], max_length=20)
    decision: list[State] = Field(default=[], max_length=5)
    kind: list[Kind] = Field(default=[], max_length=7)


class MessagePage(Schema):
    """A page of messages, newest first; ``next`` is the cursor of the page after, null on the last one."""

    items: list[MessageBrief]
    next: int | None


class Thread(Schema):
    """The conversation around a message: those above it, first one first, and the answers to it, oldest first."""

    above: list[MessageBrief]
    answers: list[MessageBrief]


class Raw(Schema):
    """The source's own payload, null where none was kept."""

    raw: Any


class DecisionIn(Schema):
    """What to decide. Removing cites an article of the charter in ``reason``.

    ``revision`` is that of the text that was read, as the message gives it: where it is another by now, nothing is
    decided.
    """

    action: Literal["approve", "remove", "hold"]
    reason: str = Field("", max_length=100, pattern=NO_NUL)
    note: str = Field("", max_length=2_000, pattern=NO_NUL)
    revision: int | None = Field(None, ge=1, le=32_767)


class Undone(Schema):
    """The message's new state, after a decision was taken back."""

    message: int
    decision: State


@router.get("/messages", response={200: MessagePage, **ERRORS}, auth=READ, operation_id="list_messages")
def list_messages(request: HttpRequest, filters: Query[Filters], cursor: Cursor = None, limit: Limit = PAGE) -> Any:
    """List or search messages, newest first."""
    wanted = Wanted(
        query=filters.q,
        before=cursor or LAST,
        sources=filters.source,
        langs=filters.lang,
        authors=filters.author,
        decisions=filters.decision,
        kinds=filters.kind,
        topics=filters.topic,
    )
    found, following = find_messages(wanted, limit)
    return {"items": [brief_out(message) for message in found], "next": following}


@router.get("/messages/{message}", response={200: MessageFull, **ERRORS}, auth=READ, operation_id="get_message")
def get_message(request: HttpRequest, message: Id) -> Any:
    """Give one message with its signals, its matches and the addends of its priority."""
    return full_out(access_message_by_id(caller_of(request).scope, message))


@router.get("/messages/{message}/thread", response={200: Thread, **ERRORS}, auth=READ, operation_id="get_thread")
def get_thread(request: HttpRequest, message: Id) -> Any:
    """Give the messages above and the answers."""
    found = access_message_by_id(caller_of(request).scope, message)
    return {
        "above": [brief_out(one) for one in parents_of(found)],
        "answers": [brief_out(one) for one in replies_to(found)],
    }


@router.get(
    "/messages/{message}/revisions",
    response={200: list[RevisionOut], **ERRORS},
    auth=READ,
    operation_id="list_revisions",
)
def list_revisions(request: HttpRequest, message: Id) -> Any:
    """List the texts that the message had, oldest first (empty where it never changed)."""
    found = access_message_by_id(caller_of(request).scope, message)
    return [revision_out(one) for one in revisions_of(found)]


@router.get("/messages/{message}/raw", response={200: Raw, **ERRORS}, auth=READ, operation_id="get_raw")
def get_raw(request: HttpRequest, message: Id) -> Any:
    """Give the source's own payload. The person who answers for the token must be allowed to see it."""
    caller = caller_of(request)
    caller.must("message.raw")
    found = access_message_by_id(caller.scope, message)
    return {"raw": json.loads(found.raw) if found.raw else None}


@router.get(
    "/messages/{message}/decisions",
    response={200: list[DecisionOut], **ERRORS},
    auth=READ,
    operation_id="list_decisions",
)
def list_decisions(request: HttpRequest, message: Id) -> Any:
    """List what was decided on the message, oldest first."""
    found = access_message_by_id(caller_of(request).scope, message)
    return [decision_out(one) for one in decisions_of([found.pk])]


@router.post(
    "/messages/{message}/decisions",
    response={201: DecisionOut, **ERRORS},
    auth=DECIDE,
    operation_id="decide_message",
)
def decide_message(request: HttpRequest, message: Id, payload: DecisionIn) -> Any:
    """Decide on a message that waits. 409 where someone was first or has it open, or where it was edited since."""
    caller = caller_of(request)
    found = access_message_by_id(caller.scope, message)
    verdict = Verdict.read(payload.action, payload.reason, payload.note, payload.revision)
    made = do_decide_message(actor=caller.actor, message_id=found.pk, verdict=verdict)
    made.refresh_from_db()
    return Status(201, decision_out(made))


@router.post(
    "/decisions/{decision}/undo", response={200: Undone, **ERRORS}, auth=DECIDE, operation_id="undo_decision"
)
def undo_decision(request: HttpRequest, decision: Id) -> Any:
    """Take a decision back, where it still stands last on its message."""
    caller = caller_of(request)
    found = access_decision_by_id(caller.actor, decision)
    states = do_undo_decisions(actor=caller.actor, decision_ids=[found.pk])
    return {"message": found.message_id, "decision": states[found.message_id]}
