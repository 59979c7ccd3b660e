"""What the pages that write a topic and those that write a rule share: the editor, the trial, translation."""

from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from palabre.desk.people.scope import Scope
from palabre.desk.watch.acts import Acts
from palabre.desk.watch.diagnosis import diagnose_written
from palabre.desk.watch.forms import StandingForm
from palabre.desk.watch.language import Saved, unix
from palabre.desk.watch.models import Standing
from palabre.desk.watch.references import saved_queries
from palabre.desk.watch.translation import DIALECTS, Translation, translate
from palabre.desk.watch.trial import PERIODS, Trial, try_query

Form = TypeVar("Form", bound=StandingForm)


def asked(form: StandingForm) -> str:
    """Return the query that a form holds, whether it was sent or begun."""
    return unix(str(form["query"].value() or ""))


def writing_page(
    request: HttpRequest,
    scope: Scope,
    template: str,
    form: StandingForm,
    acts: Acts,
    standing: Standing | None = None,
    *,
    saved: Saved | None = None,
    **more: Any,
) -> HttpResponse:
    """Show a form with what is told of its query; ``saved`` are the queries that it may call."""
    query = asked(form)
    known = saved_queries(scope.workspace.pk) if saved is None else saved
    context: dict[str, Any] = {
        "form": form,
        "standing": standing,
        "acts": acts,
        "diagnosis": diagnose_written(query, known) if query.strip() else None,
        "periods": PERIODS,
        "dialects": DIALECTS,
    }
    return render(request, template, {**context, **more})


def trial_of(request: HttpRequest, scope: Scope) -> Trial | None:
    """Return what the query sent would have caught in the days asked for; None where it cannot be tried."""
    days = request.POST.get("days", "")
    query = unix(request.POST.get("query", ""))
    return try_query(
        query, int(days) if days in map(str, PERIODS) else PERIODS[0], saved_queries(scope.workspace.pk)
    )


def trial_piece(request: HttpRequest, trial: Trial | None) -> HttpResponse:
    """Return a trial as a piece of page."""
    return render(request, "watch/parts/trial.html", {"trial": trial, "periods": PERIODS})


def translated(request: HttpRequest, kind: type[Form]) -> tuple[Form, Translation]:
    """Return the form with its query translated, where there is no script to do it, and what was lost."""
    written = unix(request.POST.get("query", ""))
    dialect = request.POST.get("translate", "")
    found = translate(written, dialect if dialect in DIALECTS else "")
    given = request.POST.dict()
    if found.query is not None:
        given |= {"query": found.query, "dialect": found.dialect, "written": written}
    return kind(initial=given), found
