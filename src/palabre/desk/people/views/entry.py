"""Coming in by a link: the first start (``/start/…``) and an invitation (``/join/…``).

Opening a link changes nothing: programs that preview links (chats, mail filters) open them too. Only the button
that a person presses spends it.
"""

from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from palabre.desk.people.actions import (
    do_accept_invitation,
    do_change_preferences,
    do_make_person,
    do_use_login_link,
)
from palabre.desk.people.actions.invitations import find_invitation
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import EntryForm
from palabre.desk.people.models import Invitation, Person
from palabre.desk.people.selectors import person_by_email, person_of_link
from palabre.desk.people.sessions import end_sessions


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, secret: str) -> HttpResponse:
    """Let the holder of a first-start link choose a name and a password, and enter."""
    person = person_of_link(secret)
    if person is None:
        return render(request, "people/dead_link.html", {"kind": "start"}, status=410)
    needed = not person.has_usable_password() and "later" not in request.POST
    form = EntryForm(request.POST or None, initial={"name": person.name}, needs_password=needed)
    if request.method == "POST" and form.is_valid():
        return _enter_once(request, secret, form)
    return render(request, "people/start.html", {"form": form, "person": person})


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """Make the holder of an invitation a member: with their account, or with the one made here."""
    invitation = find_invitation(secret)
    if invitation is None or not is_good(invitation):
        return render(request, "people/dead_link.html", {"kind": "join"}, status=410)
    if isinstance(request.user, Person):
        return _join_as(request, invitation, request.user)
    if person_by_email(invitation.email) is not None:
        return render(request, "people/join_sign_in.html", {"invitation": invitation})
    translation.activate(invitation.workspace.language)
    form = EntryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _join_new(request, invitation, form)
    return render(request, "people/join_new.html", {"form": form, "invitation": invitation})


def is_good(invitation: Invitation) -> bool:
    """Tell whether an invitation can still be accepted."""
    closed = invitation.accepted_at or invitation.revoked_at
    return closed is None and invitation.expires_at > timezone.now()


def _enter_once(request: HttpRequest, secret: str, form: EntryForm) -> HttpResponse:
    person = do_use_login_link(secret)
    if person is None:
        return render(request, "people/dead_link.html", {"kind": "start"}, status=410)
    do_change_preferences(person=person, changes={"name": form.cleaned_data["name"]})
    if password := form.cleaned_data["password"]:
        person.set_password(password)
        person.save(update_fields=["password"])
        end_sessions(person)
    return _signed_in(request, person, "/")


def _join_as(request: HttpRequest, invitation: Invitation, person: Person) -> HttpResponse:
    if person.email != invitation.email:
        return render(request, "people/join_other.html", {"invitation": invitation}, status=403)
    if request.method == "POST":
        try:
            do_accept_invitation(invitation=invitation, person=person)
        except Refused:
            return render(request, "people/dead_link.html", {"kind": "join"}, status=410)
        return redirect("home")
    return render(request, "people/join.html", {"invitation": invitation})


def _join_new(request: HttpRequest, invitation: Invitation, form: EntryForm) -> HttpResponse:
    person = do_make_person(
        email=invitation.email,
        name=form.cleaned_data["name"],
        password=form.cleaned_data["password"],
        language=invitation.workspace.language,
    )
    do_change_preferences(person=person, changes={"timezone": invitation.workspace.timezone})
    do_accept_invitation(invitation=invitation, person=person)
    return _signed_in(request, person, "/")


def _signed_in(request: HttpRequest, person: Person, address: str) -> HttpResponse:
    """Sign in the way of the sign-in page: who has a second factor is still asked for it."""
    response: HttpResponse = perform_login(request, person, email_verification="none", redirect_url=address)
    return response
