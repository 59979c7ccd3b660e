"""Run the worker alone: it understands what was received and stores it."""

import argparse
import logging
import os
import signal
import sys

import psycopg

from palabre.cli import leash, logs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the leash: everything else comes from the environment."""
    leash.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Work until SIGTERM or SIGINT."""
    from palabre.pipeline.crowd import Crowd
    from palabre.pipeline.worker import Worker
    from palabre.store import address

    logs.configure()
    leash.hold(options)
    url = address.owner_url()
    try:
        crowd = Crowd.of(os.environ.get("PALABRE_SECOND_PROCESS") or "load")
    except ValueError as error:
        print(f"palabre: {error}", file=sys.stderr)
        return 2
    worker = Worker(lambda: psycopg.connect(url, autocommit=True), crowd=crowd)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop.set())
    worker.run()
    logging.getLogger(__name__).info("%s messages stored", worker.stored)
    return 0
