"""Run the collector alone: it reads sources, recounts topics on history, asks other readers of signals."""

import argparse
import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from palabre.cli import leash, logs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the leash: everything else comes from the environment."""
    leash.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Collect until SIGTERM or SIGINT."""
    logs.configure()
    leash.hold(options)
    asyncio.run(_collect())
    return 0


async def _collect() -> None:
    from psycopg_pool import AsyncConnectionPool

    from palabre.pipeline.collector import Collector
    from palabre.pipeline.providers import read_again
    from palabre.store import address, place

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    pool = AsyncConnectionPool(
        address.owner_url(), min_size=1, max_size=6, open=False, kwargs={"autocommit": True}, check=None
    )
    async with pool:
        collector = Collector(pool, place.secret("sources"), place.home() / "uploads")
        reading = read_again(pool, place.secret("sources"), place.home() / "models", stop)
        with _recounting():
            await asyncio.gather(collector.run(stop), reading)


@contextmanager
def _recounting() -> Iterator[None]:
    """Do the recounts that people ask for, in a thread: this process mostly waits for others to answer."""
    import psycopg

    from palabre.pipeline.recount import Recounter
    from palabre.store import address

    url = address.owner_url()
    recounter = Recounter(lambda: psycopg.connect(url, autocommit=True))
    thread = threading.Thread(target=recounter.run, name="recounts", daemon=True)
    thread.start()
    try:
        yield
    finally:
        recounter.stop.set()
        thread.join(2)
