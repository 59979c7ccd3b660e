"""Run the desk alone: Django, served by granian on a loopback address that only the gate knows."""

import argparse
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from palabre.cli import leash

if TYPE_CHECKING:
    from granian.server import MTServer

#: Seconds that requests under way are given at a stop.
PATIENCE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the leash: everything else comes from the environment."""
    leash.add_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT."""
    leash.hold(options)
    host, _, port = os.environ.get("PALABRE_DESK_ADDRESS", "127.0.0.1:8701").rpartition(":")
    serve("palabre.desk.wsgi:application", host, int(port))


def serve(application: str, host: str, port: int) -> NoReturn:
    """Serve a WSGI application (``module:name``) until SIGTERM or SIGINT, then end the process."""
    _server(application, host, port).serve()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # a thread whose request takes longer would hold the process


def _server(application: str, host: str, port: int) -> "MTServer":
    from granian.constants import Interfaces
    from granian.server import MTServer

    class OneProcess(MTServer):
        """granian in one process: ours is watched by ``palabre up``, a second one that does so holds 30 MB.

        The threads of granian's free-threaded mode do as well under Python's lock, which WSGI lives with.
        """

        def _check_gil(self) -> None:
            """Take the lock as it is."""

    return OneProcess(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=8,
        workers_kill_timeout=PATIENCE,
        log_enabled=False,
    )
