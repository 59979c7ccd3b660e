"""Read a CSV, JSONL or XLSX file into a source of a workspace. Killed, it goes on where it stopped."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from tqdm import tqdm

from palabre.cli import logs, places
from palabre.cli.database import database
from palabre.cli.working import Work

#: Messages of the file that may wait for the worker: enough to keep it busy, few enough to be seen at once.
BACKLOG = 20_000
#: Confidence of a guess from which the name of a column, not only its contents, said that it holds the text.
NAMED = 0.7
#: Rows set aside that are told one by one; all are kept, and shown under the source's health.
TOLD = 20

Connection = psycopg.Connection[Any]


class BadUse(ValueError):
    """What was asked for cannot be done as it was asked; the text says what to write."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file, the place, and what cannot always be guessed."""
    from palabre.connectors.file.manifest import KINDS, VISIBILITIES

    parser.add_argument("file", type=Path, help="CSV, JSONL (also .gz) or XLSX")
    parser.add_argument("--workspace", "-w", required=True, help="the workspace, as in its address")
    parser.add_argument("--source", "-s", required=True, help="the source's name; made where it is missing")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="text=Commentaire …")
    parser.add_argument("--kind", choices=KINDS, default="comment", help="what the rows are (default: comment)")
    parser.add_argument("--visibility", choices=VISIBILITIES, default="public", help="default: public")
    parser.add_argument("--watched", action="store_true", help="a new source's messages stay out of the queue")
    parser.add_argument("--timezone", default="Europe/Paris", help="of dates that do not say theirs")
    parser.add_argument("--encoding", default="", help="where it is guessed wrong")


def run(options: argparse.Namespace) -> int:
    """Import; the exit status is 1 where the file cannot be read or rows were set aside, 2 for a bad use."""
    from palabre.connectors.contract import SourceError
    from palabre.connectors.shared.sentences import in_language

    logs.configure()
    try:
        settings = _settings(options)
        with database() as url, psycopg.connect(url, autocommit=True) as connection:
            return _import(connection, url, options, settings)
    except BadUse as error:
        print(f"palabre import: {error}", file=sys.stderr)
        return 2
    except SourceError as error:
        print(f"palabre import: {in_language(str(error), 'en')}", file=sys.stderr)
        return 1


def _settings(options: argparse.Namespace) -> dict[str, Any]:
    """Return the settings of the source: what was told, and what the file itself shows. Raises ``BadUse``."""
    from palabre.connectors.file import CONNECTOR

    if not options.file.is_file():
        raise BadUse(f"there is no file {options.file}.")
    if not 1 <= len(options.source) <= 120:
        raise BadUse("--source: give a name of 1 to 120 characters.")
    path = options.file.resolve()
    told = {"encoding": options.encoding, "timezone": options.timezone}
    told |= {"kind": options.kind, "visibility": options.visibility}
    settings = {**_guessed(path, told, _told_columns(options.map)), "path": str(path), "trusted": True}
    for field, _, english in CONNECTOR.problems(settings, {}):
        raise BadUse(f"{field}: {english}")
    return settings


def _told_columns(pairs: list[str]) -> dict[str, str]:
    wrong = next((pair for pair in pairs if "=" not in pair), None)
    if wrong is not None:
        raise BadUse(f"--map {wrong}: write FIELD=COLUMN, for instance --map text=Commentaire.")
    return dict(pair.split("=", 1) for pair in pairs)


def _guessed(path: Path, told: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, Any]:
    """Complete what was told by what the file shows; a text that no name told needs a person. Raises ``BadUse``."""
    from palabre.connectors.file import guess_mapping

    guess = guess_mapping(path, {name: value for name, value in told.items() if value})
    if "text" not in columns and guess.confidence < NAMED:
        seen = ", ".join(guess.columns)
        raise BadUse(f"the columns cannot be guessed for sure ({seen}): tell them, as --map text=COLUMN.")
    known = columns.values() if guess.format == "jsonl" else guess.columns  # a path into an object may be rare
    missing = next((name for name in columns.values() if name not in known), None)
    if missing is not None:
        raise BadUse(f"--map: there is no column {missing!r}; there are: {', '.join(guess.columns)}.")
    for _, english in guess.problems if not columns else ():
        print(f"palabre import: {english}", file=sys.stderr)
    return {**guess.settings(), **told, "mapping": {**guess.mapping, **columns}}


def _import(connection: Connection, url: str, options: argparse.Namespace, settings: dict[str, Any]) -> int:
    workspace = places.workspace(connection, options.workspace)
    source = places.file_source(connection, workspace, options.source, settings, moderated=not options.watched)
    last = places.last_aside(connection, source)
    with Work(connection, lambda: psycopg.connect(url, autocommit=True), source) as work:
        read = asyncio.run(_read(connection, workspace, source, options.file.resolve(), work.wait_below))
        work.wait_below(0)
    aside, first = places.asides_since(connection, source, last, TOLD)
    _tell(read, aside, first)
    return 1 if aside else 0


def _tell(read: int, aside: int, first: list[tuple[str, str]]) -> None:
    from palabre.connectors.shared.sentences import in_language

    for place, error in first:
        print(f"{place}: {in_language(error, 'en')}", file=sys.stderr)
    if aside > len(first):
        print(f"… and {aside - len(first)} more, under the source's health.", file=sys.stderr)
    print(f"{read} messages read, {aside} set aside", file=sys.stderr)


async def _read(
    connection: Connection, workspace: int, source: int, path: Path, wait: Callable[[int], None]
) -> int:
    from palabre.connectors.contract import Job
    from palabre.connectors.file import CONNECTOR, progress
    from palabre.store import intake

    settings, cursor = places.state(connection, source)
    job = Job(source, settings, {}, cursor, partial(datetime.now, UTC), path.parent)
    read = 0
    with tqdm(total=1.0, bar_format="{l_bar}{bar}| {elapsed}<{remaining} {postfix}", disable=None) as bar:
        async for delivery in CONNECTOR.collect(job):
            read += intake.commit(connection, workspace=workspace, source=source, delivery=delivery)
            bar.set_postfix_str(f"{read} messages", refresh=False)
            bar.update(progress(path, delivery.cursor or {}) - bar.n)
            wait(BACKLOG)
    return read
