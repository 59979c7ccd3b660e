"""A topic's own page: what it asks, what it catches, what it was."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Scope
from palabre.desk.watch.access import access_topic_by_id, access_topic_version_by_id
from palabre.desk.watch.actions import do_ask_recount, do_restore_version, do_stop_recount
from palabre.desk.watch.acts import TOPIC
from palabre.desk.watch.selectors import last_recount, latest_matches
from palabre.desk.watch.trial import PERIODS
from palabre.desk.watch.views.standing import standing_context


@require_safe
@room("topic.read")
def topic_page(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Show a topic."""
    found = access_topic_by_id(scope.actor, topic)
    context = {
        **standing_context(found, TOPIC),
        "topic": found,
        "recount": last_recount(found),
        "periods": PERIODS,
    }
    return render(request, "watch/topic.html", context)


@require_safe
@room("topic.read")
def topic_latest(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Return the newest messages that the topic caught: a piece of page."""
    found = access_topic_by_id(scope.actor, topic)
    return render(request, "watch/parts/latest.html", {"cards": latest_matches(found)})


@require_safe
@room("topic.read")
def topic_recount(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Return how far the recount has come: a piece of page that asks again as long as it runs."""
    found = access_topic_by_id(scope.actor, topic)
    context = {"topic": found, "recount": last_recount(found), "periods": PERIODS}
    return render(request, "watch/parts/recount.html", context)


@require_POST
@room("topic.manage")
def ask_recount(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Ask for a recount of so many days, or of everything."""
    found = access_topic_by_id(scope.actor, topic)
    asked = request.POST.get("days", "")
    days = int(asked) if asked in map(str, PERIODS) else None
    try:
        do_ask_recount(actor=scope.actor, topic=found, days=days)
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("topic", workspace=scope.workspace.slug, topic=topic)


@require_POST
@room("topic.manage")
def stop_recount(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Stop the recount; what it found stays."""
    do_stop_recount(actor=scope.actor, topic=access_topic_by_id(scope.actor, topic))
    return redirect("topic", workspace=scope.workspace.slug, topic=topic)


@require_POST
@room("topic.manage")
def restore_topic(request: HttpRequest, scope: Scope, topic: int, version: int) -> HttpResponse:
    """Go back to a former query."""
    found = access_topic_by_id(scope.actor, topic)
    former = access_topic_version_by_id(scope.actor, found, version)
    try:
        do_restore_version(actor=scope.actor, topic=found, version=former)
        messages.success(request, _("The query of version %(n)s is in force again.") % {"n": former.number})
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("topic", workspace=scope.workspace.slug, topic=topic)
