"""Finding the workspace and the source that a command names, and what is known of the source."""

import json
from collections.abc import Mapping
from typing import Any

import psycopg

Connection = psycopg.Connection[Any]

_MAKE = """
WITH made AS (
    INSERT INTO source (workspace_id, name, connector, network, settings, moderated, state)
    VALUES (%(workspace)s, %(name)s, 'file', 'file', %(settings)s, %(moderated)s, 'done')
    RETURNING id, workspace_id
), health AS (
    INSERT INTO source_health (source_id, workspace_id) SELECT id, workspace_id FROM made
), written AS (
    INSERT INTO audit (workspace_id, verb, object, detail)
    SELECT workspace_id, 'source.add', 'source ' || id, %(detail)s FROM made
)
SELECT id FROM made
"""


class Unknown(LookupError):
    """A name that nothing here has; the sentence lists those that exist."""


def workspace(connection: Connection, slug: str) -> int:
    """Return the id of the workspace called ``slug``."""
    rows = connection.execute("SELECT id, slug FROM workspace ORDER BY slug").fetchall()
    found: dict[str, int] = {name: number for number, name in rows}
    if slug not in found:
        raise Unknown(f"There is no workspace {slug!r}; there are: {', '.join(found) or 'none yet'}.")
    return found[slug]


def file_source(
    connection: Connection, workspace_id: int, name: str, settings: Mapping[str, Any], *, moderated: bool = True
) -> int:
    """Return the id of the workspace's file source called ``name``, made where it is missing.

    An existing one takes the new settings, and keeps its cursor, so that the same file goes on where it stopped.
    ``moderated`` counts for a new one only.
    """
    row = connection.execute(
        "SELECT id, connector FROM source WHERE workspace_id = %s AND name = %s AND removed_at IS NULL",
        (workspace_id, name),
    ).fetchone()
    if row is None:
        return _make(connection, workspace_id, name, settings, moderated)
    if row[1] != "file":
        raise Unknown(f"The source {name!r} is no file source: give another name.")
    connection.execute("UPDATE source SET settings = %s WHERE id = %s", (json.dumps(settings), row[0]))
    found: int = row[0]
    return found


def _make(
    connection: Connection, workspace_id: int, name: str, settings: Mapping[str, Any], moderated: bool
) -> int:
    """Make the source as the desk does: with its health and its audit row, told to whoever is at work."""
    values = {
        "workspace": workspace_id,
        "name": name,
        "settings": json.dumps(settings),
        "moderated": moderated,
        "detail": json.dumps({"by": "palabre import", "connector": "file", "name": name}, ensure_ascii=False),
    }
    with connection.transaction():
        row = connection.execute(_MAKE, values).fetchone()
        if row is None:
            raise Unknown(f"The source {name!r} could not be made.")
        made: int = row[0]
        connection.execute("SELECT pg_notify('config', '')")
        connection.execute("SELECT announce(%s, 'source', %s)", (workspace_id, json.dumps({"id": made})))
    return made


def state(connection: Connection, source: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the settings of a source and its cursor, as the last commit left it."""
    row = connection.execute(
        "SELECT s.settings, h.cursor FROM source s JOIN source_health h ON h.source_id = s.id WHERE s.id = %s",
        (source,),
    ).fetchone()
    return (row[0], row[1]) if row else ({}, {})


def last_aside(connection: Connection, source: int) -> int:
    """Return the number of the source's last item set aside; 0 where there is none."""
    row = connection.execute("SELECT max(id) FROM set_aside WHERE source_id = %s", (source,)).fetchone()
    return (row[0] if row else 0) or 0


def asides_since(connection: Connection, source: int, last: int, most: int) -> tuple[int, list[tuple[str, str]]]:
    """Return how many items were set aside after number ``last``, and the first ones: place and error."""
    rows = connection.execute(
        "SELECT place, error, count(*) OVER () FROM set_aside"
        " WHERE source_id = %s AND id > %s ORDER BY id LIMIT %s",
        (source, last, most),
    ).fetchall()
    return (rows[0][2] if rows else 0), [(place, error) for place, error, _ in rows]
