"""Invitations: a link that lets the holder of an address become a member, once, within a week."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.actions.members import check_grant
from palabre.desk.people.errors import Refused
from palabre.desk.people.models import Invitation, Member, Person
from palabre.desk.people.scope import Actor, set_scope
from palabre.desk.people.secrets import hashed, new_link_secret

INVITATION_LIFE = timedelta(days=7)


def do_invite_member(*, actor: Actor, email: str, role: str) -> tuple[Invitation, str]:
    """Return a new invitation and the secret of its link ``/join/<secret>``, which is shown once.

    An earlier invitation of the same address stops working. Raises ``Refused`` where the actor's role does
    not cover ``role``, or where that person is a member already.
    """
    check_grant(actor, role)
    email = email.strip().lower()
    if Member.objects.filter(workspace_id=actor.workspace_id, person__email=email).exists():
        raise Refused(_("This person is a member already: change their role in the list."), "email")
    _revoke_open(actor, email)
    secret = new_link_secret()
    invitation = Invitation.objects.create(
        workspace_id=actor.workspace_id,
        email=email,
        role=role,
        token_hash=hashed(secret),
        invited_by_id=actor.person_id,
        expires_at=timezone.now() + INVITATION_LIFE,
    )
    record(actor=actor, verb="member.invite", object=f"invitation {invitation.pk}", email=email, role=role)
    return invitation, secret


def do_revoke_invitation(*, actor: Actor, invitation: Invitation) -> None:
    """Make an open invitation worthless; one that was accepted or revoked stays as it is."""
    check_grant(actor, invitation.role)
    done = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    if done.update(revoked_at=timezone.now()):
        record(actor=actor, verb="member.uninvite", object=f"invitation {invitation.pk}", email=invitation.email)


def find_invitation(secret: str) -> Invitation | None:
    """Return the invitation of a link's secret, whatever its state, from outside any workspace."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, workspace_id FROM find_invitation(%s)", [hashed(secret)])
        row = cursor.fetchone()
    if row is None:
        return None
    set_scope(None, row[1])
    return Invitation.objects.select_related("workspace", "invited_by").get(pk=row[0])


def do_accept_invitation(*, invitation: Invitation, person: Person) -> Member:
    """Make ``person`` a member, once. Raises ``Refused`` where the invitation is no longer good or not theirs."""
    if person.email != invitation.email:
        raise Refused(_("This invitation is for another address."))
    set_scope(person.pk, invitation.workspace_id)
    now = timezone.now()
    still_good = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None, expires_at__gt=now)
    if not still_good.update(accepted_at=now):
        raise Refused(_("This invitation is no longer good: ask for another one."))
    member, made = Member.objects.get_or_create(
        workspace_id=invitation.workspace_id, person=person, defaults={"role": invitation.role}
    )
    actor = Actor(invitation.workspace_id, person.pk, member.role)
    record(actor=actor, verb="member.join", object=f"invitation {invitation.pk}", role=member.role, new=made)
    return member


def _revoke_open(actor: Actor, email: str) -> None:
    Invitation.objects.filter(
        workspace_id=actor.workspace_id, email=email, accepted_at=None, revoked_at=None
    ).update(revoked_at=timezone.now())
