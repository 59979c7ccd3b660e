"""Pages of topics."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import add_refusal
from palabre.desk.people.scope import Scope
from palabre.desk.watch.access import access_topic_by_id
from palabre.desk.watch.actions import (
    do_add_topic,
    do_change_topic,
    do_pause_topic,
    do_remove_topic,
    do_resume_topic,
)
from palabre.desk.watch.diagnosis import diagnose
from palabre.desk.watch.forms import TopicForm
from palabre.desk.watch.selectors import topic_overviews


@require_safe
@room("topic.read")
def topics(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the topics and how much they catch."""
    return render(request, "watch/list.html", {"found": topic_overviews(scope.workspace.pk)})


@require_http_methods(["GET", "POST"])
@room("topic.manage")
def add_topic(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Write a new topic."""
    form = TopicForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            do_add_topic(actor=scope.actor, **form.cleaned_data)
            return redirect("topics", workspace=scope.workspace.slug)
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    return render(request, "watch/edit.html", {"form": form, "diagnosis": _diagnosis(form)})


@require_http_methods(["GET", "POST"])
@room("topic.manage")
def change_topic(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Change a topic."""
    found = access_topic_by_id(scope.actor, topic)
    form = TopicForm(request.POST or None, initial={"name": found.name, "query": found.query})
    if request.method == "POST" and form.is_valid():
        try:
            do_change_topic(actor=scope.actor, topic=found, **form.cleaned_data)
            messages.success(request, _("Saved. New messages follow it from now on."))
            return redirect("topics", workspace=scope.workspace.slug)
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    context = {"form": form, "topic": found, "diagnosis": _diagnosis(form)}
    return render(request, "watch/edit.html", context)


@require_POST
@room("topic.manage")
def check_query(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Tell what is wrong with a query while it is being written: a piece of page."""
    query = request.POST.get("query", "")
    return render(request, "watch/parts/diagnosis.html", {"diagnosis": diagnose(query) if query.strip() else None})


@require_POST
@room("topic.manage")
def pause_topic(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Stop matching."""
    do_pause_topic(actor=scope.actor, topic=access_topic_by_id(scope.actor, topic))
    return redirect("topics", workspace=scope.workspace.slug)


@require_POST
@room("topic.manage")
def resume_topic(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Match again."""
    do_resume_topic(actor=scope.actor, topic=access_topic_by_id(scope.actor, topic))
    return redirect("topics", workspace=scope.workspace.slug)


@require_POST
@room("topic.manage")
def remove_topic(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Remove a topic for good."""
    found = access_topic_by_id(scope.actor, topic)
    do_remove_topic(actor=scope.actor, topic=found)
    messages.success(request, _("The topic “%(name)s” is removed.") % {"name": found.name})
    return redirect("topics", workspace=scope.workspace.slug)


def _diagnosis(form: TopicForm) -> object:
    query = str(form["query"].value() or "")
    return diagnose(query) if query.strip() else None
