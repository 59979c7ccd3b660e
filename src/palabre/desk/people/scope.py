"""The scope of a request: which person, in which workspace, with which role; and the same said to the database.

The whole request runs in one transaction in which ``app.person`` and ``app.workspace`` are set, so that the
row-level security of the store shows and takes only rows of that workspace.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import Func, TextField, Value
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation

from palabre.desk.people.models import Member, Person, Workspace
from palabre.desk.people.permissions import ROLES, Permission, allowed
from palabre.desk.people.tickets import keep_ticket


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, where: what every ``do_*`` needs. ``person_id`` is None for a rule."""

    workspace_id: int
    person_id: int | None
    role: str

    def may(self, permission: Permission) -> bool:
        """Tell whether this role holds that permission."""
        return allowed(self.role, permission)


@dataclass(frozen=True, slots=True)
class Scope:
    """The open workspace of a request."""

    workspace: Workspace
    person: Person
    role: str

    @property
    def actor(self) -> Actor:
        """Return the actor of this scope."""
        return Actor(self.workspace.pk, self.person.pk, self.role)

    @property
    def permissions(self) -> frozenset[Permission]:
        """Return all that this role may do, for templates: ``{% if "source.manage" in scope.permissions %}``."""
        return ROLES.get(self.role, frozenset())

    def may(self, permission: Permission) -> bool:
        """Tell whether the person's role in this workspace holds that permission."""
        return allowed(self.role, permission)


class DeskRequest(HttpRequest):
    """A request that went through ``ScopeMiddleware``; ``scope`` is None outside ``/w/<slug>/``.

    ``came_in`` tells whether somebody was signed in when it arrived.
    """

    scope: Scope | None
    came_in: bool


def person_of(request: HttpRequest) -> Person:
    """Return who is signed in; 404 where nobody is (pages that call it ask for the sign-in first)."""
    if not isinstance(request.user, Person):
        raise Http404
    return request.user


def scope_of(request: HttpRequest) -> Scope:
    """Return the request's scope; 404 where there is none, the same as for an unknown workspace."""
    scope = cast(DeskRequest, request).scope
    if scope is None:
        raise Http404
    return scope


@contextmanager
def scoped(person_id: int | None, workspace_id: int | None) -> Iterator[None]:
    """Open a transaction in which the database shows only what this person may see in this workspace."""
    with _announcing(), transaction.atomic():
        set_scope(person_id, workspace_id)
        yield
        _say_pending()


def set_scope(person_id: int | None, workspace_id: int | None) -> None:
    """Tell the database who asks, until the end of the present transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.person', %s, true), set_config('app.workspace', %s, true)",
            [str(person_id or ""), str(workspace_id or "")],
        )


#: The same as ``open_scope`` asks, for who needs no more than this of a workspace.
_ENTER = """
    SELECT m.workspace_id, m.role, set_config('app.workspace', m.workspace_id::text, true)
    FROM member m JOIN workspace w ON w.id = m.workspace_id JOIN person p ON p.id = m.person_id
    WHERE m.person_id = %s AND w.slug = %s AND p.is_active
"""

#: The workspace of the row found, told to the database until the end of the transaction. It stands in the list of
#: what is selected: computed for a row that has passed row-level security and the filters, for no other.
_TOLD = Func(
    Value("app.workspace"),
    Cast("workspace_id", TextField()),
    Value(True),
    function="set_config",
    output_field=TextField(),
)


def enter(person_id: int, slug: str) -> tuple[int | None, str]:
    """Open the workspace called ``slug`` for a person of whom the database knows that they ask (``scoped``).

    Returns its number and the person's role; None and "" when absent or not theirs, alike.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ENTER, [person_id, slug])
        found = cursor.fetchone()
    return (found[0], found[1]) if found else (None, "")


def open_scope(person: Person, slug: str) -> Scope:
    """Return the scope of ``person`` in the workspace called ``slug``; 404 when absent or not theirs, alike.

    The database knows already that this person asks (``ScopeMiddleware``), and shows what they are a member of. It
    is told of the workspace as it finds it, in one round trip; where nothing is found, of none.
    """
    found = Member.objects.select_related("workspace").filter(person=person, workspace__slug=slug)
    member = found.annotate(told=_TOLD).first()
    if member is None:
        raise Http404
    return Scope(member.workspace, person, member.role)


#: What the present transaction will tell the browsers. The database lets one transaction at a time announce, so
#: that browsers hear in commit order: hence announcements are kept back and said last, to hold that lock briefly.
_pending: ContextVar[list[tuple[str, str]] | None] = ContextVar("pending", default=None)


def announce_on_commit(kind: str, **body: Any) -> None:
    """Tell every browser of the open workspace, if and when the present transaction commits. Ids only, no texts."""
    pending = _pending.get()
    if pending is None:
        raise RuntimeError("announce_on_commit is called inside a request or inside scoped().")
    pending.append((kind, json.dumps(body, separators=(",", ":"))))


@contextmanager
def _announcing() -> Iterator[None]:
    token = _pending.set([])
    try:
        yield
    finally:
        _pending.reset(token)


def tell_workers(**ids: int) -> None:
    """Tell worker, collectors and gate, when the present transaction commits, that what they remember changed.

    That is: sources, topics, members, sessions.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('config', %s)", [json.dumps(ids, separators=(",", ":"))])


def _say_pending() -> None:
    pending = _pending.get() or []
    if pending:
        with connection.cursor() as cursor:
            cursor.executemany("SELECT announce_here(%s, %s)", pending)


class ScopeMiddleware:
    """Opens the transaction and the scope, and sets language and time zone for the person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Run the request in its transaction, rolled back where the answer is a server error."""
        desk = cast(DeskRequest, request)
        with _announcing(), transaction.atomic():
            self._enter(desk)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            else:
                _say_pending()
        keep_ticket(desk, response)
        return response

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, object]) -> None:
        """Open the workspace that the address names; the view receives no ``workspace`` argument."""
        slug = kwargs.pop("workspace", None)
        desk = cast(DeskRequest, request)
        if slug is not None and isinstance(desk.user, Person):
            desk.scope = open_scope(desk.user, str(slug))

    def _enter(self, request: DeskRequest) -> None:
        request.scope = None
        person = request.user
        request.came_in = isinstance(person, Person)
        if isinstance(person, Person):
            set_scope(person.pk, None)
            translation.activate(person.language)
            timezone.activate(ZoneInfo(person.timezone))
        else:
            translation.activate(translation.get_language_from_request(request))
            timezone.deactivate()  # a thread serves many people, one after the other
