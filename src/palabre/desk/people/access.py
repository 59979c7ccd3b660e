"""The door of every room: signed in, member of the workspace, with the permission. Else the same 404."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase

from palabre.desk.people.permissions import Permission
from palabre.desk.people.scope import Scope, scope_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Scope, P], HttpResponseBase]


def room(
    permission: Permission,
) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]]:
    """Give the view its scope as second argument, where the person holds ``permission``; 404 otherwise."""

    def decorate(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        def enter(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            scope = scope_of(request)
            if not scope.may(permission):
                raise Http404
            return view(request, scope, *args, **kwargs)

        update_wrapper(enter, view)
        entered = login_required(enter)
        entered.permission = permission  # type: ignore[attr-defined]  # read by the documentation and isolation tests
        return entered

    return decorate
