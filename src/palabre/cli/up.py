"""Start everything: the database where none is given, then the gate, the desk, the worker and the collector."""

import argparse
import http.client
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

from palabre.cli import logs
from palabre.cli.supervisor import Supervisor, free_port, is_free, on_stop
from palabre.store import place


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the address."""
    parser.add_argument("--host", default=os.environ.get("PALABRE_HOST", "127.0.0.1"), help="where to listen")
    parser.add_argument(
        "--port", type=int, default=int(os.environ.get("PALABRE_PORT", "8700")), help="default: 8700"
    )


def run(options: argparse.Namespace) -> int:
    """Start, print the address and, at the very first start, a login link; stop on SIGTERM or Ctrl-C."""
    return start(options, ["--if-empty"])


def start(options: argparse.Namespace, welcome: list[str]) -> int:
    """Start everything; ``welcome`` are the arguments of ``palabre login``, whose link is printed."""
    logs.configure()
    if not is_free(options.host, options.port):
        print(f"palabre: port {options.port} is taken: give another one with --port.", file=sys.stderr)
        return 1
    with ExitStack() as stack:
        try:
            url, tend = _database(stack)
        except RuntimeError as error:  # EmbeddedError, which says how to mend it
            print(f"palabre: {error}", file=sys.stderr)
            return 1
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
        threading.Thread(target=_greet, args=(options, link, supervisor), daemon=True).start()
        supervisor.watch()
    return 0


def _database(stack: ExitStack) -> tuple[str, Callable[[], None]]:
    """Return the address of the database, and what keeps it up."""
    given = os.environ.get("DATABASE_URL")
    if given:
        return given, lambda: None
    from palabre.store.embedded import Embedded

    embedded = Embedded(place.home())
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


def _greet(options: argparse.Namespace, link: str, supervisor: Supervisor) -> None:
    """Say where we are, once all parts answer."""
    while not supervisor.stopping and not _answers(options.host, options.port):
        sleep(0.1)
    if supervisor.stopping:
        return
    base = f"http://{'127.0.0.1' if options.host in ('0.0.0.0', '::') else options.host}:{options.port}"  # noqa: S104
    print(f"\n  Palabre  {base}")
    if link:
        print(f"  Entrer / sign in (once, 24 h)  {base}{link}")
    print(
        f"  Données / data  {Path(os.environ['PALABRE_HOME'])}\n  Ctrl+C arrête tout / stops everything\n",
        flush=True,
    )


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1" if host in ("0.0.0.0", "::") else host, port, timeout=2)  # noqa: S104
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
