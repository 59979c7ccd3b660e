"""Writing a topic: the editor, what it asks while one writes, the trial before it is saved."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from palabre.desk.messages.numbers import whole
from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import add_refusal
from palabre.desk.people.scope import Scope
from palabre.desk.watch.access import access_topic_by_id
from palabre.desk.watch.actions import do_add_topic, do_ask_recount, do_change_topic
from palabre.desk.watch.acts import TOPIC
from palabre.desk.watch.diagnosis import diagnose_written
from palabre.desk.watch.forms import TopicForm
from palabre.desk.watch.language import unix
from palabre.desk.watch.models import Topic
from palabre.desk.watch.naming import free_name
from palabre.desk.watch.offers import offers
from palabre.desk.watch.references import saved_queries
from palabre.desk.watch.selectors import folders_of
from palabre.desk.watch.translation import DIALECTS, translate
from palabre.desk.watch.views.writing import asked, translated, trial_of, trial_piece, writing_page


@require_http_methods(["GET", "POST"])
@room("topic.manage")
def add_topic(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Write a new topic; ``?query=`` and ``?folder=`` begin it."""
    begun = {"query": request.GET.get("query", ""), "folder": request.GET.get("folder", ""), "history": "30"}
    form = TopicForm(request.POST or None, initial=begun)
    if "translate" in request.POST:
        form, found = translated(request, TopicForm)
        return _page(request, scope, form, translation=found)
    if request.method == "POST" and form.is_valid():
        try:
            return _saved(scope, form, do_add_topic(actor=scope.actor, **form.given()))
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    return _page(request, scope, form)


@require_http_methods(["GET", "POST"])
@room("topic.manage")
def change_topic(request: HttpRequest, scope: Scope, topic: int) -> HttpResponse:
    """Change a topic."""
    found = access_topic_by_id(scope.actor, topic)
    known = {key: getattr(found, key) for key in ("name", "folder", "query", "dialect", "written")}
    form = TopicForm(request.POST or None, initial=known)
    if "translate" in request.POST:
        form, translation = translated(request, TopicForm)
        return _page(request, scope, form, found, translation=translation)
    if request.method == "POST" and form.is_valid():
        try:
            done = _saved(scope, form, do_change_topic(actor=scope.actor, topic=found, **form.given()))
            messages.success(request, _("Saved. New messages follow it from now on."))
            return done
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    return _page(request, scope, form, found)


@require_POST
@room("topic.manage")
def keep_search(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Keep a search as a topic, in one click: named as asked, or after its words until somebody finds better."""
    query = unix(request.POST.get("q", "")).strip()
    name = free_name(Topic, scope.workspace.pk, request.POST.get("name", "").strip() or query)
    try:
        made = do_add_topic(actor=scope.actor, name=name, query=query)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("search", scope.workspace.slug)
    do_ask_recount(actor=scope.actor, topic=made, days=30)
    messages.success(request, _("This search is now a topic: every message that answers it will be marked."))
    return redirect("topic", workspace=scope.workspace.slug, topic=made.pk)


@require_POST
@room("message.read")
def check_query(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Tell what is wrong with a query, and how it is read, while it is being written: a piece of page."""
    query = unix(request.POST.get("query", request.POST.get("q", "")))
    found = diagnose_written(query, saved_queries(scope.workspace.pk)) if query.strip() else None
    return render(request, "watch/parts/diagnosis.html", {"diagnosis": found})


@require_safe
@room("message.read")
def query_offers(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return what the editor completes, as JSON."""
    return JsonResponse({"offers": [offer.data for offer in offers(scope.workspace.pk)]})


@require_POST
@room("topic.manage")
def try_topic(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Try a query on history without saving anything: a piece of page, or all of it where there is no script."""
    trial = trial_of(request, scope)
    if request.headers.get("HX-Request"):
        return trial_piece(request, trial)
    number = whole(request.POST.get("standing", ""))
    topic = access_topic_by_id(scope.actor, number) if number is not None else None
    return _page(request, scope, TopicForm(initial=request.POST.dict()), topic, tried=True, trial=trial)


@require_POST
@room("message.read")
def translate_query(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Return a query of another tool in our own words, as JSON: with what is lost, before anything is saved."""
    query = unix(request.POST.get("query", ""))
    dialect = request.POST.get("dialect", "")
    found = translate(query, dialect if dialect in DIALECTS else "")
    told = render(request, "watch/parts/losses.html", {"translation": found}).content.decode()
    return JsonResponse({"query": found.query, "dialect": found.dialect, "told": told})


def _saved(scope: Scope, form: TopicForm, topic: Topic) -> HttpResponse:
    """Recount what was asked to be, and go to the topic's page."""
    if form.cleaned_data["history"]:
        do_ask_recount(actor=scope.actor, topic=topic, days=form.days)
    return redirect("topic", workspace=scope.workspace.slug, topic=topic.pk)


def _page(
    request: HttpRequest, scope: Scope, form: TopicForm, topic: Topic | None = None, **more: Any
) -> HttpResponse:
    more |= {
        "folders": folders_of(scope.workspace.pk),
        "saved": saved_queries(scope.workspace.pk, topic, asked(form)),
    }
    return writing_page(request, scope, "watch/topic_edit.html", form, TOPIC, topic, **more)
