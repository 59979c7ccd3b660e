"""Where the database is, and under which two roles we sign in."""

import os
from urllib.parse import quote, urlsplit, urlunsplit

from palabre.store import place


class NoDatabase(RuntimeError):
    """Neither DATABASE_URL nor a running embedded database is known to this process."""


def owner_url() -> str:
    """Return the address under the owner's role, from ``DATABASE_URL`` (set by the supervisor when embedded)."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        raise NoDatabase("DATABASE_URL is not set: start Palabre with `palabre up`, or give the address.")
    return url


def web_role(url: str) -> str:
    """Return the name of the desk's role for the database of ``url``: roles are shared by a whole server."""
    return f"{urlsplit(url).path.lstrip('/') or 'palabre'}_web"[:63]


def web_password() -> str:
    """Return the password of the desk's role, drawn once and kept beside the data."""
    return place.secret("web_password")


def web_url(url: str, password: str) -> str:
    """Return ``url`` with the desk's role and its password in place of the owner's."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    user = quote(web_role(url), safe="")
    return urlunsplit(parts._replace(netloc=f"{user}:{quote(password, safe='')}@{host}"))
