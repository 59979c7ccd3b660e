"""Named SQL: each ``.sql`` file of ``store/sql`` holds blocks that begin with ``-- name: what_it_does``."""

import re
from functools import cache
from importlib import resources

_FOLDER = resources.files("palabre.store") / "sql"
_NAME = re.compile(r"^-- name: ([a-z0-9_]+)[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*--.*\n?", re.MULTILINE)


@cache
def load(file: str) -> dict[str, bytes]:
    """Return the statements of ``sql/<file>.sql`` by name, as psycopg takes them (UTF-8, ``%(name)s`` parameters).

    Lines that are comments are left out: psycopg would read their percent signs. Raises ``ValueError`` when a
    name stands twice.
    """
    parts = _NAME.split((_FOLDER / f"{file}.sql").read_text("utf-8"))
    names, bodies = parts[1::2], parts[2::2]
    if len(set(names)) != len(names):
        raise ValueError(f"sql/{file}.sql: a name stands twice among {', '.join(names)}.")
    return {name: _COMMENT.sub("", body).strip().encode() for name, body in zip(names, bodies, strict=True)}
