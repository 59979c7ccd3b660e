"""What every template knows: the scope and the rooms of the rail."""

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the request's scope (None outside a workspace)."""
    return {"scope": getattr(request, "scope", None)}
