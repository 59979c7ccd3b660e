"""The versions that the workspace taught: how each compares, which one is in use, going back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.signals.access import access_version_by_id
from palabre.desk.signals.actions import do_use_version
from palabre.desk.signals.examples import examples_of
from palabre.desk.signals.selectors import in_use, label_count, versions_of


@require_safe
@room("message.read")
def versions(request: HttpRequest, scope: Scope) -> HttpResponse:
    """List the versions."""
    context = {
        "versions": versions_of(scope.workspace.pk),
        "used": in_use(scope.workspace.pk),
        "labels": sum(label_count(scope.workspace.pk).values()),
    }
    return render(request, "signals/versions.html", context)


@require_safe
@room("message.read")
def version(request: HttpRequest, scope: Scope, model: int) -> HttpResponse:
    """Show how one version compares, with examples of what would change."""
    found = access_version_by_id(scope.actor, model)
    context = {"version": found, "used": in_use(scope.workspace.pk), "rows": examples_of(found)}
    return render(request, "signals/version.html", context)


@require_POST
@room("signal.manage")
def use_version(request: HttpRequest, scope: Scope, model: int) -> HttpResponse:
    """Put a version to use."""
    found = access_version_by_id(scope.actor, model)
    if do_use_version(actor=scope.actor, version=found):
        messages.success(request, _("Version %(n)s reads new messages from now on.") % {"n": found.number})
    return redirect("versions", workspace=scope.workspace.slug)


@require_POST
@room("signal.manage")
def use_builtin(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Go back to the built-in model alone."""
    if do_use_version(actor=scope.actor, version=None):
        messages.success(request, _("The built-in model alone reads new messages from now on."))
    return redirect("versions", workspace=scope.workspace.slug)
