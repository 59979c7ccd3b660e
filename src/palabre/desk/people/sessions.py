"""Ending sessions: one at sign-out, all of a person's everywhere when their password changes.

Django already turns away a session whose password has changed; removing its row as well closes its event stream,
which the gate keeps open as long as the row is there. The gate looks once a minute, and at once when it is told.
"""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from palabre.desk.people.models import Person
from palabre.desk.people.scope import tell_workers


def end_sessions(person: Person, *, keep: str | None = None) -> int:
    """Remove the person's sessions but the one whose key is ``keep``; return how many were removed."""
    others = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=timezone.now()).exclude(pk=keep or "").iterator()
        if session.get_decoded().get(SESSION_KEY) == str(person.pk)
    ]
    tell_workers()
    return Session.objects.filter(pk__in=others).delete()[0]


def on_signed_out(**_: object) -> None:
    """Hear Django's signal: the gate looks again at who may listen once this request commits."""
    tell_workers()


def on_password_changed(*, request: HttpRequest, user: Person, **_: object) -> None:
    """Hear allauth's signals: the password was changed, set for the first time, or reset."""
    end_sessions(user, keep=request.session.session_key)
