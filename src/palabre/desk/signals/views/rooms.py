"""The room of signals: all of them, one of them, its threshold."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from palabre.core.signals import names
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.signals.actions import do_set_threshold
from palabre.desk.signals.forms import ThresholdForm
from palabre.desk.signals.pages import families, page_of
from palabre.desk.signals.selectors import DAYS, in_use, label_count, overviews


@require_safe
@room("message.read")
def signals(request: HttpRequest, scope: Scope) -> HttpResponse:
    """List the signals by family, with their month."""
    context = {
        "families": families(overviews(scope.workspace.pk)),
        "used": in_use(scope.workspace.pk),
        "labels": sum(label_count(scope.workspace.pk).values()),
        "days": DAYS,
    }
    return render(request, "signals/list.html", context)


@require_safe
@room("message.read")
def signal(request: HttpRequest, scope: Scope, signal: str) -> HttpResponse:
    """Show one signal; ``?threshold=`` shows what another threshold would have given, without keeping it."""
    page = page_of(scope.workspace.pk, _known(signal))
    form = ThresholdForm(request.GET if "threshold" in request.GET else None, initial={"threshold": page.percent})
    if form.is_bound and form.is_valid():
        page = replace(page, tried=form.cleaned_data["threshold"] / 100)
    return render(request, "signals/signal.html", {"page": page, "form": form, "days": DAYS})


@require_POST
@room("signal.manage")
def set_threshold(request: HttpRequest, scope: Scope, signal: str) -> HttpResponse:
    """Keep another threshold."""
    form = ThresholdForm(request.POST)
    if not form.is_valid():
        page = page_of(scope.workspace.pk, _known(signal))
        return render(request, "signals/signal.html", {"page": page, "form": form, "days": DAYS}, status=422)
    percent = form.cleaned_data["threshold"]
    if do_set_threshold(actor=scope.actor, signal=_known(signal), threshold=percent / 100):
        messages.success(request, _("Saved. New messages follow it from now on."))
    return redirect("signal", workspace=scope.workspace.slug, signal=signal)


def _known(signal: str) -> str:
    if signal not in {*names(), "flood"}:
        raise Http404
    return signal
