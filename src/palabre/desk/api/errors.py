"""One shape for every error: ``{"error": code, "message": sentence, "where": field}``."""

import logging
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from palabre.desk.moderation.refusals import Refused as DecisionRefused
from palabre.desk.people.errors import Refused

log = logging.getLogger(__name__)

#: Names of our own between a call and its fields: they say nothing to who calls.
_CONTAINERS = ("body", "query", "path", "payload", "filters")

#: Why a decision could not be → HTTP status.
_DECISION = {"absent": 404, "reason": 422, "action": 422}


class Problem(Exception):
    """An answer other than success: its status, its stable code, a sentence, the field it is about."""

    def __init__(self, status: int, code: str, message: str, where: str = "") -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.where = status, code, message, where


def answer(status: int, code: str, message: str, where: str = "") -> HttpResponse:
    """Return an error in the one shape. What the call had begun to write is given up."""
    if transaction.get_connection().in_atomic_block:
        transaction.set_rollback(True)
    body = {"error": code, "message": message, "where": where}
    return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})


def install(api: NinjaAPI) -> None:
    """Have ``api`` answer every error in the one shape."""
    api.add_exception_handler(Problem, _problem)
    api.add_exception_handler(Refused, _refused)
    api.add_exception_handler(DecisionRefused, _decision_refused)
    api.add_exception_handler(Http404, _absent)
    api.add_exception_handler(AuthenticationError, _unknown)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(HttpError, _http)
    api.add_exception_handler(Exception, _defect)


def _problem(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(error.status, error.code, error.message, error.where)


def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    status = 422 if error.where else 409
    return answer(status, "refused" if status == 409 else "invalid", error.message, error.where)


def _decision_refused(request: HttpRequest, error: Any) -> HttpResponse:
    where = error.why if error.why in ("reason", "action") else ""
    return answer(_DECISION.get(error.why, 409), error.why, error.sentence, where)


def _absent(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(404, "not_found", _("There is nothing here, or not for you."))


def _unknown(request: HttpRequest, error: Any) -> HttpResponse:
    answered = answer(401, "unauthorized", _("Give a token that works: “Authorization: Bearer pal_…”."))
    answered["WWW-Authenticate"] = 'Bearer realm="palabre"'
    return answered


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    first: dict[str, Any] = error.errors[0] if error.errors else {}
    where = ".".join(str(part) for part in first.get("loc", ()) if part not in _CONTAINERS)
    return answer(422, "invalid", str(first.get("msg", _("The call cannot be read."))), where)


def _defect(request: HttpRequest, error: Any) -> HttpResponse:
    log.error("The API failed at %s %s.", request.method, request.path, exc_info=error)
    return answer(500, "defect", _("Something went wrong on our side; it was written to the log."))


def _http(request: HttpRequest, error: Any) -> HttpResponse:
    return answer(error.status_code, "unreadable", _("The body cannot be read as JSON."))
