"""A process of ours ends when ``palabre up`` does, however that died: left alone, it would hold the port.

``palabre up`` holds the write end of a pipe whose read end is the standard input of each process. Nothing is ever
written: the system closes the write end when ``palabre up`` dies, by kill -9 too, and the read ends.
"""

import argparse
import os
import signal
import threading


def add_argument(parser: argparse.ArgumentParser) -> None:
    """Add ``--leashed``, given by ``palabre up`` to the processes that it starts."""
    parser.add_argument("--leashed", action="store_true", help="end when standard input ends (used by palabre up)")


def hold(options: argparse.Namespace) -> None:
    """Ask this process to end (SIGTERM) once standard input has, where it is leashed."""
    if options.leashed:
        threading.Thread(target=_wait, name="leash", daemon=True).start()


def _wait() -> None:
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
