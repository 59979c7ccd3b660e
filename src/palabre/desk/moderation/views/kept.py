"""The views of the queue that a person keeps for themselves, or shares with the team."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from palabre.desk.messages.numbers import whole
from palabre.desk.moderation.sharing import access_shared_view_by_id, do_share_view, do_withdraw_view
from palabre.desk.moderation.sieve import MOST_NAME, MOST_VIEWS, read_view
from palabre.desk.people.access import room
from palabre.desk.people.actions import do_change_preferences
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Scope


@require_POST
@room("message.decide")
def keep_view(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Keep the query under a name, or share it; a name that is known already gets this query."""
    name, query = (
        " ".join(request.POST.get("name", "").split())[:MOST_NAME],
        read_view(request.POST.get("query", "")),
    )
    kept = _kept(scope)
    if not name or not query:
        messages.error(request, _("Nothing was kept: a view needs a name and something that it narrows."))
    elif "share" in request.POST:
        _share(request, scope, name, query)
    elif name not in kept and len(kept) >= MOST_VIEWS:
        messages.error(
            request, _("Nothing was kept: %(most)s views at most. Remove one first.") % {"most": MOST_VIEWS}
        )
    else:
        _write(scope, kept | {name: query})
    return redirect(_queue(scope, query))


@require_POST
@room("message.decide")
def drop_view(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Forget the view of that name, or withdraw the shared one of that id; what is not there is gone already."""
    dropped, shared = request.POST.get("name", ""), whole(request.POST.get("shared", ""))
    if shared is not None:
        do_withdraw_view(actor=scope.actor, view=access_shared_view_by_id(scope.actor, shared))
    else:
        _write(scope, {name: query for name, query in _kept(scope).items() if name != dropped})
    return redirect(_queue(scope, read_view(request.POST.get("query", ""))))


def _share(request: HttpRequest, scope: Scope, name: str, query: str) -> None:
    try:
        do_share_view(actor=scope.actor, name=name, query=query)
    except Refused as refusal:
        messages.error(request, refusal.message)


def _kept(scope: Scope) -> dict[str, str]:
    return dict(scope.person.views.get(str(scope.workspace.pk), {}))


def _write(scope: Scope, kept: dict[str, str]) -> None:
    views = scope.person.views | {str(scope.workspace.pk): kept}
    do_change_preferences(person=scope.person, changes={"views": views})


def _queue(scope: Scope, query: str) -> str:
    address = reverse("queue", args=(scope.workspace.slug,))
    return f"{address}?{query}" if query else address
