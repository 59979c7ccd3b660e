"""Sources: list, one, create, change, pause, resume, remove; items set aside."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status

from palabre.connectors.registry import KEYS, connector
from palabre.desk.api.caller import Token, caller_of
from palabre.desk.api.errors import Problem
from palabre.desk.api.forms import ERRORS, NO_NUL, PAGE, Cursor, Done, Id, Limit, Name
from palabre.desk.sources.access import access_set_aside_by_id, access_source_by_id
from palabre.desk.sources.actions import (
    do_add_source,
    do_change_source,
    do_dismiss_items,
    do_pause_source,
    do_remove_source,
    do_resume_source,
    do_retry_items,
)
from palabre.desk.sources.selectors import Overview, items_of, overviews, sources_of

if TYPE_CHECKING:
    from palabre.desk.sources.models import SetAside

router = Router(tags=["sources"])
READ, WRITE = Token("sources:read"), Token("sources:write")

Text = Annotated[str, Field(max_length=100_000, pattern=NO_NUL)]
Key = Annotated[str, Field(min_length=1, max_length=80, pattern=NO_NUL)]
Given = Annotated[dict[Key, Text | bool | int | float | list[Text]], Field(max_length=50)]


class HealthOut(Schema):
    """How a source is doing: ``lag`` in seconds, ``progress`` 0..1 for a file, ``rate`` by minute over an hour."""

    state: Literal["good", "waiting", "error", "paused", "done", "reading"]
    received: int
    last_received_at: datetime | None
    last_success_at: datetime | None
    lag: float | None
    progress: float | None
    rate: list[int]
    set_aside: int
    gaps: int
    error_class: str | None
    error_text: str | None
    error_at: datetime | None


class SourceOut(Schema):
    """A source. Secrets are never given: ``has_secrets`` tells whether there are any."""

    id: int
    public_id: str
    name: str
    connector: str
    network: str
    settings: dict[str, Any]
    has_secrets: bool
    state: Literal["active", "paused", "done"]
    moderated: bool
    created_at: datetime
    health: HealthOut


class SourceIn(Schema):
    """A source to add. ``settings`` holds the connector's settings and secrets together."""

    name: Name
    connector: Literal["feed", "mail", "twitch", "webhook", "demo"]
    settings: Given = Field(default={})
    moderated: bool = True


class SourceChange(Schema):
    """What to change; what is absent stays. ``settings`` replaces them all, but for secrets that are not given."""

    name: Name | None = None
    settings: Given | None = None
    moderated: bool | None = None


class ItemOut(Schema):
    """Something that could not be taken, with its error and what was received."""

    id: int
    at: datetime
    place: str
    error: str
    payload: str
    retryable: bool
    tried: int


class ItemPage(Schema):
    """A page of items, oldest first; ``next`` is the cursor of the page after, null on the last one."""

    items: list[ItemOut]
    next: int | None


@router.get("/sources", response={200: list[SourceOut], **ERRORS}, auth=READ, operation_id="list_sources")
def list_sources(request: HttpRequest) -> Any:
    """List the sources with their health."""
    return [source_out(one) for one in overviews(sources_of(caller_of(request).workspace.pk))]


@router.post("/sources", response={201: SourceOut, **ERRORS}, auth=WRITE, operation_id="add_source")
def add_source(request: HttpRequest, payload: SourceIn) -> Any:
    """Add a source; files are added in the interface, where their columns are confirmed."""
    made = do_add_source(
        actor=caller_of(request).actor,
        connector=payload.connector,
        name=payload.name,
        given=payload.settings,
        moderated=payload.moderated,
        strict=True,
    )
    return Status(201, source_out(overviews([made])[0]))


@router.get("/sources/{source}", response={200: SourceOut, **ERRORS}, auth=READ, operation_id="get_source")
def get_source(request: HttpRequest, source: Id) -> Any:
    """Give one source with its health."""
    return source_out(overviews([access_source_by_id(caller_of(request).actor, source)])[0])


@router.patch("/sources/{source}", response={200: SourceOut, **ERRORS}, auth=WRITE, operation_id="change_source")
def change_source(request: HttpRequest, source: Id, payload: SourceChange) -> Any:
    """Change a source; it is collected again at once."""
    actor = caller_of(request).actor
    found = access_source_by_id(actor, source)
    if payload.settings is not None and found.connector == "file":
        raise Problem(409, "refused", _("The settings of a file are changed in the interface."))
    changed = do_change_source(
        actor=actor,
        source=found,
        name=payload.name,
        moderated=payload.moderated,
        given=payload.settings,
        strict=True,
    )
    return source_out(overviews([changed])[0])


@router.post("/sources/{source}/pause", response={200: Done, **ERRORS}, auth=WRITE, operation_id="pause_source")
def pause_source(request: HttpRequest, source: Id) -> Any:
    """Stop collecting."""
    actor = caller_of(request).actor
    return {"changed": do_pause_source(actor=actor, source=access_source_by_id(actor, source))}


@router.post("/sources/{source}/resume", response={200: Done, **ERRORS}, auth=WRITE, operation_id="resume_source")
def resume_source(request: HttpRequest, source: Id) -> Any:
    """Collect again."""
    actor = caller_of(request).actor
    return {"changed": do_resume_source(actor=actor, source=access_source_by_id(actor, source))}


@router.delete("/sources/{source}", response={200: Done, **ERRORS}, auth=WRITE, operation_id="remove_source")
def remove_source(request: HttpRequest, source: Id) -> Any:
    """Take a source out of the list; its messages stay."""
    actor = caller_of(request).actor
    return {"changed": do_remove_source(actor=actor, source=access_source_by_id(actor, source))}


@router.get(
    "/sources/{source}/set-aside", response={200: ItemPage, **ERRORS}, auth=READ, operation_id="list_set_aside"
)
def list_set_aside(request: HttpRequest, source: Id, cursor: Cursor = None, limit: Limit = PAGE) -> Any:
    """List what was set aside, oldest first. Payloads are given to who may see what sources send."""
    caller = caller_of(request)
    found = items_of(access_source_by_id(caller.actor, source), after=cursor or 0, limit=limit)
    readable = caller.actor.may("message.raw")
    following = found[-1].pk if len(found) == limit else None
    return {"items": [_item(one, readable) for one in found], "next": following}


@router.post(
    "/sources/{source}/set-aside/{item}/retry",
    response={200: Done, **ERRORS},
    auth=WRITE,
    operation_id="retry_item",
)
def retry_item(request: HttpRequest, source: Id, item: Id) -> Any:
    """Hand an item to the intake again; ``changed`` is false where it cannot be retried."""
    actor = caller_of(request).actor
    found = access_source_by_id(actor, source)
    items = [access_set_aside_by_id(actor, found, item)]
    return {"changed": bool(do_retry_items(actor=actor, source=found, items=items))}


@router.post(
    "/sources/{source}/set-aside/{item}/dismiss",
    response={200: Done, **ERRORS},
    auth=WRITE,
    operation_id="dismiss_item",
)
def dismiss_item(request: HttpRequest, source: Id, item: Id) -> Any:
    """Close an item without trying it again."""
    actor = caller_of(request).actor
    found = access_source_by_id(actor, source)
    items = [access_set_aside_by_id(actor, found, item)]
    return {"changed": bool(do_dismiss_items(actor=actor, source=found, items=items))}


def source_out(one: Overview) -> dict[str, Any]:
    """Return a source as the API gives it: only the settings that its connector declares, and no secret."""
    names = ("name", "connector", "network", "state", "moderated", "created_at")
    return {
        "id": one.source.pk,
        "public_id": str(one.source.public_id),
        **{name: getattr(one.source, name) for name in names},
        "settings": _declared(one.source.connector, one.source.settings),
        "has_secrets": one.source.secrets is not None,
        "health": _health(one),
    }


def _declared(key: str, settings: dict[str, Any]) -> dict[str, Any]:
    if key not in KEYS:
        return {}
    names = {asked.name for asked in connector(key).manifest.fields if asked.kind not in ("secret", "file")}
    return {name: value for name, value in settings.items() if name in names}


def _health(one: Overview) -> dict[str, Any]:
    health, row = one.health, one.row
    names = ("last_received_at", "last_success_at", "error_class", "error_text", "error_at")
    return {
        "state": health.state,
        "received": row.received if row else 0,
        **{name: getattr(row, name) if row else None for name in names},
        "lag": health.lag.total_seconds() if health.lag else None,
        "progress": health.progress,
        "rate": list(health.rate),
        "set_aside": health.set_aside,
        "gaps": health.gaps,
    }


def _item(item: "SetAside", readable: bool) -> dict[str, Any]:
    names = ("at", "place", "error", "retryable", "tried")
    payload = item.payload if readable else ""
    return {"id": item.pk, "payload": payload, **{name: getattr(item, name) for name in names}}
