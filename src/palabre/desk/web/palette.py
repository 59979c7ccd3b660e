"""What the command palette offers beyond the acts of the page: rooms, topics, rules, other workspaces."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from palabre.desk.messages.topics import rules_here, topics_here
from palabre.desk.moderation.sharing import shared_views
from palabre.desk.moderation.sieve import views_of
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.web.context import Shell


@require_safe
@room("message.read")
def palette(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return the places one can go to, as ``[{"name", "icon", "address", "group"}]``."""
    return JsonResponse({"places": list(_places(Shell(scope, request.path)))})


def _places(shell: Shell) -> Iterator[dict[str, str]]:
    for entry in shell.entries:
        yield _place(str(entry.room.name), entry.room.icon, entry.address, "go")
    if shell.scope.may("message.decide"):
        for group, views in (("views", views_of(shell.scope)), ("shared_views", shared_views(shell.scope))):
            for view in views:
                yield _place(view.name, "funnel", f"/w/{shell.scope.workspace.slug}/queue?{view.query}", group)
    for link in shell.personal:
        yield _place(str(link.name), link.icon, link.address, "go")
    if shell.scope.may("topic.read"):
        for id, name in topics_here():
            yield _place(name, "radar", f"/w/{shell.scope.workspace.slug}/search?topic={id}", "topics")
    if shell.scope.may("rule.read"):
        for id, name in rules_here():
            yield _place(name, "scale", f"/w/{shell.scope.workspace.slug}/rules/{id}", "rules")
    for workspace in shell.workspaces:
        if workspace.pk != shell.scope.workspace.pk:
            yield _place(workspace.name, "building-2", f"/w/{workspace.slug}/", "workspaces")


def _place(name: str, icon: str, address: str, group: str) -> dict[str, str]:
    return {"name": name, "icon": icon, "address": address, "group": group}
