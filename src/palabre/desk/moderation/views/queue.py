"""The queue: its page, its further rows, one open message."""

from typing import get_args

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from palabre.desk.messages.access import access_message_by_id
from palabre.desk.messages.models import Message
from palabre.desk.messages.numbers import whole
from palabre.desk.moderation.decided import PAGE as PAGE_OF_DECIDED
from palabre.desk.moderation.decided import decided
from palabre.desk.moderation.panes import Pane
from palabre.desk.moderation.rows import Row, rows
from palabre.desk.moderation.selectors import PAGE, Order, Place, Tray, count_waiting, queue
from palabre.desk.moderation.sharing import shared_views
from palabre.desk.moderation.sieve import Sieve, parts_of, read_view, views_of
from palabre.desk.moderation.templatetags.charter import counted
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.web.context import Shell


@require_safe
@room("message.read")
def workspace_home(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Open the first room that the person may enter."""
    entries = Shell(scope, request.path).entries
    if not entries:
        raise Http404
    return redirect(entries[0].address)


@require_safe
@room("message.decide")
def queue_page(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the queue with one message open: the one asked for by ``?m=``, else the first that is free."""
    tray, order, sieve = _tray(request), _order(request), Sieve.read(request.GET)
    listed = rows(queue(scope.workspace.pk, tray, order, sieve=sieve), scope.person.pk)
    chosen = _chosen(request, scope, listed)
    context = {
        "tray": tray,
        "order": order,
        "sieve": sieve,
        "parts": parts_of(sieve, scope),
        "views": views_of(scope),
        "shared_views": shared_views(scope),
        "view": read_view(request.GET.urlencode()),
        "passing": count_waiting(scope.workspace.pk, tray, sieve) if sieve.query else None,
        "rows": listed[:PAGE],
        "more": _place(listed),
        "pane": Pane(chosen, scope) if chosen else None,
        "asked": "m" in request.GET,
        "waiting": _waiting(scope),
    }
    return render(request, "moderation/queue.html", context)


@require_safe
@room("message.decide")
def queue_more(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return the rows that come after ``?after=``, or the first ones, as ``{"html", "more"}``."""
    asked = request.GET.get("after", "")
    after = Place.read(asked)
    if asked and after is None:
        raise Http404
    sieve = Sieve.read(request.GET)
    found = queue(scope.workspace.pk, _tray(request), _order(request), after, sieve)
    listed = rows(found, scope.person.pk)
    return JsonResponse({"html": _html(request, listed[:PAGE]), "more": _place(listed)})


@require_safe
@room("message.decide")
def queue_pane(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    """Return one open message, without taking it: pages fetch the next one before it is needed."""
    pane = Pane(access_message_by_id(scope, message), scope)
    return render(request, "moderation/parts/pane.html", {"pane": pane})


@require_safe
@room("message.decide")
def decided_page(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show what was decided last: by the person, or with ``?all`` by the whole team."""
    mine = "all" not in request.GET
    found = decided(scope, mine, whole(request.GET.get("before", "")))
    older = found[PAGE_OF_DECIDED - 1].row.pk if len(found) > PAGE_OF_DECIDED else None
    context = {"done": found[:PAGE_OF_DECIDED], "mine": mine, "older": older}
    return render(request, "moderation/decided.html", context)


@require_safe
@room("message.read")
def counts(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return the counts of the rail, by room; ``?trays=1`` asks for those of the queue's trays as well."""
    told = {entry.room.key: entry.count for entry in Shell(scope, request.path).entries}
    if "trays" in request.GET and scope.may("message.decide"):
        told |= {f"tray-{tray}": counted(count) for tray, count in _waiting(scope).items()}
    return JsonResponse(told)


def _waiting(scope: Scope) -> dict[Tray, int]:
    return {tray: count_waiting(scope.workspace.pk, tray) for tray in get_args(Tray)}


def _tray(request: HttpRequest) -> Tray:
    return "hold" if request.GET.get("tray") == "hold" else "pending"


def _order(request: HttpRequest) -> Order:
    asked = request.GET.get("order")
    return asked if asked in ("oldest", "newest") else "priority"  # type: ignore[return-value]  # one of three


def _chosen(request: HttpRequest, scope: Scope, listed: list[Row]) -> Message | None:
    asked = request.GET.get("m", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 19:
        return access_message_by_id(scope, int(asked))
    free = next((row for row in listed if row.claim is None), None)
    return access_message_by_id(scope, free.card.message.pk) if free else None


def _place(listed: list[Row]) -> str:
    """Return the place where the page ends, "" where nothing comes after it."""
    if len(listed) <= PAGE:
        return ""
    last = listed[PAGE - 1].card.message
    return f"{last.priority}.{last.pk}"


def _html(request: HttpRequest, listed: list[Row]) -> str:
    return render(request, "moderation/parts/rows.html", {"rows": listed}).content.decode()
