"""Settings of a workspace: its name, its language, its time, how long it keeps messages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from palabre.desk.people.access import room
from palabre.desk.people.actions import do_change_workspace
from palabre.desk.people.forms import WorkspaceForm
from palabre.desk.people.models import Workspace
from palabre.desk.people.scope import Scope


@require_http_methods(["GET", "POST"])
@room("workspace.manage")
def workspace_settings(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show and change the settings of the workspace."""
    form = WorkspaceForm(request.POST or None, instance=Workspace.objects.get(pk=scope.workspace.pk))
    if request.method == "POST" and form.is_valid():
        do_change_workspace(actor=scope.actor, changes=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("workspace_settings", workspace=scope.workspace.slug)
    return render(request, "people/workspace.html", {"form": form})
