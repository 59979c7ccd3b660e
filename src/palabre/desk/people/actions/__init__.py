"""What changes people, workspaces, members, invitations and tokens. Each act, its audit row, its announcement."""

from palabre.desk.people.actions.invitations import do_accept_invitation, do_invite_member, do_revoke_invitation
from palabre.desk.people.actions.members import do_change_role, do_remove_member
from palabre.desk.people.actions.people import (
    do_change_preferences,
    do_make_login_link,
    do_make_person,
    do_use_login_link,
)
from palabre.desk.people.actions.tokens import do_create_token, do_note_use, do_revoke_token
from palabre.desk.people.actions.workspaces import do_change_workspace, do_found_workspace

__all__ = [
    "do_accept_invitation",
    "do_change_preferences",
    "do_change_role",
    "do_change_workspace",
    "do_create_token",
    "do_found_workspace",
    "do_invite_member",
    "do_make_login_link",
    "do_make_person",
    "do_note_use",
    "do_remove_member",
    "do_revoke_invitation",
    "do_revoke_token",
    "do_use_login_link",
]
