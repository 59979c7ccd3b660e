"""The desk and the gate in processes of their own, in front of the database of the tests."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import httpx

from fakes.postgres import free_port

PATIENCE = 120.0  # as for the whole product (fakes.palabre): it only ends a start that will never come


@contextmanager
def site(database: str, log: Path) -> Iterator[str]:
    """Run both; yield the one address that browsers know."""
    desk, gate = free_port(), free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": database,
        "PALABRE_DESK_ADDRESS": f"127.0.0.1:{desk}",
        "PALABRE_PORT": str(gate),
    }
    with log.open("wb") as told:
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", "palabre.cli.main", part], env=environment, stdout=told, stderr=told
            )
            for part in ("desk", "gate")
        ]
        try:
            _wait(f"http://127.0.0.1:{gate}/accounts/login/", processes, log)
            yield f"http://127.0.0.1:{gate}"
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(15)


def _wait(address: str, processes: "list[subprocess.Popen[bytes]]", log: Path) -> None:
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline and all(process.poll() is None for process in processes):
        try:
            if httpx.get(address, timeout=2).status_code == 200:
                return
        except httpx.HTTPError:
            sleep(0.1)
    raise AssertionError(f"The desk and the gate do not answer: {log.read_text()[-2_000:]}")
