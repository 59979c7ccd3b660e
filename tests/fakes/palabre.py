"""The whole product, running as a person runs it: ``palabre up`` in its own processes."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx
import psycopg

from fakes.postgres import free_port
from house import House
from palabre.connectors.webhook import sign
from palabre.store.embedded import Embedded
from palabre.store.secrets import seal

SECRET = "a-secret-that-nobody-would-ever-guess-0123456789"


@dataclass
class Running:
    """A Palabre that runs: its address, its data folder, its database."""

    base: str
    home: Path
    embedded: Embedded
    process: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        """The database's address, under the owner's role."""
        return self.embedded.url

    def connect(self) -> psycopg.Connection[Any]:
        """Open a connection under the owner's role."""
        return psycopg.connect(self.url, autocommit=True)

    def webhook(self, slug: str) -> tuple[str, int]:
        """Make a workspace with a webhook; return the path to call and the source's id."""
        with self.connect() as owner:
            house = House(owner)
            key = (self.home / "secrets" / "sources").read_text()
            sealed = seal({"secret": SECRET}, key)
            source = house.source(house.workspace(slug, slug), secrets=sealed)
            owner.execute("NOTIFY config")
            row = owner.execute("SELECT public_id FROM source WHERE id = %s", (source,)).fetchone()
        assert row is not None
        return f"/hooks/{row[0]}", source

    def pids(self, *words: str) -> list[int]:
        """Return our processes whose command line holds all of ``words``: children of this run only."""
        listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
        rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
        ours = {str(self.process.pid)}
        found = []
        for pid, parent, command in rows:
            if parent in ours and all(word in command for word in words):
                found.append(int(pid))
        return found

    def kill(self, name: str) -> None:
        """Kill one of our processes without warning."""
        for pid in self.pids("palabre.cli.main", name):
            os.kill(pid, signal.SIGKILL)

    def kill_database(self) -> None:
        """Kill the embedded server without warning."""
        pid = self.embedded.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)

    def healthy(self) -> bool:
        """Tell whether all parts answer."""
        try:
            return httpx.get(self.base + "/healthz", timeout=3).status_code == 200
        except httpx.HTTPError:
            return False


@contextmanager
def palabre_up(home: Path, command: str = "up") -> Iterator[Running]:
    """Run ``palabre up`` (or ``demo``) on a free port until all parts answer; stop it after."""
    port = free_port()
    environment = {**os.environ, "PALABRE_HOME": str(home), "PALABRE_LOG": "WARNING"}
    environment.pop("DATABASE_URL", None)
    log = (home.parent / f"{home.name}.log").open("wb")
    started = [sys.executable, "-m", "palabre.cli.main", command, "--port", str(port)]
    process = subprocess.Popen(started, env=environment, stdout=log, stderr=log)
    running = Running(f"http://127.0.0.1:{port}", home, Embedded(home), process)
    try:
        wait_for(running.healthy, 120, lambda: Path(log.name).read_text())
        running.embedded.start()  # joins the one that runs
        yield running
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        finally:
            running.embedded.erase()  # as root it stands outside of the temporary folder
            log.close()


def wait_for(true: Any, patience: float, why: Any = lambda: "") -> None:
    """Wait until something holds; fail, saying ``why()``, where it does not in ``patience`` seconds."""
    deadline = monotonic() + patience
    while not true():
        if monotonic() > deadline:
            raise AssertionError(f"It did not come true in {patience} s. {why()}")
        sleep(0.05)


def call(client: httpx.Client, path: str, messages: list[dict[str, Any]]) -> httpx.Response:
    """Make one signed call."""
    body = json.dumps({"messages": messages}).encode()
    headers = {"Palabre-Signature": sign(body, SECRET, datetime.now(UTC)), "Content-Type": "application/json"}
    return client.post(path, content=body, headers=headers)
