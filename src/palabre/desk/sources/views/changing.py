"""Changing a source: settings, pause, removal, signing secret, items set aside."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from palabre.connectors.registry import connector
from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import add_refusal
from palabre.desk.people.scope import Actor, Scope
from palabre.desk.sources.access import access_set_aside_by_id, access_source_by_id
from palabre.desk.sources.actions import (
    do_change_source,
    do_dismiss_items,
    do_pause_source,
    do_remove_source,
    do_resume_source,
    do_retry_items,
    do_rotate_secret,
)
from palabre.desk.sources.checks import opened
from palabre.desk.sources.forms import SourceForm, fields_of
from palabre.desk.sources.models import SetAside, Source
from palabre.desk.sources.selectors import items_of
from palabre.desk.sources.views.listing import hook_address
from palabre.store.secrets import SecretsError

#: Items that one press of "retry all" or "dismiss all" takes.
AT_ONCE = 500


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@room("source.manage")
def change_source(request: HttpRequest, scope: Scope, source: int) -> HttpResponse:
    """Show and change the settings of a source; secrets are never shown."""
    found = access_source_by_id(scope.actor, source)
    manifest = connector(found.connector).manifest
    initial = {"name": found.name, "moderated": found.moderated}
    has = _secrets_of(found)
    form = SourceForm(manifest, request.POST or None, known=found.settings, has=has, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _save(scope.actor, found, form)
        except (Refused, SecretsError) as refusal:
            add_refusal(form, getattr(refusal, "where", ""), str(refusal))
        else:
            messages.success(request, _("Saved."))
            return _back(scope, found)
    return render(request, "sources/change.html", {"form": form, "source": found})


@require_POST
@room("source.manage")
def pause_source(request: HttpRequest, scope: Scope, source: int) -> HttpResponse:
    """Stop collecting."""
    found = access_source_by_id(scope.actor, source)
    do_pause_source(actor=scope.actor, source=found)
    return _back(scope, found)


@require_POST
@room("source.manage")
def resume_source(request: HttpRequest, scope: Scope, source: int) -> HttpResponse:
    """Collect again."""
    found = access_source_by_id(scope.actor, source)
    do_resume_source(actor=scope.actor, source=found)
    return _back(scope, found)


@require_POST
@room("source.manage")
def remove_source(request: HttpRequest, scope: Scope, source: int) -> HttpResponse:
    """Take the source out of the list."""
    found = access_source_by_id(scope.actor, source)
    do_remove_source(actor=scope.actor, source=found)
    messages.success(request, _("“%(name)s” is removed; its messages stay.") % {"name": found.name})
    return redirect("sources", workspace=scope.workspace.slug)


@never_cache
@require_POST
@room("source.manage")
def rotate_secret(request: HttpRequest, scope: Scope, source: int) -> HttpResponse:
    """Draw another signing secret and show it, once."""
    found = access_source_by_id(scope.actor, source)
    if "receive" not in connector(found.connector).manifest.abilities:
        return _back(scope, found)
    secret = do_rotate_secret(actor=scope.actor, source=found)
    context = {"source": found, "secret": secret, "hook": hook_address(request, found), "rotated": True}
    return render(request, "sources/secret.html", context)


@require_POST
@room("source.manage")
def retry_items(request: HttpRequest, scope: Scope, source: int, item: int | None = None) -> HttpResponse:
    """Hand one set-aside item, or all of them, to the intake again."""
    found = access_source_by_id(scope.actor, source)
    count = do_retry_items(actor=scope.actor, source=found, items=_items(scope.actor, found, item))
    if count:
        text = ngettext("%(n)s item is on its way again.", "%(n)s items are on their way again.", count)
        messages.success(request, text % {"n": count})
    else:
        messages.warning(request, _("Nothing here can be retried."))
    return _back(scope, found)


@require_POST
@room("source.manage")
def dismiss_items(request: HttpRequest, scope: Scope, source: int, item: int | None = None) -> HttpResponse:
    """Close one set-aside item, or all of them."""
    found = access_source_by_id(scope.actor, source)
    do_dismiss_items(actor=scope.actor, source=found, items=_items(scope.actor, found, item))
    return _back(scope, found)


def _items(actor: Actor, source: Source, item: int | None) -> list[SetAside]:
    if item is not None:
        return [access_set_aside_by_id(actor, source, item)]
    return items_of(source, limit=AT_ONCE)


def _save(actor: Actor, source: Source, form: SourceForm) -> None:
    typed = {asked.name for asked in fields_of(form.manifest)}
    kept = {name: value for name, value in source.settings.items() if name not in typed}
    given = {**kept, **form.given()}
    name, moderated = form.cleaned_data["name"], form.cleaned_data["moderated"]
    do_change_source(actor=actor, source=source, name=name, moderated=moderated, given=given)


def _secrets_of(source: Source) -> frozenset[str]:
    """Return which secrets the source has; none where they cannot be opened, so that they are asked for again."""
    try:
        return frozenset(opened(source.secrets))
    except SecretsError:
        return frozenset()


def _back(scope: Scope, source: Source) -> HttpResponse:
    return redirect("source", workspace=scope.workspace.slug, source=source.pk)
