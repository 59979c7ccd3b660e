"""Who may do what: one table, shown in docs/reference/permissions.md, which a test holds against this one."""

from typing import Literal, get_args

Permission = Literal[
    "message.read",  # stream, search, message pages
    "message.decide",  # queue: approve, remove, hold, undo
    "message.raw",  # the source's payload
    "author.read",  # an author's history
    "source.read",  # sources and their health
    "source.manage",  # add, change, pause, remove, retry
    "topic.read",
    "topic.manage",
    "member.read",
    "member.manage",  # invite, change roles, remove
    "workspace.manage",
    "audit.read",
    "token.manage",
]
PERMISSIONS: tuple[Permission, ...] = get_args(Permission)

_READ: frozenset[Permission] = frozenset({"message.read", "author.read", "source.read", "topic.read"})
_MODERATE: frozenset[Permission] = _READ | {"message.decide", "message.raw", "member.read"}
_ANALYSE: frozenset[Permission] = _READ | {"message.raw", "topic.manage", "member.read"}
_LEAD: frozenset[Permission] = _MODERATE | _ANALYSE | {"source.manage", "audit.read", "member.manage"}

ROLES: dict[str, frozenset[Permission]] = {
    "owner": frozenset(PERMISSIONS),
    "lead": _LEAD,
    "moderator": _MODERATE,
    "analyst": _ANALYSE,
    "client": _READ,
}


def allowed(role: str, permission: Permission) -> bool:
    """Tell whether ``role`` holds ``permission``. An unknown role holds none."""
    return permission in ROLES.get(role, frozenset())
