"""Is the desk well? Asked by the gate, which answers for everything at its own ``/healthz``."""

from django.db import connection
from django.http import HttpRequest, HttpResponse


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 where the database answers under the desk's role; a failure is a server error."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
