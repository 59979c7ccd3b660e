"""Finding the workspace and the source that a command names."""

import json
from typing import Any

import psycopg

Connection = psycopg.Connection[Any]


class Unknown(LookupError):
    """A name that nothing here has; the sentence lists those that exist."""


def workspace(connection: Connection, slug: str) -> int:
    """Return the id of the workspace called ``slug``."""
    rows = connection.execute("SELECT id, slug FROM workspace ORDER BY slug").fetchall()
    found: dict[str, int] = {name: number for number, name in rows}
    if slug not in found:
        raise Unknown(f"There is no workspace {slug!r}; there are: {', '.join(found) or 'none yet'}.")
    return found[slug]


def file_source(connection: Connection, workspace_id: int, name: str, settings: dict[str, Any]) -> int:
    """Return the id of the workspace's file source called ``name``, made where it is missing.

    An existing one takes the new settings, and keeps its cursor, so that the same file goes on where it stopped.
    """
    row = connection.execute(
        "SELECT id, connector FROM source WHERE workspace_id = %s AND name = %s AND removed_at IS NULL",
        (workspace_id, name),
    ).fetchone()
    if row is None:
        return _make(connection, workspace_id, name, settings)
    if row[1] != "file":
        raise Unknown(f"The source {name!r} is no file source: give another name.")
    connection.execute("UPDATE source SET settings = %s WHERE id = %s", (json.dumps(settings), row[0]))
    found: int = row[0]
    return found


def _make(connection: Connection, workspace_id: int, name: str, settings: dict[str, Any]) -> int:
    with connection.transaction():
        row = connection.execute(
            "INSERT INTO source (workspace_id, name, connector, settings, state)"
            " VALUES (%s, %s, 'file', %s, 'done') RETURNING id",
            (workspace_id, name, json.dumps(settings)),
        ).fetchone()
        if row is None:
            raise Unknown(f"The source {name!r} could not be made.")
        connection.execute(
            "INSERT INTO source_health (source_id, workspace_id) VALUES (%s, %s)", (row[0], workspace_id)
        )
    made: int = row[0]
    return made
