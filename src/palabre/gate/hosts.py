"""Under which names the gate lets itself be called. Pure.

A page of an attacker may make its own name point to 127.0.0.1 and then read what answers there (DNS rebinding).
Such a request carries that name in ``Host``: so only names that we know are served. A numeric address cannot be
made to point elsewhere, and is let through.
"""

import ipaddress
from urllib.parse import urlsplit

#: Names that every machine gives to itself (RFC 6761, section 6.3).
_LOOPBACK = "localhost"


def known_names(public_url: str) -> frozenset[str]:
    """Return the names under which the desk may be reached, beside numeric addresses."""
    name = urlsplit(public_url).hostname
    return frozenset({_LOOPBACK, name} if name else {_LOOPBACK})


def is_welcome(host: str, names: frozenset[str]) -> bool:
    """Tell whether a ``Host`` header (with or without port) names this desk."""
    name = _name_of(host)
    return name is not None and (name in names or name.endswith(f".{_LOOPBACK}") or _is_numeric(name))


def _name_of(host: str) -> str | None:
    """Return the name in lower case, without port nor final dot; None when this is no host."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    bare = not parts.path and not parts.query and not parts.fragment and "@" not in parts.netloc
    return parts.hostname.rstrip(".") if bare and parts.hostname else None


def _is_numeric(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
