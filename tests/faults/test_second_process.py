"""The process that understands under load may die at any moment too, and never outlives the worker."""

import os
import signal
import subprocess
from collections.abc import Iterator

import pytest

from fakes.palabre import Running, palabre_up, wait_for
from faults.test_kills import alive, stream_while

pytestmark = pytest.mark.fault


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PALABRE_SECOND_PROCESS", "always")
        with palabre_up(tmp_path_factory.mktemp("second") / "home") as palabre:
            yield palabre


def understanding(running: Running) -> list[int]:
    """Return the second processes of the workers of this run."""
    workers = {str(pid) for pid in running.pids("palabre.cli.main", "worker")}
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
    return [int(pid) for pid, parent, command in rows if parent in workers and "palabre.pipeline.beside" in command]


def test_it_is_killed(running: Running) -> None:
    def kill() -> None:
        wait_for(lambda: understanding(running), 60)
        for pid in understanding(running):
            os.kill(pid, signal.SIGKILL)

    stream_while(running, "second-dies", kill)


def test_the_worker_is_killed_and_it_ends_with_it(running: Running) -> None:
    before: list[int] = []

    def kill() -> None:
        wait_for(lambda: understanding(running), 60)
        before.extend(understanding(running))
        running.kill("worker")

    stream_while(running, "worker-dies-under-load", kill)
    wait_for(lambda: not any(map(alive, before)), 60)
