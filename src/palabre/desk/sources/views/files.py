"""Adding a file: upload it, look at the columns that were guessed, correct, confirm."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from palabre.connectors.contract import SourceError
from palabre.connectors.file import Guess, guess_mapping
from palabre.connectors.registry import connector
from palabre.connectors.shared.sentences import in_language
from palabre.desk.people.access import room
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import add_refusal
from palabre.desk.people.scope import Scope
from palabre.desk.sources import uploads
from palabre.desk.sources.actions import do_add_source
from palabre.desk.sources.checks import uploads as folder
from palabre.desk.sources.columns import TARGETS, columns_of, read_mapping
from palabre.desk.sources.forms import SourceForm, in_present_language


class FileForm(SourceForm):
    """The form of the file connector, with the file itself."""

    file = forms.FileField(label=_("File"), help_text=_("CSV, JSONL (gzipped or not) or XLSX, up to 2 GB."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(connector("file").manifest, *args, **kwargs)
        self.order_fields(["file", "name"])


@require_http_methods(["GET", "POST"])
@room("source.manage")
def add_file(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Take the file, guess its columns and show them to be confirmed."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            ticket, guess = _look_at(form, scope.workspace.pk)
            return _columns(request, form, ticket, guess)
        except Refused as refusal:
            add_refusal(form, refusal.where, refusal.message)
    return render(request, "sources/add_file.html", {"form": form})


@require_POST
@room("source.manage")
def confirm_file(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Create the source with the columns that the person confirmed."""
    ticket = request.POST.get("ticket", "")
    form = FileForm(request.POST)
    form.fields["file"].required = False
    try:
        if not form.is_valid():
            raise Refused(_("Something of the form was lost: upload the file again."))
        name = uploads.name_of(ticket, scope.workspace.pk)
        guess = _guess(name, form.given())
    except Refused as refusal:
        return render(request, "sources/add_file.html", {"form": FileForm(), "refusal": refusal}, status=422)
    try:
        mapping = read_mapping(request.POST, guess.columns)
    except Refused as refusal:
        return _columns(request, form, ticket, guess, refusal, status=422)
    given = {**form.given(), **guess.settings(), "mapping": mapping}
    made = do_add_source(
        actor=scope.actor,
        connector="file",
        name=form.cleaned_data["name"],
        given={**given, "path": uploads.confirm(ticket, scope.workspace.pk)},
        moderated=form.cleaned_data["moderated"],
    )
    return redirect("source", workspace=scope.workspace.slug, source=made.pk)


def _look_at(form: FileForm, workspace_id: int) -> tuple[str, Guess]:
    """Keep the file and guess its columns; a file that cannot be read is not kept. Raises ``Refused``."""
    ticket = uploads.keep(form.cleaned_data["file"], workspace_id)
    try:
        return ticket, _guess(uploads.name_of(ticket, workspace_id), form.given())
    except Refused:
        uploads.discard(ticket, workspace_id)
        raise


def _guess(name: str, settings: dict[str, Any]) -> Guess:
    """Look at the file. Raises ``Refused`` where it cannot be read."""
    told = {key: value for key, value in settings.items() if value not in (None, "", "auto")}
    try:
        return guess_mapping(folder() / name, told)
    except SourceError as error:
        raise Refused(in_language(str(error), get_language() or "fr"), "file") from error


def _columns(
    request: HttpRequest,
    form: FileForm,
    ticket: str,
    guess: Guess,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    chosen = None
    if refusal is not None:
        places = enumerate(guess.columns)
        chosen = {request.POST.get(f"column-{place}", ""): name for place, name in places}
    context = {
        "form": form,
        "ticket": ticket,
        "columns": columns_of(guess, chosen),
        "targets": list(TARGETS.items()),
        "problems": [in_present_language(*problem) for problem in guess.problems],
        "guess": guess,
        "refusal": refusal,
    }
    return render(request, "sources/columns.html", context, status=status)
