"""Refusals in the form of Google's APIs: ``{"error": {"code", "message", "status", "details"}}``."""

from typing import Any

_SERVICE = "commentanalyzer.googleapis.com"
_TYPES = "type.googleapis.com/"
#: HTTP status of each status word (https://cloud.google.com/apis/design/errors).
_CODES = {
    "INVALID_ARGUMENT": 400,
    "PERMISSION_DENIED": 403,
    "NOT_FOUND": 404,
    "RESOURCE_EXHAUSTED": 429,
    "INTERNAL": 500,
    "UNAVAILABLE": 503,
}

Detail = dict[str, Any]


class ApiError(Exception):
    """A request that is refused. ``body()`` is what goes on the wire, with the HTTP status ``code``."""

    def __init__(self, message: str, status: str = "INVALID_ARGUMENT", details: tuple[Detail, ...] = ()) -> None:
        super().__init__(message)
        self.message, self.status, self.details = message, status, details

    @property
    def code(self) -> int:
        """Return the HTTP status."""
        return _CODES[self.status]

    def body(self) -> dict[str, Any]:
        """Return the JSON object of the answer."""
        error: dict[str, Any] = {"code": self.code, "message": self.message, "status": self.status}
        if self.details:
            error["details"] = list(self.details)
        return {"error": error}


def of_analyzer(message: str, kind: str, **more: Any) -> ApiError:
    """Return a refusal of the analyzer itself; ``kind`` is its own word for the reason."""
    return ApiError(
        message, details=({"@type": f"{_TYPES}google.commentanalyzer.v1alpha1.Error", "errorType": kind, **more},)
    )


def language_not_supported(attribute: str, languages: tuple[str, ...]) -> ApiError:
    """Return the refusal of a language that an attribute is not made for."""
    told = {"detectedLanguages": list(languages), "attribute": attribute}
    return of_analyzer(
        f"Attribute {attribute} does not support request languages: {', '.join(languages)}",
        "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE",
        languageNotSupportedByAttributeError=told,
    )


def bad_payload(description: str, field: str = "") -> ApiError:
    """Return the refusal of a body that is no such request."""
    violation = {"field": field, "description": description} if field else {"description": description}
    return ApiError(
        description, details=({"@type": f"{_TYPES}google.rpc.BadRequest", "fieldViolations": [violation]},)
    )


def no_key() -> ApiError:
    """Return the refusal of a call without a key."""
    return ApiError(
        "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or "
        "other form of API consumer identity to call this API.",
        "PERMISSION_DENIED",
    )


def wrong_key() -> ApiError:
    """Return the refusal of a key that does not exist, or not any more."""
    detail = _info("API_KEY_INVALID", {"service": _SERVICE})
    return ApiError("API key not valid. Please pass a valid API key.", details=(detail,))


def quota_exceeded(key: str, method: str, per_second: int) -> ApiError:
    """Return the refusal of a key that calls too often; ``method`` as "AnalyzeComment", ``key`` by its name."""
    metric = f"Analysis requests ({method})"
    message = (
        f"Quota exceeded for quota metric '{metric}' and limit '{metric} per second' of service '{_SERVICE}' "
        f"for consumer 'key:{key}'."
    )
    told = {"service": _SERVICE, "quota_metric": metric, "quota_limit_value": str(per_second), "consumer": key}
    return ApiError(message, "RESOURCE_EXHAUSTED", (_info("RATE_LIMIT_EXCEEDED", told),))


def unavailable(message: str) -> ApiError:
    """Return the refusal of a server that cannot answer now."""
    return ApiError(message, "UNAVAILABLE")


def _info(reason: str, metadata: dict[str, str]) -> Detail:
    return {
        "@type": f"{_TYPES}google.rpc.ErrorInfo",
        "reason": reason,
        "domain": "googleapis.com",
        "metadata": metadata,
    }
