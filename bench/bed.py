"""A bed for benchmarks: a fresh embedded database with all tables, a workspace, sources and topics."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg


@dataclass(frozen=True)
class Bed:
    """Where to lie: the owner's address, and what was made."""

    url: str
    workspace: int
    source: int
    home: Path

    def connect(self) -> psycopg.Connection[Any]:
        """Open a connection in autocommit under the owner's role."""
        return psycopg.connect(self.url, autocommit=True)

    def one(self, query: str) -> Any:
        """Return the one value of a query."""
        with self.connect() as connection:
            row = connection.execute(query).fetchone()  # type: ignore[call-overload]
            return row[0] if row else None


@contextmanager
def bed(topics: list[str] | None = None) -> Iterator[Bed]:
    """Make the bed, with real disk writes; take everything away after."""
    with tempfile.TemporaryDirectory(prefix="palabre-bench-") as folder:
        os.environ["PALABRE_HOME"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "palabre.desk.settings"
        from palabre.store.embedded import Embedded

        embedded = Embedded(Path(folder))
        os.environ["DATABASE_URL"] = embedded.start()
        try:
            yield _made(os.environ["DATABASE_URL"], Path(folder), topics or [])
        finally:
            embedded.erase()


def _made(url: str, home: Path, topics: list[str]) -> Bed:
    from palabre.desk.prepare import prepare

    prepare(url)
    with psycopg.connect(url, autocommit=True) as owner:
        workspace = _id(owner, "INSERT INTO workspace (slug, name) VALUES ('bench', 'Bench') RETURNING id")
        source = _id(
            owner,
            "INSERT INTO source (workspace_id, name, connector) VALUES (%s, 'Bench', 'webhook') RETURNING id",
            workspace,
        )
        owner.execute("INSERT INTO source_health (source_id, workspace_id) VALUES (%s, %s)", (source, workspace))
        with owner.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO topic (workspace_id, name, query) VALUES (%s, %s, %s)",
                [(workspace, f"topic {n}", query) for n, query in enumerate(topics)],
            )
    return Bed(url, workspace, source, home)


def _id(owner: psycopg.Connection[Any], query: str, *values: Any) -> int:
    row = owner.execute(query, values).fetchone()  # type: ignore[call-overload]
    found: int = row[0]
    return found
