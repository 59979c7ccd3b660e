"""Addresses of a workspace's settings, under ``/w/<slug>/settings/``."""

from django.urls import include, path

from palabre.desk.people.views.members import change_role, invite, members, remove_member, revoke_invitation
from palabre.desk.people.views.tokens import revoke_token, tokens
from palabre.desk.people.views.workspace import workspace_settings

urlpatterns = [
    path("", members, name="members"),
    path("invite", invite, name="invite"),
    path("invitations/<int:invitation>/revoke", revoke_invitation, name="revoke_invitation"),
    path("members/<int:member>/role", change_role, name="change_role"),
    path("members/<int:member>/remove", remove_member, name="remove_member"),
    path("workspace", workspace_settings, name="workspace_settings"),
    path("tokens", tokens, name="tokens"),
    path("tokens/<int:token>/revoke", revoke_token, name="revoke_token"),
    path("audit/", include("palabre.desk.audit.urls")),
]
