"""Check this installation, and say how to mend what is wrong."""

import argparse
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg

from palabre.cli import logs
from palabre.cli.database import database
from palabre.connectors.shared.sentences import in_language
from palabre.store import place

Finding = tuple[bool, str]
ROOM = 2 * 1024**3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing: everything comes from the environment."""


def run(options: argparse.Namespace) -> int:
    """Print one line a check; the exit status is 1 where one failed."""
    logs.configure()
    findings = [*_folder(place.home())]
    try:
        with database() as url, psycopg.connect(url, autocommit=True) as connection:
            for check in CHECKS:
                findings.extend(check(connection))
    except (OSError, RuntimeError, psycopg.Error) as error:
        findings.append((False, f"database: {error}"))
    for good, said in findings:
        print(f"{'ok   ' if good else 'WRONG'} {said}")
    return 0 if all(good for good, _ in findings) else 1


def _folder(home: Path) -> Iterator[Finding]:
    private = (home.stat().st_mode & 0o067) == 0  # a group may walk through: under root, the database's own account
    yield private, f"data folder {home}" + ("" if private else ": others may read it; run chmod 700 on it")
    free = shutil.disk_usage(home).free
    yield free > ROOM, f"{free / 1e9:.1f} GB free on its disk" + ("" if free > ROOM else ": make room")


def _version(connection: psycopg.Connection[Any]) -> Iterator[Finding]:
    number = connection.info.server_version
    yield (
        number >= 150000,
        f"PostgreSQL {number // 10000}" + ("" if number >= 150000 else ": 15 or later is needed"),
    )


def _isolation(connection: psycopg.Connection[Any]) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind IN ('r', 'p')"
        " AND NOT c.relispartition AND a.attname = 'workspace_id' AND NOT c.relrowsecurity"
        " AND c.relnamespace = 'public'::regnamespace"
    ).fetchall()
    names = ", ".join(row[0] for row in rows)
    yield (
        not rows,
        "every table of a workspace is isolated" if not rows else f"not isolated: {names}; upgrade Palabre",
    )


def _audit(connection: psycopg.Connection[Any]) -> Iterator[Finding]:
    for slug, broken in connection.execute("SELECT slug, audit_broken(id) FROM workspace ORDER BY slug"):
        said = f"audit log of {slug}"
        yield (
            broken is None,
            said if broken is None else f"{said}: row {broken} was changed, or one before it is missing",
        )


def _processes(connection: psycopg.Connection[Any]) -> Iterator[Finding]:
    rows = connection.execute("SELECT name, beat_at > now() - interval '15 seconds' FROM process ORDER BY name")
    for name, alive in rows:
        yield alive, f"{name} {'is at work' if alive else 'is not at work: start Palabre with `palabre up`'}"


def _sources(connection: psycopg.Connection[Any]) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT w.slug, s.name, h.error_class, h.error_text FROM source s"
        " JOIN source_health h ON h.source_id = s.id JOIN workspace w ON w.id = s.workspace_id"
        " WHERE s.state = 'active' AND s.removed_at IS NULL"
        " AND h.error_class IS NOT NULL ORDER BY 1, 2"
    )
    for slug, name, kind, text in rows:
        yield False, f"source {name} of {slug}: {kind}: {in_language(text or '', 'en')}"


CHECKS: tuple[Callable[[psycopg.Connection[Any]], Iterator[Finding]], ...] = (
    _version,
    _isolation,
    _audit,
    _processes,
    _sources,
)
