"""Addresses with a deliberate leak, to prove that the walk can fail: a page that reads under the owner's role."""

from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.urls import path

from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.urls import urlpatterns as real


@room("source.read")
def leak(request: HttpRequest, scope: Scope, source: int) -> HttpResponse:
    """Answer with the name of any source, whoever owns it."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT name FROM source WHERE id = %s", [source])
        return HttpResponse(str(cursor.fetchone()))


@room("source.read")
def sound(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Answer with nothing."""
    return HttpResponse("sound")


urlpatterns = [
    *(one for one in real if not str(one.pattern).startswith("w/")),
    path("w/<slug:workspace>/sound", sound),
    path("w/<slug:workspace>/leak/<int:source>", leak),
]
