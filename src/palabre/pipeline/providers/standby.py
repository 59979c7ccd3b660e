"""Waits until a message is to be read by another reader, and loads what asks it (NumPy, HTTP) then, not before.

Most installations have no reader but ours: the collector's process would hold a third of its memory for nothing.
"""

import asyncio
import logging
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from palabre.store import queries

if TYPE_CHECKING:
    from palabre.pipeline.providers.stage import Pool, Stage

SQL = queries.load("providers")
log = logging.getLogger(__name__)

PAUSE = 1.0


async def read_again(pool: "Pool", key: str, models: Path, stop: asyncio.Event) -> None:
    """Do the second reading until ``stop``; the arguments are those of ``Stage``."""
    while not await _waited_for(pool):
        try:
            await asyncio.wait_for(stop.wait(), PAUSE)
        except TimeoutError:
            continue
        return
    # Beside the loop: connectors go on meanwhile.
    stage = await asyncio.to_thread(import_module, "palabre.pipeline.providers.stage")
    made: Stage = stage.Stage(pool, key, models)
    await made.run(stop)


async def _waited_for(pool: "Pool") -> bool:
    """Tell whether a message waits for a second reading; not so while the database is away."""
    try:
        async with pool.connection() as connection:
            row = await (await connection.execute(SQL["waited_for"])).fetchone()
    except (psycopg.Error, OSError) as error:
        log.info("The second reading waits for the database (%s).", type(error).__name__)
        return False
    return row is not None and row[0]
