"""The list of topics, by folder; what is done to a topic from it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Scope
from palabre.desk.watch.access import access_topic_by_id
from palabre.desk.watch.actions import do_pause_topic, do_remove_topic, do_rename_folder, do_resume_topic
from palabre.desk.watch.selectors import in_folders, topic_overviews


@require_safe
@room("topic.read")
def topics(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the topics by folder, and how much they catch."""
    found = topic_overviews(scope.workspace.pk)
    return render(request, "watch/list.html", {"folders": in_folders(found), "count": len(found)})


@require_POST
@room("topic.manage")
def pause_topic(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Stop matching."""
    do_pause_topic(actor=scope.actor, topic=access_topic_by_id(scope.actor, topic))
    return _back(request, scope, topic)


@require_POST
@room("topic.manage")
def resume_topic(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Match again."""
    do_resume_topic(actor=scope.actor, topic=access_topic_by_id(scope.actor, topic))
    return _back(request, scope, topic)


@require_POST
@room("topic.manage")
def remove_topic(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Remove a topic for good."""
    found = access_topic_by_id(scope.actor, topic)
    try:
        do_remove_topic(actor=scope.actor, topic=found)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("topic", workspace=scope.workspace.slug, topic=topic)
    messages.success(request, _("The topic “%(name)s” is removed.") % {"name": found.name})
    return redirect("topics", workspace=scope.workspace.slug)


@require_POST
@room("topic.manage")
def rename_folder(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Give a folder another name; without any, its topics stand in none."""
    try:
        do_rename_folder(
            actor=scope.actor, folder=request.POST.get("folder", ""), name=request.POST.get("name", "")
        )
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("topics", workspace=scope.workspace.slug)


def _back(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Return to the topic's page, or to the list where it was done from there."""
    if request.POST.get("from") == "page":
        return redirect("topic", workspace=scope.workspace.slug, topic=topic)
    return redirect("topics", workspace=scope.workspace.slug)
