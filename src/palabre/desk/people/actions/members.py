"""Members: their roles, their leaving. A workspace always keeps an owner."""

from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.models import ApiToken, Member, Role
from palabre.desk.people.permissions import may_grant
from palabre.desk.people.scope import Actor, tell_workers


def do_change_role(*, actor: Actor, member: Member, role: str) -> Member:
    """Give a member another role.

    Raises ``Refused`` where the actor's own role does not cover both roles, or where no owner would be left.
    """
    check_grant(actor, role)
    check_grant(actor, member.role)
    if member.role == role:
        return member
    _keep_an_owner(actor, member)
    Member.objects.filter(pk=member.pk).update(role=role)
    record(actor=actor, verb="member.role", object=f"person {member.person_id}", before=member.role, after=role)
    member.role = role
    return member


def do_remove_member(*, actor: Actor, member: Member) -> None:
    """Take a member out: their tokens and event streams of this workspace end; what they did stays.

    Raises ``Refused`` where the actor's role does not cover the member's, or for the last owner.
    """
    check_grant(actor, member.role)
    _keep_an_owner(actor, member)
    Member.objects.filter(pk=member.pk).delete()
    tell_workers()  # the gate ends their event streams at once
    ApiToken.objects.filter(workspace_id=actor.workspace_id, person_id=member.person_id, revoked_at=None).update(
        revoked_at=timezone.now()
    )
    record(actor=actor, verb="member.remove", object=f"person {member.person_id}", role=member.role)


def check_grant(actor: Actor, role: str) -> None:
    """Raise ``Refused`` where the actor may not give or take ``role``: one hands on no more than one holds."""
    if role not in Role.values:
        raise Refused(_("There is no such role."), "role")
    if not may_grant(actor.role, role):
        raise Refused(_("Only an owner gives or takes this role."), "role")


def _keep_an_owner(actor: Actor, member: Member) -> None:
    """Lock the owners, so that two of them cannot take each other out at the same moment; then count."""
    owners = Member.objects.filter(workspace_id=actor.workspace_id, role=Role.OWNER).order_by("pk")
    locked = {found.pk for found in owners.select_for_update()}
    if locked == {member.pk}:
        raise Refused(_("This is the last owner: make someone else an owner first."), "role")
