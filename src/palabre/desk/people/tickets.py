"""The cookie that lets a browser into the gate's event streams: given in a room, taken back at sign-out."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from palabre.desk.people.models import Person
from palabre.store import place, ticket

#: Longer than the longest time between two pages of somebody at work; each page renews it.
LIFETIME = timedelta(hours=12)


def keep_ticket(request: HttpRequest, response: HttpResponse) -> None:
    """Renew the ticket where the page is a room of a signed-in person; remove it where they have just left."""
    person = request.user
    if isinstance(person, Person):
        if getattr(request, "scope", None) is not None and request.session.session_key:
            _give(response, person, request.session.session_key)
    elif getattr(request, "came_in", False):
        response.delete_cookie(ticket.COOKIE, path=ticket.PATH, samesite="Lax")


def _give(response: HttpResponse, person: Person, session_key: str) -> None:
    value = ticket.issue(person.pk, session_key, place.secret(ticket.SECRET), timezone.now(), LIFETIME)
    response.set_cookie(
        ticket.COOKIE,
        value,
        max_age=LIFETIME,
        path=ticket.PATH,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
