"""The stream: its page, its further rows, its curve."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from palabre.desk.messages.cards import Card
from palabre.desk.messages.curves import curve_of
from palabre.desk.messages.drawn import reader
from palabre.desk.messages.numbers import whole
from palabre.desk.messages.places import languages_here, sources_here
from palabre.desk.messages.streams import PAGE, Filters, stream_cards
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope

#: Minutes that the curve shows.
MINUTES = 90


@require_safe
@room("message.read")
def stream_page(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the newest messages through the person's filters."""
    filters = Filters.read(request.GET)
    listed = [] if filters.asked.wrong else stream_cards(scope, filters)
    context = {
        "filters": filters,
        "pushed": "" if filters.any or filters.asked.text else reader(),
        "cards": listed[:PAGE],
        "more": _more(listed),
        "sources": sources_here(scope.workspace.pk),
        "languages": languages_here(),
        "curve": curve_of(scope.workspace.pk, _minute(), MINUTES, filters.source),
    }
    return render(request, "messages/stream.html", context)


@require_safe
@room("message.read")
def stream_more(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return the rows older than ``?before=``, or the newest ones, as ``{"html", "more"}``."""
    asked = request.GET.get("before", "")
    before = whole(asked)
    if asked and before is None:
        raise Http404
    filters = Filters.read(request.GET)
    listed = [] if filters.asked.wrong else stream_cards(scope, filters, before=before)
    html = render(request, "messages/parts/rows.html", {"cards": listed[:PAGE]}).content.decode()
    return JsonResponse({"html": html, "more": _more(listed)})


@require_safe
@room("message.read")
def curve(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return the curve as JSON, for a page that stays open."""
    found = curve_of(scope.workspace.pk, _minute(), MINUTES, whole(request.GET.get("source", "")))
    return JsonResponse(found.data)


def _more(listed: list[Card]) -> str:
    """Return the id after which the next page begins, "" where there is none."""
    return str(listed[PAGE - 1].message.pk) if len(listed) > PAGE else ""


def _minute() -> datetime:
    """Return the minute that is under way."""
    return timezone.now().replace(second=0, microsecond=0)
