"""Reading people, members, invitations and tokens."""

import hmac
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from palabre.desk.people.models import ApiToken, Invitation, LoginLink, Member, Person
from palabre.desk.people.permissions import ROLES
from palabre.desk.people.scope import set_scope
from palabre.desk.people.secrets import hashed

#: The order in which people see roles: from the most to the least.
RANK = {role: place for place, role in enumerate(ROLES)}


def memberships_of(person: Person) -> list[Member]:
    """Return the workspaces of a person, by name, each with the person's role there."""
    return list(Member.objects.select_related("workspace").filter(person=person).order_by("workspace__name", "pk"))


def members_of(workspace_id: int) -> list[Member]:
    """Return the members of a workspace, from owner to client, then by name."""
    found = Member.objects.select_related("person").filter(workspace_id=workspace_id)
    return sorted(found, key=lambda member: (RANK[member.role], str(member.person).lower()))


def open_invitations(workspace_id: int) -> list[Invitation]:
    """Return the invitations that were neither accepted nor revoked, newest first, those out of date included."""
    found = Invitation.objects.select_related("invited_by").filter(
        workspace_id=workspace_id, accepted_at=None, revoked_at=None
    )
    return list(found.order_by("-created_at"))


def tokens_of(workspace_id: int) -> QuerySet[ApiToken]:
    """Return the tokens of a workspace, good ones first, then newest first."""
    found = ApiToken.objects.select_related("person").filter(workspace_id=workspace_id)
    return found.order_by("revoked_at", "-created_at")


def person_of_link(secret: str) -> Person | None:
    """Return whom a first-start link would let in; ``None`` where it is unknown, spent or out of date."""
    link = (
        LoginLink.objects.select_related("person")
        .filter(token_hash=hashed(secret), used_at=None, expires_at__gt=timezone.now(), person__is_active=True)
        .first()
    )
    return link.person if link else None


def person_by_email(email: str) -> Person | None:
    """Return the person who signs in with that address, or ``None``."""
    return Person.objects.filter(email=email.strip().lower()).first()


@dataclass(frozen=True, slots=True)
class Holder:
    """A token that works, and the member of its workspace who answers for it."""

    token: ApiToken
    member: Member


def holder_of(plain: str) -> Holder | None:
    """Return whose token ``plain`` is, its workspace open for the rest of the transaction, or None."""
    digest = hashed(plain)
    with connection.cursor() as cursor:
        cursor.execute("SELECT token_hash, workspace_id, person_id FROM find_api_token(%s)", [digest])
        row = cursor.fetchone()
    if row is None or not hmac.compare_digest(row[0], digest):
        return None
    set_scope(row[2], row[1])
    members = Member.objects.select_related("person", "workspace")
    member = members.filter(person_id=row[2], workspace_id=row[1], person__is_active=True).first()
    return Holder(ApiToken.objects.get(token_hash=digest), member) if member else None
