"""A person's own page: name, language, look, shortcuts, safety."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from palabre.desk.people.actions import do_change_preferences
from palabre.desk.people.forms import PreferencesForm
from palabre.desk.people.models import Person
from palabre.desk.people.scope import person_of
from palabre.desk.people.shortcuts import ShortcutProblem, actions_with_keys, read_keys


@require_http_methods(["GET", "POST"])
@login_required
def me(request: HttpRequest) -> HttpResponse:
    """Show and change the person's preferences."""
    person = person_of(request)
    initial = {"shortcuts_off": bool(person.shortcuts.get("off"))}
    form = PreferencesForm(request.POST or None, instance=person, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _save(request, person, form)
    return render(request, "people/me.html", {"form": form, "keys": actions_with_keys(person.shortcuts)})


def _save(request: HttpRequest, person: Person, form: PreferencesForm) -> HttpResponse:
    try:
        keys = read_keys(request.POST)
    except ShortcutProblem as problem:
        form.add_error(None, problem.message)
        shown = actions_with_keys({"keys": problem.keys})
        return render(request, "people/me.html", {"form": form, "keys": shown}, status=422)
    changes = {name: form.cleaned_data[name] for name in form.Meta.fields}
    off = form.cleaned_data["shortcuts_off"]
    do_change_preferences(person=person, changes={**changes, "shortcuts": {"off": off, "keys": keys}})
    translation.activate(person.language)
    messages.success(request, _("Saved."))
    return redirect("me")
