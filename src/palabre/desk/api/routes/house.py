"""The rest of the house: ping, authors, counts, members, audit log."""

import json
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema
from pydantic import AwareDatetime, BeforeValidator

from palabre import __version__
from palabre.desk.api.caller import Token, caller_of
from palabre.desk.api.errors import Problem
from palabre.desk.api.forms import BIGGEST, ERRORS, NO_NUL, PAGE, Cursor, Id, Limit
from palabre.desk.api.schemas import AuthorOut, author_out
from palabre.desk.audit.selectors import check_chain, entries
from palabre.desk.messages.access import access_author_by_id
from palabre.desk.messages.selectors import history_of
from palabre.desk.people.selectors import members_of
from palabre.desk.sources.selectors import sources_of
from palabre.desk.watch.counts import counts_between

router = Router()
ANY, MESSAGES = Token(), Token("messages:read")

#: Buckets that one call may ask for.
MOST_BUCKETS = 10_000
STEPS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}


def _written_out(given: object) -> object:
    """Refuse a bare number: nobody can tell seconds from milliseconds for us."""
    if isinstance(given, str) and given.replace(".", "", 1).lstrip("+-").isdigit():
        raise ValueError("Write a moment as 2026-03-14T09:26:00Z.")
    return given


Moment = Annotated[AwareDatetime, BeforeValidator(_written_out)]


class Pong(Schema):
    """What the token opens, and with what."""

    version: str
    workspace: str
    name: str
    person: str
    role: str
    scopes: list[str]


class AuthorFull(AuthorOut):
    """An author and how their messages stand: ``messages`` counts the latest ones, 5,000 at most."""

    messages: int
    decisions: dict[str, int]


class CountFilters(Schema):
    """Which counts: a stretch of time (default: the last day), its steps, one topic or one source or all."""

    start: Moment | None = None
    end: Moment | None = None
    step: Literal["minute", "hour", "day"] = "hour"
    topic: int = Field(0, ge=0, le=BIGGEST, description="0: all messages.")
    source: int = Field(0, ge=0, le=BIGGEST, description="0: all sources.")


class Bucket(Schema):
    """How many messages in one step of time, which begins at ``at``."""

    at: datetime
    count: int


class MemberOut(Schema):
    """Someone of the team."""

    person: int
    name: str
    email: str
    role: Literal["owner", "lead", "moderator", "analyst", "client"]
    since: datetime


class EntryOut(Schema):
    """A row of the audit log. ``hash`` follows from the row before: see docs/reference/api.md."""

    number: int
    at: datetime
    person: int | None
    verb: str
    object: str
    detail: Any
    hash: str


class EntryPage(Schema):
    """A page of the log, newest first; ``next`` is the cursor of the page after, null on the last one."""

    items: list[EntryOut]
    next: int | None


class ChainOut(Schema):
    """A check of the whole log: ``broken`` is the number of the first row that does not follow, null when sound."""

    rows: int
    broken: int | None


@router.get("/ping", response={200: Pong, **ERRORS}, auth=ANY, tags=["house"], operation_id="ping")
def ping(request: HttpRequest) -> Any:
    """Say what the token opens."""
    caller = caller_of(request)
    return {
        "version": __version__,
        "workspace": caller.workspace.slug,
        "name": caller.workspace.name,
        "person": caller.scope.person.email,
        "role": caller.scope.role,
        "scopes": caller.token.scopes,
    }


@router.get(
    "/authors/{author}",
    response={200: AuthorFull, **ERRORS},
    auth=MESSAGES,
    tags=["authors"],
    operation_id="get_author",
)
def get_author(request: HttpRequest, author: Id) -> Any:
    """Give an author and how their messages stand."""
    found = access_author_by_id(caller_of(request).scope, author)
    history = history_of(found)
    return {**author_out(found), "messages": history.total, "decisions": history.decisions}


@router.get(
    "/counts", response={200: list[Bucket], **ERRORS}, auth=MESSAGES, tags=["counts"], operation_id="list_counts"
)
def list_counts(request: HttpRequest, filters: Query[CountFilters]) -> Any:
    """Count messages by minute, hour or day; steps without messages are given with 0."""
    step = STEPS[filters.step]
    start, end = _stretch(filters.start, filters.end, step)
    sources = [source.pk for source in sources_of(caller_of(request).workspace.pk, removed=True)]
    wanted = [source for source in sources if filters.source in (0, source)]
    counts = counts_between(wanted, filters.topic, start, end, step)
    return [{"at": start + place * step, "count": count} for place, count in enumerate(counts)]


@router.get(
    "/members",
    response={200: list[MemberOut], **ERRORS},
    auth=Token("members:read"),
    tags=["members"],
    operation_id="list_members",
)
def list_members(request: HttpRequest) -> Any:
    """List the team."""
    return [
        {
            "person": member.person_id,
            "name": member.person.name,
            "email": member.person.email,
            "role": member.role,
            "since": member.created_at,
        }
        for member in members_of(caller_of(request).workspace.pk)
    ]


@router.get(
    "/audit",
    response={200: EntryPage, **ERRORS},
    auth=Token("audit:read"),
    tags=["audit"],
    operation_id="list_audit",
)
def list_audit(
    request: HttpRequest,
    cursor: Cursor = None,
    limit: Limit = PAGE,
    verb: Annotated[str, Query(max_length=60, pattern=NO_NUL)] = "",
) -> Any:
    """List the audit log, newest first; ``verb`` keeps one verb or one family of verbs."""
    found = entries(caller_of(request).workspace.pk, before=cursor, verb=verb, limit=limit)
    following = found[-1].number if len(found) == limit else None
    return {"items": [_entry(one) for one in found], "next": following}


@router.get(
    "/audit/check",
    response={200: ChainOut, **ERRORS},
    auth=Token("audit:read"),
    tags=["audit"],
    operation_id="check_audit",
)
def check_audit(request: HttpRequest) -> Any:
    """Compute the whole log's hashes again."""
    chain = check_chain(caller_of(request).workspace.pk)
    return {"rows": chain.rows, "broken": chain.broken}


def _stretch(start: datetime | None, end: datetime | None, step: timedelta) -> tuple[datetime, datetime]:
    """Return the stretch asked for. Raises the 422 where it is upside down or too long for its steps."""
    until = end or timezone.now()
    try:
        since = start or until - timedelta(days=1)
    except OverflowError as error:
        raise Problem(422, "invalid", _("This moment is out of range."), "end") from error
    if until <= since:
        raise Problem(422, "invalid", _("The end comes before the start."), "end")
    if (until - since) / step > MOST_BUCKETS:
        text = _("This is more than %(most)s steps: choose longer steps or a shorter stretch.")
        raise Problem(422, "invalid", text % {"most": MOST_BUCKETS}, "step")
    return since, until


def _entry(entry: Any) -> dict[str, Any]:
    names = ("number", "at", "verb", "object")
    return {
        **{name: getattr(entry, name) for name in names},
        "person": entry.person_id,
        "detail": json.loads(entry.detail),
        "hash": bytes(entry.hash).hex(),
    }
