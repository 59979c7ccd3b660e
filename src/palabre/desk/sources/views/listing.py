"""The list of sources, and the page of one: its health, its gaps, what was set aside."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from palabre.connectors.contract import Manifest
from palabre.connectors.registry import connector
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.sources.access import access_source_by_id
from palabre.desk.sources.forms import in_present_language
from palabre.desk.sources.models import Source
from palabre.desk.sources.selectors import SHOWN, Overview, gaps_of, items_of, overviews, sources_of
from palabre.desk.sources.words import STATES, error_words


@require_safe
@room("source.read")
def sources(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the sources with their health at a glance; troubled ones first."""
    found = [described(one) for one in overviews(sources_of(scope.workspace.pk))]
    found.sort(key=lambda one: (one["health"].tone != "bad", one["health"].state == "done"))
    template = "sources/parts/rows.html" if request.headers.get("HX-Request") else "sources/list.html"
    return render(request, template, {"found": found})


@require_safe
@room("source.read")
def source(request: HttpRequest, scope: Scope, source: int) -> HttpResponse:
    """Show one source."""
    found = access_source_by_id(scope.actor, source)
    context = {**described(overviews([found])[0]), "hook": hook_address(request, found)}
    if request.headers.get("HX-Request"):
        return render(request, "sources/parts/health.html", context)
    after = request.GET.get("after", "")
    items = items_of(found, after=int(after) if after.isascii() and after.isdigit() and len(after) < 19 else 0)
    more = f"?after={items[-1].pk}#aside" if len(items) == SHOWN else ""
    return render(request, "sources/source.html", {**context, "gaps": gaps_of(found), "items": items, "more": more})


def described(overview: Overview) -> dict[str, Any]:
    """Return what the templates need of a source: its health in words, its connector's name, what went wrong."""
    manifest = manifest_of(overview.source.connector)
    row = overview.row
    happened, advice = error_words(row.error_class) if row and row.error_class else ("", "")
    return {
        "source": overview.source,
        "row": row,
        "health": overview.health,
        "state_words": STATES[overview.health.state],
        "connector_name": in_present_language(manifest.name_fr, manifest.name_en) if manifest else "",
        "receives": manifest is not None and "receive" in manifest.abilities,
        "happened": happened,
        "advice": advice,
    }


def manifest_of(key: str) -> Manifest | None:
    """Return what a connector can do; None for one that this version does not have (a newer one wrote the row)."""
    try:
        return connector(key).manifest
    except LookupError:
        return None


def hook_address(request: HttpRequest, source: Source) -> str:
    """Return where signed calls for this source are sent."""
    return request.build_absolute_uri(f"/hooks/{source.public_id}")
