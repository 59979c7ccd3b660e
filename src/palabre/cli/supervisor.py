"""Starts our processes, starts again those that die, and stops them all within five seconds.

Four processes beside PostgreSQL: the gate (the one address), the desk behind it, the worker and the collector.
Each may be killed at any moment without loss; this one only watches.
"""

import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic, sleep

NAMES = ("desk", "gate", "worker", "collector")
STOP_WITHIN = 4.0
LOOK = 0.25


@dataclass
class Child:
    """One of our processes, and when it may be started again: each quick death doubles the rest."""

    name: str
    process: "subprocess.Popen[bytes]"
    started: float
    rest: float = 0.0
    again_at: float | None = None


@dataclass
class Supervisor:
    """Runs ``palabre NAME`` for each name. ``tend`` is called at each look (it keeps the database up)."""

    environment: Mapping[str, str]
    tend: Callable[[], None] = lambda: None
    names: tuple[str, ...] = NAMES
    children: dict[str, Child] = field(default_factory=dict)
    stopping: bool = False
    #: A pipe that nobody writes to: its end tells the processes that this one is no more (``palabre.cli.leash``).
    leash: tuple[int, int] = field(default_factory=os.pipe)

    def start(self, *names: str) -> None:
        """Start the processes of these names, or all that were not started yet."""
        for name in names or [name for name in self.names if name not in self.children]:
            self.children[name] = Child(name, self._spawn(name), monotonic())

    def watch(self) -> None:
        """Look after the processes until ``stopping``."""
        while not self.stopping:
            self.tend()
            for child in self.children.values():
                self._look_after(child)
            sleep(LOOK)

    def stop(self) -> None:
        """Ask every process to end, and end those that have not after four seconds."""
        self.stopping = True
        running = [child.process for child in self.children.values() if child.process.poll() is None]
        for process in running:
            process.terminate()
        deadline = monotonic() + STOP_WITHIN
        for process in running:
            try:
                process.wait(max(0.05, deadline - monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _look_after(self, child: Child) -> None:
        if child.process.poll() is None:
            return
        now = monotonic()
        if child.again_at is None:
            lived = now - child.started
            child.rest = 0.0 if lived > 30 else min(10.0, max(0.2, child.rest * 2))
            child.again_at = now + child.rest
            print(
                f"palabre: the {child.name} ended ({child.process.returncode}); starting it again.", file=sys.stderr
            )
        if now >= child.again_at:
            child.process, child.started, child.again_at = self._spawn(child.name), now, None

    def _spawn(self, name: str) -> "subprocess.Popen[bytes]":
        # A group of its own: Ctrl-C reaches this process alone, which then stops the others in order.
        command = [sys.executable, "-m", "palabre.cli.main", name, "--leashed"]
        environment = {**os.environ, **self.environment}
        return subprocess.Popen(command, stdin=self.leash[0], env=environment, process_group=0)  # noqa: S603


def free_port() -> int:
    """Return a free port of the loopback interface."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def cannot_listen(host: str, port: int) -> str:
    """Return why one cannot listen there, and how to mend it; an empty text where one can."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError:
        return f"{host} is no address of this machine: give another one with --host."
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            return _refusal(host, port, error)
    return ""


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken: give another one with --port."
    if error.errno == errno.EACCES:
        return f"port {port} is kept for root: give one from 1024 on with --port, behind a proxy if need be."
    return f"one cannot listen on {host}, port {port} ({error.strerror}): give others with --host and --port."


def on_stop(do: Callable[[], None]) -> None:
    """Call ``do`` once on SIGTERM or SIGINT."""

    def handle(number: int, frame: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        do()

    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)
