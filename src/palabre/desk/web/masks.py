"""The style sheet of icons that are masks: made from the library's drawings, kept by browsers for ever."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from palabre.desk.web import icons

YEAR = 31_536_000


@require_safe
@cache_control(public=True, immutable=True, max_age=YEAR)
def masks(request: HttpRequest, stamp: str) -> HttpResponse:
    """Return the sheet, whatever the stamp: an old page in a browser is given the new shapes."""
    return HttpResponse(icons.masks(), content_type="text/css; charset=utf-8")
