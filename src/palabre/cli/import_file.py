"""Read a CSV, JSONL or XLSX file into a source of a workspace. Killed, it goes on where it stopped."""

import argparse
import asyncio
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from typing import Any

import psycopg
from tqdm import tqdm

from palabre.cli import logs, places
from palabre.cli.database import database

BACKLOG = 20_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file, the place, and what cannot always be guessed."""
    parser.add_argument("file", type=Path, help="CSV, JSONL (also .gz) or XLSX")
    parser.add_argument("--workspace", "-w", required=True, help="the workspace, as in its address")
    parser.add_argument("--source", "-s", required=True, help="the source's name; made where it is missing")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="text=Commentaire …")
    parser.add_argument("--timezone", default="Europe/Paris", help="of dates that do not say theirs")
    parser.add_argument("--encoding", default="", help="where it is guessed wrong")


def run(options: argparse.Namespace) -> int:
    """Import; the exit status is 1 where the file cannot be read, or where rows were set aside."""
    from palabre.connectors.contract import SourceError

    logs.configure()
    if not options.file.is_file():
        print(f"palabre import: there is no file {options.file}.", file=sys.stderr)
        return 2
    try:
        with database() as url, psycopg.connect(url, autocommit=True) as connection:
            return _import(connection, url, options)
    except (places.Unknown, SourceError) as error:
        print(f"palabre import: {error}", file=sys.stderr)
        return 1


def _settings(options: argparse.Namespace) -> dict[str, Any]:
    from palabre.connectors.file import guess_mapping

    path = options.file.resolve()
    told = {"encoding": options.encoding} if options.encoding else {}
    guess = guess_mapping(path, told)
    mapping = {**guess.mapping, **dict(pair.split("=", 1) for pair in options.map if "=" in pair)}
    settings = {**guess.settings(), **told, "mapping": mapping, "timezone": options.timezone}
    return {**settings, "path": str(path), "trusted": True}


def _import(connection: psycopg.Connection[Any], url: str, options: argparse.Namespace) -> int:
    workspace = places.workspace(connection, options.workspace)
    source = places.file_source(connection, workspace, options.source, _settings(options))
    before = _aside(connection, source)
    with _somebody_works(connection, url):
        read = asyncio.run(_read(connection, workspace, source, options.file.resolve()))
        _wait_until_below(connection, 0)
    aside = _aside(connection, source) - before
    print(f"{read} messages, {aside} set aside", file=sys.stderr)
    return 1 if aside else 0


async def _read(connection: psycopg.Connection[Any], workspace: int, source: int, path: Path) -> int:
    from palabre.connectors.contract import Job
    from palabre.connectors.file import CONNECTOR, progress
    from palabre.store import intake

    row = connection.execute(
        "SELECT s.settings, h.cursor FROM source s JOIN source_health h ON h.source_id = s.id WHERE s.id = %s",
        (source,),
    ).fetchone()
    settings, cursor = row or ({}, {})
    job = Job(source, settings, {}, cursor, lambda: datetime.now(UTC), path.parent)
    read = 0
    with tqdm(total=1.0, bar_format="{l_bar}{bar}| {elapsed}<{remaining} {postfix}", disable=None) as bar:
        async for delivery in CONNECTOR.collect(job):
            read += intake.commit(connection, workspace=workspace, source=source, delivery=delivery)
            bar.set_postfix_str(f"{read} messages", refresh=False)
            bar.update(progress(path, delivery.cursor or {}) - bar.n)
            _wait_until_below(connection, BACKLOG)
    return read


def _wait_until_below(connection: psycopg.Connection[Any], most: int) -> None:
    from palabre.store import intake

    while intake.pending(connection).messages > most:
        sleep(0.1)


def _aside(connection: psycopg.Connection[Any], source: int) -> int:
    row = connection.execute("SELECT count(*) FROM set_aside WHERE source_id = %s", (source,)).fetchone()
    return row[0] if row else 0


@contextmanager
def _somebody_works(connection: psycopg.Connection[Any], url: str) -> Iterator[None]:
    """Run a worker here where none is at work."""
    from palabre.pipeline.worker import Worker

    beat = "SELECT FROM process WHERE name = 'worker' AND beat_at > now() - interval '15 seconds'"
    if connection.execute(beat).fetchone() is not None:
        yield
        return
    worker = Worker(lambda: psycopg.connect(url, autocommit=True))
    thread = threading.Thread(target=worker.run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        worker.stop.set()
        thread.join(10)
