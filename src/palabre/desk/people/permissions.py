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
    "rule.read",
    "rule.manage",  # what proposes articles of the charter
    "signal.manage",  # thresholds, which version is in use, the products
    "member.read",
    "member.manage",  # invite, change roles, remove
    "workspace.manage",
    "audit.read",
    "token.manage",
]
PERMISSIONS: tuple[Permission, ...] = get_args(Permission)

_READ: frozenset[Permission] = frozenset({"message.read", "author.read", "source.read", "topic.read"})
_MODERATE: frozenset[Permission] = _READ | {"message.decide", "message.raw", "member.read", "rule.read"}
_ANALYSE: frozenset[Permission] = _READ | {"message.raw", "topic.manage", "member.read", "rule.read"}
_MANAGE: frozenset[Permission] = frozenset(
    {"source.manage", "signal.manage", "rule.manage", "audit.read", "member.manage"}
)
_LEAD: frozenset[Permission] = _MODERATE | _ANALYSE | _MANAGE

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


def may_grant(role: str, other: str) -> bool:
    """Tell whether who has ``role`` may give or take ``other``: one hands on no more than one holds."""
    return other in ROLES and ROLES[other] <= ROLES.get(role, frozenset())


#: What an API token may be allowed, and the permission that the person who answers for it needs as well.
SCOPES: dict[str, Permission] = {
    "messages:read": "message.read",
    "messages:decide": "message.decide",
    "sources:read": "source.read",
    "sources:write": "source.manage",
    "topics:read": "topic.read",
    "topics:write": "topic.manage",
    "rules:read": "rule.read",
    "rules:write": "rule.manage",
    "members:read": "member.read",
    "audit:read": "audit.read",
}
