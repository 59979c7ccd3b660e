"""Topics: list, one, create, change, remove."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from palabre.core.query.parser import MAX_LENGTH
from palabre.desk.api.caller import Token, caller_of
from palabre.desk.api.forms import ERRORS, NO_NUL, Done, Id, Name
from palabre.desk.watch.access import access_topic_by_id
from palabre.desk.watch.actions import (
    do_add_topic,
    do_change_topic,
    do_pause_topic,
    do_remove_topic,
    do_resume_topic,
)
from palabre.desk.watch.selectors import topics_of

if TYPE_CHECKING:
    from palabre.desk.watch.models import Topic

router = Router(tags=["topics"])
READ, WRITE = Token("topics:read"), Token("topics:write")

Query = Annotated[str, Field(min_length=1, max_length=MAX_LENGTH, pattern=NO_NUL)]
State = Literal["active", "paused"]


class TopicOut(Schema):
    """A standing query. Its version rises when its query changes."""

    id: int
    name: str
    query: str
    state: State
    version: int
    created_at: datetime
    updated_at: datetime


class TopicIn(Schema):
    """A topic to add. The query must be readable."""

    name: Name
    query: Query


class TopicChange(Schema):
    """What to change; what is absent stays."""

    name: Name | None = None
    query: Query | None = None
    state: State | None = None


@router.get("/topics", response={200: list[TopicOut], **ERRORS}, auth=READ, operation_id="list_topics")
def list_topics(request: HttpRequest) -> Any:
    """List the topics by name."""
    return [topic_out(one) for one in topics_of(caller_of(request).workspace.pk)]


@router.post("/topics", response={201: TopicOut, **ERRORS}, auth=WRITE, operation_id="add_topic")
def add_topic(request: HttpRequest, payload: TopicIn) -> Any:
    """Add a topic: messages are matched with it from now on."""
    made = do_add_topic(actor=caller_of(request).actor, name=payload.name, query=payload.query)
    made.refresh_from_db()
    return Status(201, topic_out(made))


@router.get("/topics/{topic}", response={200: TopicOut, **ERRORS}, auth=READ, operation_id="get_topic")
def get_topic(request: HttpRequest, topic: Id) -> Any:
    """Give one topic."""
    return topic_out(access_topic_by_id(caller_of(request).actor, topic))


@router.patch("/topics/{topic}", response={200: TopicOut, **ERRORS}, auth=WRITE, operation_id="change_topic")
def change_topic(request: HttpRequest, topic: Id, payload: TopicChange) -> Any:
    """Change a topic, pause it, resume it."""
    actor = caller_of(request).actor
    found = access_topic_by_id(actor, topic)
    changed = do_change_topic(actor=actor, topic=found, name=payload.name, query=payload.query)
    if payload.state is not None:
        turn = do_pause_topic if payload.state == "paused" else do_resume_topic
        turn(actor=actor, topic=changed)
    changed.refresh_from_db()
    return topic_out(changed)


@router.delete("/topics/{topic}", response={200: Done, **ERRORS}, auth=WRITE, operation_id="remove_topic")
def remove_topic(request: HttpRequest, topic: Id) -> Any:
    """Remove a topic for good; the messages that it matched stay."""
    actor = caller_of(request).actor
    do_remove_topic(actor=actor, topic=access_topic_by_id(actor, topic))
    return {"changed": True}


def topic_out(topic: "Topic") -> dict[str, Any]:
    """Return a topic as the API gives it."""
    names = ("name", "query", "state", "version", "created_at", "updated_at")
    return {"id": topic.pk, **{name: getattr(topic, name) for name in names}}
