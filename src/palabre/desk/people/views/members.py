"""The team of a workspace: who is in, who is invited."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from palabre.desk.people.access import access_invitation_by_id, access_member_by_id, room
from palabre.desk.people.actions import do_change_role, do_invite_member, do_remove_member, do_revoke_invitation
from palabre.desk.people.errors import Refused
from palabre.desk.people.forms import ROLE_WORDS, InviteForm, add_refusal, grantable
from palabre.desk.people.mails import mail_invitation
from palabre.desk.people.permissions import may_grant
from palabre.desk.people.scope import Scope
from palabre.desk.people.selectors import members_of, open_invitations


@require_safe
@room("member.read")
def members(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show the team."""
    return _page(request, scope, InviteForm(giver=scope.role))


@require_POST
@room("member.manage")
def invite(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Invite someone: the link is shown once, and sent by mail where mail is set up."""
    form = InviteForm(request.POST, giver=scope.role)
    if not form.is_valid():
        return _page(request, scope, form, status=422)
    try:
        invitation, secret = do_invite_member(actor=scope.actor, **form.cleaned_data)
    except Refused as refusal:
        add_refusal(form, refusal.where, refusal.message)
        return _page(request, scope, form, status=422)
    link = request.build_absolute_uri(f"/join/{secret}")
    sent = mail_invitation(scope, invitation, link)
    new = {"invitation": invitation, "link": link, "sent": sent}
    return _page(request, scope, InviteForm(giver=scope.role), new=new)


@require_POST
@room("member.manage")
def revoke_invitation(request: HttpRequest, scope: Scope, invitation: int) -> HttpResponse:
    """Make an invitation worthless."""
    found = access_invitation_by_id(scope.actor, invitation)
    try:
        do_revoke_invitation(actor=scope.actor, invitation=found)
        messages.success(request, _("The invitation of %(email)s no longer works.") % {"email": found.email})
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("members", workspace=scope.workspace.slug)


@require_POST
@room("member.manage")
def change_role(request: HttpRequest, scope: Scope, member: int) -> HttpResponse:
    """Give a member another role."""
    found = access_member_by_id(scope.actor, member)
    try:
        do_change_role(actor=scope.actor, member=found, role=request.POST.get("role", ""))
        messages.success(request, _("The role of %(name)s is changed.") % {"name": found.person})
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("members", workspace=scope.workspace.slug)


@require_POST
@room("member.manage")
def remove_member(request: HttpRequest, scope: Scope, member: int) -> HttpResponse:
    """Take a member out of the workspace."""
    found = access_member_by_id(scope.actor, member)
    try:
        do_remove_member(actor=scope.actor, member=found)
        messages.success(request, _("%(name)s is no longer in the team.") % {"name": found.person})
    except Refused as refusal:
        messages.error(request, refusal.message)
    gone = found.person_id == scope.person.pk
    return redirect("home") if gone else redirect("members", workspace=scope.workspace.slug)


def _page(
    request: HttpRequest, scope: Scope, form: InviteForm, new: dict[str, object] | None = None, status: int = 200
) -> HttpResponse:
    manages = scope.may("member.manage")
    team = [(member, manages and may_grant(scope.role, member.role)) for member in members_of(scope.workspace.pk)]
    context = {
        "team": team,
        "roles": grantable(scope.role),
        "role_words": ROLE_WORDS,
        "now": timezone.now(),
        "form": form,
        "new": new,
        "invitations": open_invitations(scope.workspace.pk) if manages else [],
    }
    return render(request, "people/members.html", context, status=status)
