"""Sites as other tools write them. Pure text → host and path."""

import re
from typing import NamedTuple

_SCHEME = re.compile(r"(?:[a-z]+:)?//|www\.", re.IGNORECASE)


class Place(NamedTuple):
    """A host, and the path behind it where one was written."""

    host: str
    path: str


def place(text: str) -> Place | None:
    """Read a site: ``https://www.exemple.fr/page``, ``*.exemple.fr``, ``.fr``. ``None`` where no host is left."""
    bare = text.strip().lower()
    while (found := _SCHEME.match(bare)) is not None:
        bare = bare[found.end() :]
    host, _, path = bare.removeprefix("*").lstrip(".").partition("/")
    host = host.rstrip(".")
    if not host or "*" in host or "?" in host or any(sign.isspace() for sign in host):
        return None
    return Place(host, path.rstrip("/*"))
