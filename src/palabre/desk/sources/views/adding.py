"""Adding a source: choose a connector, fill in its form, test the connection, create."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from palabre.connectors.contract import Check, Connector
from palabre.connectors.registry import connector as find_connector
from palabre.connectors.registry import connectors
from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import add_refusal
from palabre.desk.people.scope import Scope
from palabre.desk.sources.actions import do_add_source
from palabre.desk.sources.actions.settings import new_signing_secret
from palabre.desk.sources.checks import run_check
from palabre.desk.sources.fitting import fit
from palabre.desk.sources.forms import SourceForm, fields_of, in_present_language
from palabre.desk.sources.views.listing import hook_address

#: Settings that the test found out, offered in its answer, come back under this prefix where they are kept.
FOUND = "found-"


@require_safe
@room("source.manage")
def choose_connector(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show a card for each connector."""
    cards = [
        {
            "key": one.manifest.key,
            "name": in_present_language(one.manifest.name_fr, one.manifest.name_en),
            "summary": in_present_language(one.manifest.summary_fr, one.manifest.summary_en),
            "abilities": sorted(one.manifest.abilities),
        }
        for one in connectors()
    ]
    return render(request, "sources/choose.html", {"cards": cards})


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@room("source.manage")
def add_source(request: HttpRequest, scope: Scope, connector: str) -> HttpResponse:
    """Show the connector's form, and create the source. A file goes another way."""
    found = connector_or_404(connector)
    if any(asked.kind == "file" for asked in found.manifest.fields):
        return redirect("add_file", workspace=scope.workspace.slug)
    form = SourceForm(found.manifest, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _create(request, scope, found, form)
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    return render(request, "sources/add.html", {"form": form, **_named(found)})


@sensitive_post_parameters()
@require_POST
@room("source.manage")
def test_connection(request: HttpRequest, scope: Scope, connector: str) -> HttpResponse:
    """Try the connection with what is in the form, keeping nothing; answer with a piece of page."""
    found = connector_or_404(connector)
    form = SourceForm(found.manifest, {**request.POST.dict(), "name": "-"})
    if not form.is_valid():
        return render(request, "sources/parts/check.html", {"form": form})
    fitted = fit(found, form.given())
    if fitted.problems:
        name, french, english = fitted.problems[0]
        add_refusal(form, name, in_present_language(french, english))
        return render(request, "sources/parts/check.html", {"form": form})
    check = run_check(found, fitted.settings, fitted.secrets)
    return render(request, "sources/parts/check.html", {"check": check, **check_words(found, check)})


def connector_or_404(key: str) -> Connector:
    """Return the connector of that name; 404 where there is none."""
    try:
        return find_connector(key)
    except LookupError as error:
        raise Http404 from error


def check_words(connector: Connector, check: Check) -> dict[str, Any]:
    """Return a test's answer in the person's language, and what it found out that may replace a setting."""
    labels = {
        asked.name: in_present_language(asked.label_fr, asked.label_en)
        for asked in connector.manifest.fields
        if asked.kind in ("text", "address", "choice", "number")
    }
    found = [(FOUND + name, labels[name], value) for name, value in check.found.items() if name in labels]
    return {"message": in_present_language(check.message_fr, check.message_en), "found": found}


def _create(request: HttpRequest, scope: Scope, connector: Connector, form: SourceForm) -> HttpResponse:
    given = {**form.given(), **_found(connector, request.POST)}
    secret = new_signing_secret() if "receive" in connector.manifest.abilities else ""
    made = do_add_source(
        actor=scope.actor,
        connector=connector.manifest.key,
        name=form.cleaned_data["name"],
        given={**given, **({"secret": secret} if secret else {})},
        moderated=form.cleaned_data["moderated"],
    )
    if secret:
        context = {"source": made, "secret": secret, "hook": hook_address(request, made)}
        return render(request, "sources/secret.html", context)
    return redirect("source", workspace=scope.workspace.slug, source=made.pk)


def _found(connector: Connector, given: Mapping[str, str]) -> dict[str, str]:
    names = {asked.name for asked in fields_of(connector.manifest)}
    return {name: given[FOUND + name] for name in names if given.get(FOUND + name)}


def _named(connector: Connector) -> dict[str, str | bool]:
    manifest = connector.manifest
    return {
        "testable": "receive" not in manifest.abilities,  # what is sent to us comes from the other side only
        "key": manifest.key,
        "connector_name": in_present_language(manifest.name_fr, manifest.name_en),
        "summary": in_present_language(manifest.summary_fr, manifest.summary_en),
    }
