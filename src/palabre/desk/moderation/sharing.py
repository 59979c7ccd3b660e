"""The views of the queue that a team shares: who shared one may withdraw it, and whoever manages the rules."""

from django.http import Http404
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.moderation.models import SharedView
from palabre.desk.moderation.sieve import MOST_VIEWS, View
from palabre.desk.people.errors import Refused
from palabre.desk.people.permissions import allowed
from palabre.desk.people.scope import Actor, Scope


def may_withdraw(actor: Actor, view: SharedView) -> bool:
    """Tell whether ``actor`` may change or withdraw the view."""
    return view.person_id == actor.person_id or allowed(actor.role, "rule.manage")


def shared_views(scope: Scope) -> list[View]:
    """Return the views that the team shares, by name."""
    found = SharedView.objects.filter(workspace_id=scope.workspace.pk).select_related("person")
    views = [
        View(one.name, one.query, one.pk, str(one.person or ""), may_withdraw(scope.actor, one)) for one in found
    ]
    return sorted(views, key=lambda view: view.name.casefold())


def access_shared_view_by_id(actor: Actor, view_id: int) -> SharedView:
    """Return a view that the actor may withdraw; 404 otherwise, and where it is not of their workspace."""
    found = SharedView.objects.filter(pk=view_id, workspace_id=actor.workspace_id).first()
    if found is None or not may_withdraw(actor, found):
        raise Http404
    return found


def do_share_view(*, actor: Actor, name: str, query: str) -> None:
    """Share a query under a name with the team; a view of that name gets this query.

    Raises ``Refused`` where somebody else's view has that name, or where there are too many.
    """
    shared = SharedView.objects.filter(workspace_id=actor.workspace_id)
    known = shared.select_for_update().filter(name=name).first()
    if known is not None and not may_withdraw(actor, known):
        raise Refused(_("A colleague shares a view of that name: choose another one."), "name")
    if known is None and shared.count() >= MOST_VIEWS:
        raise Refused(_("Nothing was shared: %(most)s shared views at most.") % {"most": MOST_VIEWS}, "name")
    SharedView.objects.update_or_create(
        workspace_id=actor.workspace_id, name=name, defaults={"query": query, "person_id": actor.person_id}
    )
    record(actor=actor, verb="view.share", object=f"view {name}", query=query)


def do_withdraw_view(*, actor: Actor, view: SharedView) -> None:
    """Withdraw a view from the team; once more is nothing."""
    gone, _rows = SharedView.objects.filter(pk=view.pk).delete()
    if gone:
        record(actor=actor, verb="view.withdraw", object=f"view {view.name}", query=view.query)
