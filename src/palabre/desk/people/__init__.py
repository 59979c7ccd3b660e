"""People, workspaces, roles, invitations, sign-in."""
