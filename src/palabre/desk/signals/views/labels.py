"""Saying that a signal is wrong, right or missing: one click, answered with the chips as they now stand."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from palabre.desk.messages.access import access_message_by_id
from palabre.desk.messages.cards import cards
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Scope
from palabre.desk.signals.access import access_label_by_id
from palabre.desk.signals.actions import do_label_signal, do_undo_label
from palabre.desk.signals.heard import heard


@require_POST
@room("message.decide")
def label_signal(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    """Note that ``signal`` is (``is=1``) or is not (``is=0``) what the message is; 422 for an unknown signal."""
    access_message_by_id(scope, message)
    signal, is_it = request.POST.get("signal", "")[:60], request.POST.get("is") == "1"
    try:
        do_label_signal(actor=scope.actor, message_id=message, signal=signal, is_it=is_it)
    except Refused as refusal:
        return JsonResponse({"said": refusal.message}, status=422)
    return _chips(request, scope, message)


@require_POST
@room("message.decide")
def undo_label(request: HttpRequest, scope: Scope, label: int) -> HttpResponse:
    """Take a word back."""
    found = access_label_by_id(scope.actor, label)
    do_undo_label(actor=scope.actor, label=found)
    return _chips(request, scope, found.message_id or 0)


def _chips(request: HttpRequest, scope: Scope, message: int) -> HttpResponse:
    listed = cards(messages_by_id([message]))
    if not listed:  # it was forgotten meanwhile
        return HttpResponse("<div></div>")
    context = {"heard": heard(listed[0]), "scope": scope, "may": scope.may("message.decide")}
    return render(request, "signals/parts/heard.html", context)
