"""What people do in the queue: take, let go, decide, undo. Answers are small JSON for the page's own script."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST

from palabre.desk.messages.access import access_message_by_id
from palabre.desk.messages.numbers import whole
from palabre.desk.moderation.actions import (
    MOST,
    Verdict,
    do_decide_alike,
    do_decide_message,
    do_undo_decisions,
)
from palabre.desk.moderation.charter import cited
from palabre.desk.moderation.claims import SECONDS, do_claim_message, do_release_claims
from palabre.desk.moderation.models import Decision
from palabre.desk.moderation.refusals import Refused
from palabre.desk.moderation.selectors import Tray, next_alike
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope


@require_POST
@room("message.decide")
def claim(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    """Take or renew the claim on a message; 409 with a sentence where someone else has it."""
    access_message_by_id(scope, message)
    try:
        do_claim_message(actor=scope.actor, message_id=message, name=str(scope.person))
    except Refused as refusal:
        return _refused(refusal)
    return JsonResponse({"seconds": SECONDS})


@require_POST
@room("message.decide")
def release(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Let go of what the person has open."""
    do_release_claims(actor=scope.actor)
    return JsonResponse({})


@require_POST
@room("message.decide")
def decide(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    """Decide one message; 409 with a sentence where someone else was first, 422 where the form is wrong."""
    access_message_by_id(scope, message)
    try:
        decision = do_decide_message(actor=scope.actor, message_id=message, verdict=_verdict(request))
    except Refused as refusal:
        return _refused(refusal)
    tray: Tray = "hold" if request.POST.get("tray") == "hold" else "pending"
    return _decided([decision], follow=next_alike(message, tray))


@require_POST
@room("message.decide")
def decide_alike(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    """Decide a message and all that say nearly the same."""
    access_message_by_id(scope, message)
    try:
        decisions = do_decide_alike(actor=scope.actor, message_id=message, verdict=_verdict(request))
    except Refused as refusal:
        return _refused(refusal)
    return _decided(decisions)


@require_POST
@room("message.decide")
def undo(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Take back the decisions named in ``decisions`` (ids with commas between them)."""
    ids = [int(id) for id in request.POST.get("decisions", "").split(",")[:MOST] if id.isascii() and id.isdigit()]
    try:
        states = do_undo_decisions(actor=scope.actor, decision_ids=ids)
    except Refused as refusal:
        return _refused(refusal)
    said = ngettext("Put back in the queue.", "%(count)s messages put back in the queue.", len(states))
    return JsonResponse({"messages": list(states), "said": said % {"count": len(states)}})


def _verdict(request: HttpRequest) -> Verdict:
    post = request.POST
    revision, newest = whole(post.get("revision", "")), whole(post.get("newest", ""))
    return Verdict.read(post.get("action", ""), post.get("reason", ""), post.get("note", ""), revision, newest)


def _refused(refusal: Refused) -> HttpResponse:
    status = 422 if refusal.why in ("reason", "action") else 409
    return JsonResponse({"why": refusal.why, "said": refusal.sentence}, status=status)


def _decided(decisions: list[Decision], follow: int | None = None) -> HttpResponse:
    """Answer what was done; ``follow`` is the message that now stands for those that say nearly the same."""
    said = _said(decisions[0], len(decisions))
    ids = [decision.pk for decision in decisions]
    told = {"decisions": ids, "messages": [row.message_id for row in decisions], "said": said}
    return JsonResponse({**told, "follow": follow} if follow else told)


def _said(decision: Decision, count: int) -> str:
    """Return what was done, short: "Removed (1.2)", "5 messages removed (1.2)"."""
    one = {"approve": _("Published"), "remove": _("Removed"), "hold": pgettext("done", "Put on hold")}
    many = {
        "approve": _("%(count)s messages published"),
        "remove": _("%(count)s messages removed"),
        "hold": _("%(count)s messages put on hold"),
    }
    said = one[decision.action] if count == 1 else many[decision.action] % {"count": count}
    article = cited(decision.reason)
    return f"{said} ({article.number})" if article else said
