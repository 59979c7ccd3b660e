"""People themselves: making one, letting one in by a link, their preferences."""

from collections.abc import Mapping
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.people.errors import Refused
from palabre.desk.people.models import LoginLink, Person
from palabre.desk.people.secrets import hashed, new_link_secret

LINK_LIFE = timedelta(hours=24)

#: What a person may change of themselves; anything else in the mapping is a defect of the caller.
PREFERENCES = frozenset({"name", "language", "theme", "density", "timezone", "blur_harsh", "shortcuts", "views"})


def do_make_person(*, email: str, name: str = "", password: str | None = None, language: str = "fr") -> Person:
    """Create a person, their address held as verified: they come by a link that was given to it.

    Raises ``Refused`` where someone has that address already.
    """
    if Person.objects.filter(email=email.strip().lower()).exists():
        raise Refused(_("Someone already has this address."), "email")
    with transaction.atomic():
        person = Person.objects.create_user(email.strip(), password, name=name, language=language)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def do_make_login_link(email: str) -> str:
    """Return the secret of a new link ``/start/<secret>`` that lets its person in once within 24 hours.

    For the person at the machine's command line: the first start, or a password forgotten where no mail is sent.
    Raises ``Refused`` where nobody has that address.
    """
    person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
    if person is None:
        raise Refused(_("Nobody has the address %(email)s here.") % {"email": email}, "email")
    secret = new_link_secret()
    LoginLink.objects.create(person=person, token_hash=hashed(secret), expires_at=timezone.now() + LINK_LIFE)
    return secret


def do_use_login_link(secret: str) -> Person | None:
    """Spend the link and return its person; ``None`` where it is unknown, spent or out of date.

    The UPDATE is conditional: of two people who open the same link at once, one enters.
    """
    now = timezone.now()
    spent = LoginLink.objects.filter(token_hash=hashed(secret), used_at=None, expires_at__gt=now).update(
        used_at=now
    )
    if not spent:
        return None
    return Person.objects.filter(loginlink__token_hash=hashed(secret), is_active=True).first()


def do_change_preferences(*, person: Person, changes: Mapping[str, object]) -> Person:
    """Write what a person chose for themselves (keys of ``PREFERENCES``)."""
    if unknown := set(changes) - PREFERENCES:
        raise ValueError(f"These are no preferences: {', '.join(sorted(unknown))}.")
    for name, value in changes.items():
        setattr(person, name, value)
    person.save(update_fields=list(changes))
    return person
