"""The gate's errands: rows of the stream for all who follow it, drawn on the access of one of them.

Two hundred messages a second are drawn so. A request of a browser costs more to let in than its rows cost to draw:
session, person, headers for browsers. Here the gate shows its own signature, and the database alone says whether
that person is a member still.
"""

from collections.abc import Callable
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from palabre.desk.messages.drawn import draw
from palabre.desk.messages.numbers import listed, whole
from palabre.desk.people.permissions import allowed
from palabre.desk.people.scope import enter, scoped
from palabre.store import errand, place, ticket

#: Ids of one errand at most.
MOST = 100

_ROWS = f"{errand.PATH}rows/"
_META = "HTTP_" + errand.HEADER.upper().replace("-", "_")


class ErrandMiddleware:
    """Runs the gate's errands, before all that serves browsers; anything else goes on, and finds no such page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer an errand that the gate signed; hand on whatever else."""
        if request.path_info.startswith(_ROWS) and _is_signed(request):
            return rows(request, request.path_info.removeprefix(_ROWS))
        return self.get_response(request)


def rows(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the rows of ``?ids=`` in the workspace ``slug`` for ``?person=``, as ``?for=`` reads.

    404 where that is no member of it, or may not read messages; 409 for a language or a time zone that we lack.
    """
    language, _, zone = request.GET.get("for", "").partition(",")
    person, ids = whole(request.GET.get("person", "")), listed(request.GET.get("ids", ""), MOST)
    clock = _clock(zone)
    if language not in dict(settings.LANGUAGES) or clock is None:
        return HttpResponse(status=409)
    if person is None or ids is None:
        return HttpResponse(status=404)
    with translation.override(language), timezone.override(clock), scoped(person, None):
        workspace, role = enter(person, slug)
        if workspace is None or not allowed(role, "message.read"):
            return HttpResponse(status=404)
        return HttpResponse(draw(workspace, slug, ids))


@lru_cache(64)
def _clock(zone: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _is_signed(request: HttpRequest) -> bool:
    asked = f"{request.path_info}?{request.META.get('QUERY_STRING', '')}"
    return errand.is_sound(request.META.get(_META, ""), asked, place.secret(ticket.SECRET), timezone.now())
