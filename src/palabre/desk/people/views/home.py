"""The first page: which workspace? Straight in where there is only one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from palabre.desk.people.actions import do_found_workspace
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import FoundForm, add_refusal
from palabre.desk.people.permissions import allowed
from palabre.desk.people.scope import person_of
from palabre.desk.people.selectors import memberships_of
from palabre.desk.web.rooms import ROOMS


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Show the person's workspaces, or open the only one; ``?choose`` shows them anyway."""
    mine = memberships_of(person_of(request))
    if len(mine) == 1 and "choose" not in request.GET:
        return redirect(first_room(mine[0].workspace.slug, mine[0].role))
    doors = [(member, first_room(member.workspace.slug, member.role)) for member in mine]
    return render(request, "people/home.html", {"doors": doors})


@require_http_methods(["GET", "POST"])
@login_required
def found_workspace(request: HttpRequest) -> HttpResponse:
    """Create a workspace, whose owner is the person who asks."""
    person = person_of(request)
    form = FoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = do_found_workspace(
                owner=person, language=person.language, timezone=person.timezone, **form.cleaned_data
            )
            return redirect("sources", workspace=made.slug)  # an empty workspace begins with its sources
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    return render(request, "people/found.html", {"form": form})


def first_room(slug: str, role: str) -> str:
    """Return the address of the first room of the rail that ``role`` may enter: the queue, for who decides."""
    return next(room.address(slug) for room in ROOMS if allowed(role, room.permission))
