"""The door of every room: signed in, member of the workspace, with the permission. Else the same 404.

An id that comes from outside is turned into a row by ``access_<noun>_by_id`` alone: a row of another workspace
and a row that is not there give the same 404.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase

from palabre.desk.people.models import ApiToken, Invitation, Member
from palabre.desk.people.permissions import Permission
from palabre.desk.people.scope import Actor, Scope, scope_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Scope, P], HttpResponseBase]
Door = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def room(permission: Permission) -> Callable[[View[P]], Door[P]]:
    """Give the view its scope as second argument, where the person holds ``permission``; 404 otherwise.

    Who is not signed in is sent to the sign-in page. The permission stays readable on the result (``permission``),
    for the tests that walk every page.
    """

    def decorate(view: View[P]) -> Door[P]:
        def enter(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            scope = scope_of(request)
            if not scope.may(permission):
                raise Http404
            return view(request, scope, *args, **kwargs)

        update_wrapper(enter, view)
        entered: Door[P] = login_required(enter)
        entered.permission = permission  # type: ignore[attr-defined]  # functions carry attributes; types do not say it
        return entered

    return decorate


def access_member_by_id(actor: Actor, member_id: int) -> Member:
    """Return a member of the actor's workspace, with its person; 404 otherwise."""
    found = Member.objects.select_related("person").filter(pk=member_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found


def access_invitation_by_id(actor: Actor, invitation_id: int) -> Invitation:
    """Return an invitation of the actor's workspace; 404 otherwise."""
    found = Invitation.objects.filter(pk=invitation_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found


def access_token_by_id(actor: Actor, token_id: int) -> ApiToken:
    """Return an API token of the actor's workspace; 404 otherwise."""
    found = ApiToken.objects.filter(pk=token_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found
