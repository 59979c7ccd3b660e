"""Run the desk alone: Django, served by granian on a loopback address that only the gate knows."""

import argparse
import os

from palabre.cli import leash


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the leash: everything else comes from the environment."""
    leash.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT."""
    from granian import Granian
    from granian.constants import Interfaces

    leash.hold(options)
    host, _, port = os.environ.get("PALABRE_DESK_ADDRESS", "127.0.0.1:8701").rpartition(":")
    Granian(
        "palabre.desk.wsgi:application",
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=8,
        workers_kill_timeout=2,
        log_enabled=False,
        respawn_failed_workers=True,
    ).serve()
    return 0
