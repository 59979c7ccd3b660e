"""Providers of signals: their list, their settings, on and off."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import add_refusal
from palabre.desk.people.scope import Scope
from palabre.desk.signals.access import access_provider_by_id
from palabre.desk.signals.actions import (
    do_add_provider,
    do_change_provider,
    do_pause_provider,
    do_remove_provider,
    do_resume_provider,
)
from palabre.desk.signals.actions.providers import Wanted
from palabre.desk.signals.forms import ProviderForm
from palabre.desk.signals.models import Provider
from palabre.desk.signals.selectors import providers_of


@require_safe
@room("workspace.manage")
def providers(request: HttpRequest, scope: Scope) -> HttpResponse:
    """List the providers and how they fare."""
    return render(request, "signals/providers.html", {"providers": providers_of(scope.workspace.pk)})


@require_http_methods(["GET", "POST"])
@room("workspace.manage")
def add_provider(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Describe a new provider; it begins paused."""
    form = ProviderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            do_add_provider(actor=scope.actor, wanted=_wanted(form.cleaned_data))
            messages.success(request, _("Added, paused: start it when you are ready."))
            return redirect("providers", workspace=scope.workspace.slug)
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    return render(request, "signals/provider.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@room("workspace.manage")
def change_provider(request: HttpRequest, scope: Scope, provider: int) -> HttpResponse:
    """Change a provider."""
    found = access_provider_by_id(scope.actor, provider)
    form = ProviderForm(request.POST or None, initial=_initial(found))
    if request.method == "POST" and form.is_valid():
        do_change_provider(actor=scope.actor, provider=found, wanted=_wanted(form.cleaned_data))
        messages.success(request, _("Saved. New messages follow it from now on."))
        return redirect("providers", workspace=scope.workspace.slug)
    context = {"form": form, "provider": found}
    return render(request, "signals/provider.html", context, status=422 if form.errors else 200)


@require_POST
@room("workspace.manage")
def resume_provider(request: HttpRequest, scope: Scope, provider: int) -> HttpResponse:
    """Ask it about new messages."""
    try:
        do_resume_provider(actor=scope.actor, provider=access_provider_by_id(scope.actor, provider))
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("providers", workspace=scope.workspace.slug)


@require_POST
@room("workspace.manage")
def pause_provider(request: HttpRequest, scope: Scope, provider: int) -> HttpResponse:
    """Ask it no more."""
    do_pause_provider(actor=scope.actor, provider=access_provider_by_id(scope.actor, provider))
    return redirect("providers", workspace=scope.workspace.slug)


@require_POST
@room("workspace.manage")
def remove_provider(request: HttpRequest, scope: Scope, provider: int) -> HttpResponse:
    """Remove it."""
    found = access_provider_by_id(scope.actor, provider)
    do_remove_provider(actor=scope.actor, provider=found)
    messages.success(request, _("The provider “%(name)s” is removed.") % {"name": found.name})
    return redirect("providers", workspace=scope.workspace.slug)


def _wanted(cleaned: dict[str, Any]) -> Wanted:
    settings = {name: cleaned[name] for name in ("address", "model", "private") if cleaned.get(name)}
    return Wanted(
        name=cleaned["name"],
        kind=cleaned["kind"],
        signals=cleaned["signals"],
        settings=settings,
        sends_text=cleaned["sends_text"],
        seconds=cleaned["seconds"],
        budget=cleaned["budget"],
        secret=cleaned["secret"] or None,
    )


def _initial(provider: Provider) -> dict[str, Any]:
    told = {name: provider.settings.get(name, "") for name in ("address", "model", "private")}
    columns = ("name", "kind", "signals", "seconds", "budget", "sends_text")
    return {**told, **{name: getattr(provider, name) for name in columns}}
