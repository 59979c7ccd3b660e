"""The I/O of the file connector: finds the file, reads it in a thread, hands over deliveries."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from palabre.connectors.contract import Check, Job, Manifest, SourceError
from palabre.connectors.file.batches import deliveries
from palabre.connectors.file.bookmark import bookmark, file_key, head_of, resume
from palabre.connectors.file.guess import SURE, Guess, guess_table
from palabre.connectors.file.location import locate
from palabre.connectors.file.manifest import DEFAULT_ZONE, MANIFEST
from palabre.connectors.file.parse import Reading, RowParser, kind_of, visibility_of
from palabre.connectors.file.settings import problems, stored_mapping
from palabre.connectors.file.table import Table, open_table
from palabre.connectors.shared.in_thread import stepped_in_thread
from palabre.connectors.shared.sentences import in_language, source_error
from palabre.connectors.shared.settings import Problem, text_setting, zone_setting
from palabre.core.model import Delivery


class FileConnector:
    """Reads an export once, from its first row to its last, going on where it stopped."""

    manifest: Manifest = MANIFEST

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[Problem]:
        """Return (field, French sentence, English sentence) for each setting that is wrong."""
        return problems(settings)

    async def check(self, job: Job) -> Check:
        """Look at the file, guess its columns, and offer them for confirmation in ``found``."""
        try:
            guess = await asyncio.to_thread(_guess, job)
        except SourceError as error:
            said = str(error)
            return Check(False, in_language(said, "fr"), in_language(said, "en"))
        return _checked(guess)

    async def collect(self, job: Job) -> AsyncIterator[Delivery]:
        """Yield deliveries of at most a thousand rows until all is read. Raises ``SourceError``.

        Reading and parsing are done in a thread, one delivery at a time.
        """
        async for delivery in stepped_in_thread(deliveries_of(job)):
            yield delivery


def _guess(job: Job) -> Guess:
    return guess_table(open_table(locate(job.settings, job.uploads), job.settings))


def _checked(guess: Guess) -> Check:
    column = guess.mapping.get("text")
    sample = tuple(row[column] for row in guess.rows[:3]) if column else ()
    french = [f"{len(guess.columns)} colonnes lues."] + [problem[0] for problem in guess.problems]
    english = [f"{len(guess.columns)} columns read."] + [problem[1] for problem in guess.problems]
    return Check(column is not None, " ".join(french), " ".join(english), sample, guess.settings())


def deliveries_of(job: Job) -> Generator[Delivery, None, None]:
    """Yield the deliveries of a job, reading as it goes: the whole import, without an event loop.

    Raises ``SourceError``. Closing the generator closes the file.
    """
    path = locate(job.settings, job.uploads)
    with _disk_errors(path):
        resumed = resume(path, job.cursor)
        table = open_table(path, job.settings)
        parser = RowParser(_reading(path, table, job.settings))
        done, place = resumed or (0, None)
        rows = table.rows(place)
        try:
            yield from deliveries(rows, parser, done, partial(bookmark, head_of(path)))
        finally:
            rows.close()


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """A disk that fails in the middle, or a gzip cut short, is an error of the source."""
    try:
        yield
    except (OSError, EOFError, zlib.error) as error:
        raise source_error(
            "temporary",
            f"La lecture de « {path.name} » s’est interrompue : le fichier est peut-être incomplet.",
            f"Reading “{path.name}” was interrupted: the file may be incomplete.",
        ) from error


def _reading(path: Path, table: Table, settings: Mapping[str, Any]) -> Reading:
    """Put together what the person confirmed and what was found out."""
    guess = guess_table(table)
    zone = zone_setting(settings, "timezone", DEFAULT_ZONE)
    return Reading(
        columns=() if table.format == "jsonl" else table.columns,
        mapping=stored_mapping(settings) or _sure_mapping(guess),
        zone=zone or UTC,
        order="mdy" if text_setting(settings, "dates", guess.dates) == "mdy" else "dmy",
        kind=kind_of(text_setting(settings, "kind")),
        visibility=visibility_of(text_setting(settings, "visibility")),
        file_key=file_key(path),
        fallback=datetime.fromtimestamp(path.stat().st_mtime, UTC),
    )


def _sure_mapping(guess: Guess) -> Mapping[str, str]:
    """Return the guess where it needs nobody to confirm it. Raises ``SourceError`` where it does."""
    if guess.confidence >= SURE:
        return guess.mapping
    raise source_error(
        "refused",
        "Les colonnes ne se devinent pas à coup sûr : vérifiez-les et confirmez-les.",
        "The columns cannot be guessed for sure: check and confirm them.",
    )
