"""Bring a database to the tables of this version.

The desk's own tables (people, sessions, sign-in) are made first by Django's migrations, under the owner's role;
then each file of ``sql/schema`` that was not applied yet, in one transaction; then the rights of the web role.
"""

from importlib import resources

import psycopg
from psycopg import sql

SCHEMA = resources.files("palabre.store") / "sql" / "schema"
GRANTS = resources.files("palabre.store") / "sql" / "grants.sql"
_LOCK = 7500

Connection = psycopg.Connection[tuple[object, ...]]


def schema_files() -> list[tuple[str, str]]:
    """Return (name, SQL) of each schema file, in order."""
    found = [(item.name, item.read_text("utf-8")) for item in SCHEMA.iterdir() if item.name.endswith(".sql")]
    return sorted(found)


def is_ready(owner: Connection, stamp: str) -> bool:
    """Tell whether ``stamp`` (the versions that made the tables) and every schema file were applied."""
    if owner.execute("SELECT to_regclass('schema_version')").fetchone() == (None,):
        return False
    return {stamp, *(name for name, _ in schema_files())} <= _known(owner)


def migrate(owner: Connection, web_role: str, stamp: str = "") -> list[str]:
    """Apply what is missing and return the names of the files applied. Waits where another process is at it."""
    with owner.transaction():
        owner.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        owner.execute(
            "CREATE TABLE IF NOT EXISTS schema_version (name text PRIMARY KEY, at timestamptz DEFAULT now())"
        )
        known = _known(owner)
        missing = [(name, text) for name, text in schema_files() if name not in known]
        for _, text in missing:
            owner.execute(text.encode())
        for name in [*(name for name, _ in missing), *([stamp] if stamp else [])]:
            owner.execute("INSERT INTO schema_version VALUES (%s) ON CONFLICT DO NOTHING", (name,))
        owner.execute(_grants(owner, web_role))
    return [name for name, _ in missing]


def ensure_web_role(owner: Connection, role: str, password: str) -> None:
    """Make the role under which the desk signs in, or set its password again.

    It owns nothing and cannot bypass row-level security. Two processes may come here at once.
    """
    with owner.transaction():
        owner.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        found = owner.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,)).fetchone()
        verb = "ALTER" if found is not None else "CREATE"
        attributes = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS" if found is None else "LOGIN"
        statement = sql.SQL(verb + " ROLE {} " + attributes + " PASSWORD {}")
        owner.execute(statement.format(sql.Identifier(role), sql.Literal(password)))


def _known(owner: Connection) -> set[object]:
    return {row[0] for row in owner.execute("SELECT name FROM schema_version")}


def _grants(owner: Connection, web_role: str) -> bytes:
    quoted = sql.Identifier(web_role).as_string(owner)
    return GRANTS.read_text("utf-8").replace("%(web)s", quoted).encode()
