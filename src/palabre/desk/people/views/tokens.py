"""API tokens of a workspace: shown once, revoked at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from palabre.desk.people.access import access_token_by_id, room
from palabre.desk.people.actions import do_create_token, do_revoke_token
from palabre.desk.people.forms import SCOPE_WORDS, TokenForm
from palabre.desk.people.scope import Scope
from palabre.desk.people.selectors import tokens_of


@never_cache
@require_http_methods(["GET", "POST"])
@room("token.manage")
def tokens(request: HttpRequest, scope: Scope) -> HttpResponse:
    """List the tokens; make one, shown in the answer and never again."""
    form, plain = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        _row, plain = do_create_token(actor=scope.actor, **form.cleaned_data)
        form = TokenForm()
    context = {"form": form, "plain": plain, "tokens": tokens_of(scope.workspace.pk), "words": SCOPE_WORDS}
    return render(request, "people/tokens.html", context)


@require_POST
@room("token.manage")
def revoke_token(request: HttpRequest, scope: Scope, token: int) -> HttpResponse:
    """Make a token worthless."""
    found = access_token_by_id(scope.actor, token)
    do_revoke_token(actor=scope.actor, token=found)
    messages.success(request, _("The token “%(name)s” no longer works.") % {"name": found.name})
    return redirect("tokens", workspace=scope.workspace.slug)
