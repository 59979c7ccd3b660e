"""Rules: the list, one's own page, what is done to it from there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Scope
from palabre.desk.watch.access import access_rule_by_id, access_rule_version_by_id
from palabre.desk.watch.actions import do_pause_rule, do_remove_rule, do_restore_rule, do_resume_rule
from palabre.desk.watch.acts import RULE
from palabre.desk.watch.selectors import decisions_of, latest_matches, rule_overviews
from palabre.desk.watch.views.standing import standing_context


@require_safe
@room("rule.read")
def rules(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the rules, what each proposes, and how much it catches."""
    return render(request, "watch/rules.html", {"rules": rule_overviews(scope.workspace.pk)})


@require_safe
@room("rule.read")
def rule_page(request: HttpRequest, scope: Scope, rule: int) -> HttpResponse:
    """Show a rule, and what people decided of what it brought up."""
    found = access_rule_by_id(scope.actor, rule)
    context = {**standing_context(found, RULE), "rule": found, "decisions": decisions_of(found)}
    return render(request, "watch/rule.html", context)


@require_safe
@room("rule.read")
def rule_latest(request: HttpRequest, scope: Scope, rule: int) -> HttpResponse:
    """Return the newest messages that the rule caught: a piece of page."""
    found = access_rule_by_id(scope.actor, rule)
    return render(request, "watch/parts/latest.html", {"cards": latest_matches(found)})


@require_POST
@room("rule.manage")
def pause_rule(request: HttpRequest, scope: Scope, rule: int) -> HttpResponse:
    """Stop proposing."""
    do_pause_rule(actor=scope.actor, rule=access_rule_by_id(scope.actor, rule))
    return redirect("rule", workspace=scope.workspace.slug, rule=rule)


@require_POST
@room("rule.manage")
def resume_rule(request: HttpRequest, scope: Scope, rule: int) -> HttpResponse:
    """Propose again."""
    do_resume_rule(actor=scope.actor, rule=access_rule_by_id(scope.actor, rule))
    return redirect("rule", workspace=scope.workspace.slug, rule=rule)


@require_POST
@room("rule.manage")
def remove_rule(request: HttpRequest, scope: Scope, rule: int) -> HttpResponse:
    """Remove a rule for good."""
    found = access_rule_by_id(scope.actor, rule)
    do_remove_rule(actor=scope.actor, rule=found)
    messages.success(request, _("The rule “%(name)s” is removed.") % {"name": found.name})
    return redirect("rules", workspace=scope.workspace.slug)


@require_POST
@room("rule.manage")
def restore_rule(request: HttpRequest, scope: Scope, rule: int, rule_version: int) -> HttpResponse:
    """Have it say again what it said in a former version."""
    found = access_rule_by_id(scope.actor, rule)
    former = access_rule_version_by_id(scope.actor, found, rule_version)
    try:
        do_restore_rule(actor=scope.actor, rule=found, version=former)
        messages.success(request, _("Version %(n)s is in force again.") % {"n": former.number})
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("rule", workspace=scope.workspace.slug, rule=rule)
