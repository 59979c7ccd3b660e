"""The register of products: a file is read and shown before it counts."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from palabre.core.signals import product_file
from palabre.desk.people.access import room
from palabre.desk.people.scope import Scope
from palabre.desk.signals.access import access_register_by_id
from palabre.desk.signals.actions import do_read_register, do_remove_register, do_use_register
from palabre.desk.signals.registers import registers_of


@require_http_methods(["GET", "POST"])
@room("signal.manage")
def products(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the register in use and the one to confirm; read a file."""
    refusal = ""
    if request.method == "POST":
        refusal = _read(request, scope)
        if not refusal:
            return redirect("products", workspace=scope.workspace.slug)
    used, waiting = registers_of(scope.workspace.pk)
    context = {"used": used, "waiting": waiting, "refusal": refusal}
    return render(request, "signals/products.html", context, status=422 if refusal else 200)


def _read(request: HttpRequest, scope: Scope) -> str:
    """Read the file that was given; return why not, or nothing."""
    file = request.FILES.get("file")
    if file is None:
        return _("Choose a file first.")
    if (file.size or 0) > product_file.MAX_BYTES:
        return refusals()["too_big"]
    try:
        do_read_register(actor=scope.actor, file_name=file.name or "", data=file.read())
    except product_file.BadFile as error:
        return refusals()[error.why]
    return ""


def refusals() -> dict[str, str]:
    """Return what is said of a file that is no register, by ``BadFile.why``."""
    return {
        "empty": _("This file is empty: put one product a line."),
        "too_big": _("This file is larger than 5 MB: keep only the columns of names and codes."),
        "no_text": _("This file is no text: save the sheet as CSV, then try again."),
        "too_many": _("This file has more than 50,000 products: keep those that you watch over."),
        "no_names": _("No product was found: give the column of names the heading “name”."),
    }


@require_POST
@room("signal.manage")
def use_register(request: HttpRequest, scope: Scope, register: int) -> HttpResponse:
    """Put what was read to use."""
    found = access_register_by_id(scope.actor, register)
    if do_use_register(actor=scope.actor, register=found):
        messages.success(request, _("The register is in use: new messages are read with it from now on."))
    return redirect("products", workspace=scope.workspace.slug)


@require_POST
@room("signal.manage")
def remove_register(request: HttpRequest, scope: Scope, register: int) -> HttpResponse:
    """Take a register away."""
    found = access_register_by_id(scope.actor, register)
    if do_remove_register(actor=scope.actor, register=found) and found.used:
        messages.success(request, _("The register is no longer used."))
    return redirect("products", workspace=scope.workspace.slug)
