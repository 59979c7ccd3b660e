"""The API itself: its routes, its description, its errors."""

from typing import Any

from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from palabre import __version__
from palabre.desk.api.errors import install
from palabre.desk.api.routes import house, messages, rules, sources, topics


class ReadableJson(JSONRenderer):
    """JSON in UTF-8: accents and emoji stay what they are."""

    def __init__(self) -> None:
        self.json_dumps_params = {"ensure_ascii": False}


class Api(NinjaAPI):
    """An API that knows where it stands, and need not ask by name: names under ``/api/`` are not gathered."""

    def get_root_path(self, path_params: dict[str, Any]) -> str:
        """Return the address before those of the description."""
        return "/api/v1/"


api = Api(
    title="Palabre",
    version=__version__,
    description=(
        "A token opens one workspace: send it as `Authorization: Bearer pal_…`. "
        'Errors have one shape: `{"error": code, "message": sentence, "where": field}`.'
    ),
    openapi_url="openapi.json",
    renderer=ReadableJson(),
    docs_url=None,  # Swagger's page needs scripts that the content security policy refuses: see views.reference
    urls_namespace="api-1",
)
install(api)
for module in (messages, sources, topics, rules, house):
    api.add_router("", module.router)
