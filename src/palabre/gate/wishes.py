"""What a stream's page may ask for beside announcements: rows already drawn, for who reads them so. Pure."""

import re
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qs

from palabre.store import ticket

#: A language and a time zone, as in ``fr,Europe/Paris``. What is well formed but unknown, the desk refuses.
_READER = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,8})?,[A-Za-z][A-Za-z0-9_+/-]{0,63}")

#: Characters of a Cookie header, and bytes of a query string, that are read.
_MAX_COOKIES, _MAX_QUERY = 16_384, 1_000


class Wish(NamedTuple):
    """Rows of the workspace ``slug`` for ``reader`` (language and time zone)."""

    slug: str
    reader: str


class BadWish(ValueError):
    """``?rows=`` is no language and time zone."""


def cookie(header: str, name: str) -> str:
    """Return a cookie's value, "" where the header has none or cannot be read."""
    try:
        found = SimpleCookie(header[:_MAX_COOKIES]).get(name)
    except CookieError:
        found = None
    return found.value if found is not None else ""


def reader(query: bytes) -> str:
    """Return who reads, from ``?rows=``; "" where no rows are wished for. Raises ``BadWish``."""
    asked = parse_qs(query[:_MAX_QUERY].decode("latin-1"), keep_blank_values=True).get("rows")
    if asked is None:
        return ""
    if len(asked) != 1 or not _READER.fullmatch(asked[0]):
        raise BadWish
    return asked[0]


def has_session(cookies: str, session_hash: str) -> bool:
    """Tell whether the cookies hold the key of the session that a ticket names.

    A ticket alone gives the right to hear identifiers. Rows hold texts: who wishes for them shows the session too.
    """
    return ticket.hash_session(cookie(cookies, ticket.SESSION_COOKIE)) == session_hash
