"""Pages of the API: its reference, and the answer to addresses that are not there."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from palabre.desk.api.errors import answer
from palabre.desk.api.reference import sections
from palabre.desk.api.service import api


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Show every operation, made from the OpenAPI description."""
    schema: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/v1")
    return render(request, "api/reference.html", {"sections": sections(schema), "info": schema["info"]})


@csrf_exempt
def absent(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer in the API's own shape for an address that it does not have."""
    return answer(404, "not_found", _("The API has no such address."))
