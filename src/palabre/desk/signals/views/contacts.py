"""The contacts that scams lead to: all of them, and the messages that share one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.signals.contacts import LISTED, SHOWN, messages_of, one_of, shared
from palabre.desk.signals.selectors import DAYS


@require_safe
@room("message.read")
def contacts(request: HttpRequest, scope: Scope) -> HttpResponse:
    """List the contacts of the month; ``?contact=`` shows the messages of one."""
    found = shared(scope.workspace.pk)
    context = {"days": DAYS, "contacts": found[:LISTED], "more": max(0, len(found) - LISTED)}
    if "contact" in request.GET:
        one = one_of(found, request.GET["contact"][:200])
        if one is None:
            raise Http404
        context |= {"one": one, "messages_shown": messages_of(one), "hidden": max(0, one.count - SHOWN)}
    return render(request, "signals/contacts.html", context)
