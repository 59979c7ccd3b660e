"""Taking many topics at once: given or pasted, shown as they are read, then confirmed. And giving them back."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Scope
from palabre.desk.watch.actions import do_import_topics
from palabre.desk.watch.actions.imports import Wanted
from palabre.desk.watch.departure import DESTINATIONS, Departing, destinations, written_for
from palabre.desk.watch.importing import FORMULA, LARGEST, Row, rows_of
from palabre.desk.watch.language import OWN
from palabre.desk.watch.reception import Candidate, count_usable, receive
from palabre.desk.watch.references import saved_queries
from palabre.desk.watch.selectors import folders_of, topics_of
from palabre.desk.watch.translation import DIALECTS

COLUMNS = ("id", "name", "folder", "query", "dialect", "state")


@require_http_methods(["GET", "POST"])
@room("topic.manage")
def import_topics(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Take a file or a paste, and show how each of its queries is read."""
    context: dict[str, Any] = {"dialects": DIALECTS, "folders": folders_of(scope.workspace.pk)}
    if request.method == "POST":
        try:
            rows = rows_of(_given(request))
        except Refused as refusal:
            return render(request, "watch/import.html", {**context, "refusal": refusal}, status=422)
        dialect = request.POST.get("dialect", "")
        found = receive(scope.workspace.pk, rows, dialect if dialect in DIALECTS else "")
        return _confirmation(request, context, found)
    return render(request, "watch/import.html", context)


@require_POST
@room("topic.manage")
def confirm_import(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Add the topics that the person left ticked."""
    try:
        rows = rows_of(request.POST.get("rows", ""))
        taken = set(request.POST.getlist("take"))
        chosen = [row for place, row in enumerate(rows) if str(place) in taken]
        found = [one for one in receive(scope.workspace.pk, chosen, OWN) if one.usable]
        folder = request.POST.get("folder", "")
        added, changed = do_import_topics(actor=scope.actor, wanted=[_wanted(one, folder) for one in found])
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("import_topics", workspace=scope.workspace.slug)
    told = ngettext("%(n)s topic added.", "%(n)s topics added.", added) % {"n": added}
    if changed:
        told += " " + ngettext("%(n)s changed.", "%(n)s changed.", changed) % {"n": changed}
    messages.success(request, told)
    return redirect("topics", workspace=scope.workspace.slug)


@require_safe
@room("topic.read")
def choose_export(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the topics as another tool would be told them, with what is lost, before they are taken away."""
    dialect, found = _departing(request, scope)
    context = {"dialect": dialect, "destinations": destinations(), "found": found}
    return render(request, "watch/export.html", context)


@require_safe
@room("topic.read")
def export_topics(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Give all topics as JSON lines, which ``palabre match`` reads; with ``?format=csv``, as CSV.

    ``?dialect=`` writes them for another tool; what is lost stands beside each.
    """
    dialect, found = _departing(request, scope)
    rows = [_row(one, dialect) for one in found]
    name = f"{scope.workspace.slug}-topics" + ("" if dialect == OWN else f"-{dialect}")
    if request.GET.get("format") == "csv":
        return _file(f"{name}.csv", "text/csv", _as_csv(rows))
    return _file(f"{name}.jsonl", "application/jsonl", "".join(_as_lines(rows)))


def _departing(request: HttpRequest, scope: Scope) -> tuple[str, list[Departing]]:
    """Return the dialect that is asked for, ours where none is, and the topics in it."""
    asked = request.GET.get("dialect", OWN)
    dialect = asked if asked in DESTINATIONS else OWN
    here = scope.workspace.pk
    return dialect, written_for(topics_of(here), dialect, saved_queries(here))


def _given(request: HttpRequest) -> str:
    """Return what was given: the file, or else the paste. Raises ``Refused`` where it is no text."""
    file = request.FILES.get("file")
    if file is None:
        return request.POST.get("text", "")[:LARGEST]
    if (file.size or 0) > LARGEST:
        raise Refused(_("This file is larger than 5 MB: cut it in pieces."), "file")
    data: bytes = file.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _confirmation(request: HttpRequest, context: dict[str, Any], found: list[Candidate]) -> HttpResponse:
    """Show the candidates; what is confirmed is our own translation of each."""
    rows = [_translated(one) for one in found]
    more = {"found": found, "usable": count_usable(found), "rows": json.dumps(rows, ensure_ascii=False)}
    more |= {"folder": request.POST.get("folder", "")}
    return render(request, "watch/import_confirm.html", {**context, **more})


def _translated(one: Candidate) -> dict[str, str]:
    row: Row = one.row
    query = one.translation.query
    kept = {"name": row.name, "folder": row.folder, "query": row.query if query is None else query}
    return {**kept, "dialect": OWN, "tool": one.translation.dialect, "written": row.query if one.foreign else ""}


def _wanted(one: Candidate, folder: str) -> Wanted:
    return Wanted(
        name=one.row.name,
        query=one.translation.query or "",
        folder=(one.row.folder or " ".join(folder.split()))[:80],
        dialect=one.row.tool or OWN,
        written=one.row.written,
        known=one.known,
    )


def _row(one: Departing, dialect: str) -> dict[str, Any]:
    topic = one.topic
    values = (topic.pk, topic.name, topic.folder, one.text, dialect, topic.state)
    lost = {} if dialect == OWN else {"lost": one.lost}
    return {**dict(zip(COLUMNS, values, strict=True)), **lost}


def _as_lines(rows: list[dict[str, Any]]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _as_csv(rows: list[dict[str, Any]]) -> str:
    told = io.StringIO()
    writer = csv.DictWriter(told, list(rows[0]) if rows else COLUMNS)
    writer.writeheader()
    writer.writerows({key: _plain(value) for key, value in row.items()} for row in rows)
    return told.getvalue()


def _plain(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula; a list is one of sentences."""
    value = " ".join(value) if isinstance(value, list) else value
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _file(name: str, kind: str, content: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
