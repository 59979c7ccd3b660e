"""Rows asked for by id: what live pages fetch when they hear of news."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from palabre.desk.messages.drawn import draw
from palabre.desk.messages.numbers import listed
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.messages.streams import Filters, stream_cards
from palabre.desk.moderation.rows import rows
from palabre.desk.moderation.selectors import Tray, waiting
from palabre.desk.moderation.sieve import Sieve
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope

MOST = 100


@require_safe
@room("message.read")
def rows_by_id(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return the rows of ``?ids=`` for ``?view=queue`` or ``stream``; those without a place there are left out.

    With ``?again=1`` rows of the stream are drawn anew: the browser heard that they changed.
    """
    ids = read_ids(request.GET.get("ids", ""))
    if request.GET.get("view") == "stream":
        filters = Filters.read(request.GET)
        if not filters.any:
            drawn = draw(scope.workspace.pk, scope.workspace.slug, ids, again="again" in request.GET)
            return HttpResponse(drawn)
        shown = [] if filters.asked.wrong else stream_cards(scope, filters, ids=ids)
        return render(request, "messages/parts/rows.html", {"cards": shown, "scope": scope})
    if not scope.may("message.decide"):
        raise Http404
    tray: Tray = "hold" if request.GET.get("tray") == "hold" else "pending"
    passing = waiting(scope.workspace.pk, tray, Sieve.read(request.GET)).filter(pk__in=ids)
    found = messages_by_id(list(passing.values_list("pk", flat=True)))
    return render(request, "moderation/parts/rows.html", {"rows": rows(found, scope.person.pk)})


def read_ids(text: str) -> list[int]:
    """Return the ids of a list with commas between them, ``MOST`` at most; 404 where it is not one."""
    ids = listed(text, MOST)
    if ids is None:
        raise Http404
    return ids
