"""Who calls: a token, the person who answers for it, the workspace it opens, the scopes it has."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from palabre.desk.api.errors import Problem
from palabre.desk.people.actions import do_note_use
from palabre.desk.people.permissions import SCOPES, Permission
from palabre.desk.people.scope import Actor, Scope
from palabre.desk.people.selectors import holder_of

if TYPE_CHECKING:
    from palabre.desk.people.models import ApiToken, Workspace


@dataclass(frozen=True, slots=True)
class Caller:
    """A call that was let in."""

    token: "ApiToken"
    scope: Scope

    @property
    def actor(self) -> Actor:
        """Return who acts."""
        return self.scope.actor

    @property
    def workspace(self) -> "Workspace":
        """Return the workspace that the token opens."""
        return self.scope.workspace

    def must(self, permission: Permission) -> None:
        """Raise the 403 where the person who answers for the token lacks ``permission``."""
        if not self.actor.may(permission):
            raise Problem(403, "forbidden", _("The person who answers for this token may not do this."))


class Token(HttpBearer):
    """Lets in the calls whose token has ``scope`` (any token where it is '') and whose person may do as much."""

    def __init__(self, scope: str = "") -> None:
        super().__init__()
        self.scope_name = scope

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """Return the caller, None for a token that does not work; raise the 403 where it may not do this."""
        caller = _caller(token)
        if caller is None:
            return None
        if self.scope_name:
            if self.scope_name not in caller.token.scopes:
                text = _("This token lacks the scope “%(scope)s”.") % {"scope": self.scope_name}
                raise Problem(403, "missing_scope", text)
            caller.must(SCOPES[self.scope_name])
        return caller


def caller_of(request: HttpRequest) -> Caller:
    """Return who calls: every operation is behind a ``Token``."""
    return cast(Caller, cast(Any, request).auth)


def _caller(plain: str) -> Caller | None:
    """Find the token by its hash, then open its workspace for the rest of the transaction."""
    holder = holder_of(plain)
    if holder is None:
        return None
    do_note_use(token=holder.token)
    member = holder.member
    return Caller(holder.token, Scope(member.workspace, member.person, member.role))
