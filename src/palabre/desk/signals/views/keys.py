"""Keys of the Perspective-compatible door: shown once, revoked at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.signals.access import access_key_by_id
from palabre.desk.signals.actions import do_create_key, do_revoke_key
from palabre.desk.signals.forms import KeyForm
from palabre.desk.signals.selectors import keys_of


@never_cache
@require_http_methods(["GET", "POST"])
@room("workspace.manage")
def keys(request: HttpRequest, scope: Scope) -> HttpResponse:
    """List the keys; make one, shown in the answer and never again."""
    form, plain = KeyForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        _row, plain = do_create_key(actor=scope.actor, **form.cleaned_data)
        form = KeyForm()
    context = {"form": form, "plain": plain, "keys": keys_of(scope.workspace.pk)}
    return render(request, "signals/keys.html", context)


@require_POST
@room("workspace.manage")
def revoke_key(request: HttpRequest, scope: Scope, key: int) -> HttpResponse:
    """Make a key worthless."""
    found = access_key_by_id(scope.actor, key)
    if do_revoke_key(actor=scope.actor, key=found):
        messages.success(request, _("The key “%(name)s” no longer works.") % {"name": found.name})
    return redirect("perspective_keys", workspace=scope.workspace.slug)
