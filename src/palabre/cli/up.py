"""Start everything: the database where none is given, then the gate, the desk, the worker and the collector."""

import argparse
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from time import monotonic

from palabre.cli import logs
from palabre.cli.greeting import greet
from palabre.cli.supervisor import Supervisor, cannot_listen, free_port, on_stop
from palabre.store import place


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the address to listen on, and the owner's."""
    add_address(parser)
    parser.add_argument("--owner", help="at the very first start: the first account's mail address")


def add_address(parser: argparse.ArgumentParser) -> None:
    """Add where to listen."""
    parser.add_argument("--host", default=os.environ.get("PALABRE_HOST", "127.0.0.1"), help="where to listen")
    port = os.environ.get("PALABRE_PORT") or "8700"  # as text: argparse reads and refuses it as if it were typed
    parser.add_argument("--port", type=_port, default=port, help="default: 8700")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65_535):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 1 to 65535")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Start, print the address and, at the very first start, a login link; stop on SIGTERM or Ctrl-C."""
    return start(options, ["--if-empty", "--owner", options.owner] if options.owner else ["--if-empty"])


def start(options: argparse.Namespace, welcome: list[str]) -> int:
    """Start everything; ``welcome`` are the arguments of ``palabre login``, whose link is printed."""
    logs.configure()
    if why := cannot_listen(options.host, options.port):
        print(f"palabre: {why}", file=sys.stderr)
        return 1
    with ExitStack() as stack:
        url, tend = _database(stack)
        environment = {
            "DATABASE_URL": url,
            "PALABRE_HOST": options.host,
            "PALABRE_PORT": str(options.port),
            "PALABRE_DESK_ADDRESS": f"127.0.0.1:{free_port()}",
            "PALABRE_HOME": str(place.home()),
        }
        os.environ.update(environment)
        supervisor = Supervisor(environment, tend)
        stack.callback(supervisor.stop)
        on_stop(lambda: setattr(supervisor, "stopping", True))
        supervisor.start("desk")  # loads for a second before it needs any table
        link = _said_by("login", *welcome)
        if link is None:
            return 1
        supervisor.start()
        said = (options.host, options.port, link, lambda: supervisor.stopping)
        threading.Thread(target=greet, args=said, daemon=True).start()
        supervisor.watch()
    return 0


def _database(stack: ExitStack) -> tuple[str, Callable[[], None]]:
    """Return the address of the database, and what keeps it up."""
    given = os.environ.get("DATABASE_URL")
    if given:
        return given, lambda: None
    from palabre.store.embedded import Embedded

    embedded = Embedded(place.home(), lean=True)  # this process lives as long as all others
    stack.callback(embedded.stop)
    return embedded.start(), _keeper(embedded.start, lambda: embedded.pid is not None)


def _keeper(start: Callable[[], str], alive: Callable[[], bool]) -> Callable[[], None]:
    """Return what looks once a second whether the server lives, and starts it again where it does not."""
    looked = monotonic()

    def tend() -> None:
        nonlocal looked
        if monotonic() - looked < 1.0:
            return
        looked = monotonic()
        if not alive():
            print("palabre: the database ended; starting it again.", file=sys.stderr)
            try:
                start()
            except RuntimeError as error:  # EmbeddedError: it says how to mend it; tried again at the next look
                print(f"palabre: {error}", file=sys.stderr)

    return tend


def _said_by(*arguments: str) -> str | None:
    """Run a subcommand in its own process (it loads all of Django, which need not stay here); return its output."""
    command = [sys.executable, "-m", "palabre.cli.main", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    return done.stdout.strip() if done.returncode == 0 else None
