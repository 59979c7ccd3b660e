"""Writing a rule: with the editor of topics, and tried on history before it is saved."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from palabre.desk.messages.numbers import whole
from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import add_refusal
from palabre.desk.people.scope import Scope
from palabre.desk.watch.access import access_rule_by_id
from palabre.desk.watch.actions import do_add_rule, do_change_rule
from palabre.desk.watch.acts import RULE
from palabre.desk.watch.forms import RuleForm
from palabre.desk.watch.language import unix
from palabre.desk.watch.models import Rule
from palabre.desk.watch.naming import free_name
from palabre.desk.watch.views.writing import translated, trial_of, trial_piece, writing_page


@require_http_methods(["GET", "POST"])
@room("rule.manage")
def add_rule(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Write a new rule; ``?query=`` begins it."""
    form = RuleForm(request.POST or None, initial={"query": request.GET.get("query", "")})
    return _written(request, scope, form)


@require_http_methods(["GET", "POST"])
@room("rule.manage")
def change_rule(request: HttpRequest, scope: Scope, rule: int) -> HttpResponse:
    """Change a rule."""
    found = access_rule_by_id(scope.actor, rule)
    form = RuleForm(request.POST or None, initial={key: getattr(found, key) for key in RuleForm.given_fields})
    return _written(request, scope, form, found)


@require_POST
@room("rule.manage")
def keep_search_as_rule(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Keep a search as a rule, in one click: its words are its name, the article was chosen beside the button."""
    query = unix(request.POST.get("q", "")).strip()
    name = free_name(Rule, scope.workspace.pk, query)
    try:
        made = do_add_rule(actor=scope.actor, name=name, query=query, article=request.POST.get("article", ""))
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("search", scope.workspace.slug)
    told = _("This search is now a rule: messages that answer it are put before a person, with their article.")
    messages.success(request, told)
    return redirect("rule", workspace=scope.workspace.slug, rule=made.pk)


@require_POST
@room("rule.manage")
def try_rule(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Try a query on history without saving anything: a piece of page, or all of it where there is no script."""
    trial = trial_of(request, scope)
    if request.headers.get("HX-Request"):
        return trial_piece(request, trial)
    number = whole(request.POST.get("standing", ""))
    rule = access_rule_by_id(scope.actor, number) if number is not None else None
    return _page(request, scope, RuleForm(initial=request.POST.dict()), rule, tried=True, trial=trial)


def _written(request: HttpRequest, scope: Scope, form: RuleForm, rule: Rule | None = None) -> HttpResponse:
    """Save what was written where it can be; else show it with what is wrong."""
    if "translate" in request.POST:
        form, translation = translated(request, RuleForm)
        return _page(request, scope, form, rule, translation=translation)
    if request.method == "POST" and form.is_valid():
        try:
            return _saved(request, scope, form, rule)
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    return _page(request, scope, form, rule)


def _saved(request: HttpRequest, scope: Scope, form: RuleForm, rule: Rule | None) -> HttpResponse:
    if rule is None:
        saved = do_add_rule(actor=scope.actor, **form.given())
    else:
        saved = do_change_rule(actor=scope.actor, rule=rule, **form.given())
        messages.success(request, _("Saved. New messages follow it from now on."))
    return redirect("rule", workspace=scope.workspace.slug, rule=saved.pk)


def _page(request: HttpRequest, scope: Scope, form: RuleForm, rule: Rule | None, **more: Any) -> HttpResponse:
    return writing_page(request, scope, "watch/rule_edit.html", form, RULE, rule, **more)
