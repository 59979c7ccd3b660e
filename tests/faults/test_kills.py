"""Anything may die at any moment: what was acknowledged is there once, in order."""

import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import httpx
import pytest

from fakes.palabre import Running, call, palabre_up, wait_for

pytestmark = pytest.mark.fault


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with palabre_up(tmp_path_factory.mktemp("faults") / "home") as palabre:
        yield palabre


class Sender:
    """Sends numbered messages one call after the other, and remembers which were acknowledged.

    A call that got no answer is made again, as any client of a webhook does: so its message may have been
    committed twice over the wire, and must still be there once.
    """

    def __init__(self, running: Running, path: str) -> None:
        self.base, self.path = running.base, path
        self.acknowledged: list[int] = []
        self.refused = 0
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self) -> None:
        with httpx.Client(base_url=self.base, timeout=10) as client:
            for number in count():
                if self.stop.is_set():
                    return
                while not self.deliver(client, number):
                    if self.stop.wait(0.05):
                        return

    def deliver(self, client: httpx.Client, number: int) -> bool:
        said = {"id": f"n{number:06d}", "text": f"Message numéro {number}", "published": now()}
        try:
            answer = call(client, self.path, [said])
        except httpx.HTTPError:
            self.refused += 1
            return False
        if answer.status_code == 200:
            self.acknowledged.append(number)
            return True
        assert answer.status_code in (429, 502, 503), answer.text
        self.refused += 1
        return False


def now() -> str:
    return datetime.now(UTC).isoformat()


def stream_while(running: Running, slug: str, disturb: object) -> None:
    """Send messages, disturb in the middle, go on; then hold what was acknowledged against what is stored.

    It goes on until what was sent after the disturbance is stored, and for two hundred more: whatever was killed
    came back under the stream.
    """
    path, source = running.webhook(slug)
    sender = Sender(running, path)
    sender.thread.start()
    wait_for(lambda: len(sender.acknowledged) > 50, 30)
    disturb()  # type: ignore[operator]
    before = len(sender.acknowledged)
    wait_for(lambda: len(sender.acknowledged) > before + 50, 60)
    after = sender.acknowledged[-1]
    wait_for(lambda: newest(running, source) >= after, 60)
    again = len(sender.acknowledged)
    wait_for(lambda: len(sender.acknowledged) > again + 200, 60)
    sender.stop.set()
    sender.thread.join(30)
    wait_for(running.healthy, 60)
    wait_for(lambda: not pending(running, source), 60)
    stored = numbers(running, source)
    assert stored == sorted(set(stored)), "twice, or out of order"
    assert set(sender.acknowledged) <= set(stored)


def pending(running: Running, source: int) -> bool:
    with running.connect() as owner:
        return owner.execute("SELECT FROM intake WHERE source_id = %s LIMIT 1", (source,)).fetchone() is not None


def newest(running: Running, source: int) -> int:
    with running.connect() as owner:
        row = owner.execute("SELECT max(external_id) FROM message WHERE source_id = %s", (source,)).fetchone()
    return int(row[0][1:]) if row and row[0] else -1


def numbers(running: Running, source: int) -> list[int]:
    with running.connect() as owner:
        rows = owner.execute("SELECT external_id FROM message WHERE source_id = %s ORDER BY id", (source,))
        return [int(row[0][1:]) for row in rows]


def test_the_worker_is_killed(running: Running) -> None:
    stream_while(running, "worker-dies", lambda: running.kill("worker"))


def test_the_gate_is_killed(running: Running) -> None:
    stream_while(running, "gate-dies", lambda: running.kill("gate"))


def test_the_database_is_killed(running: Running) -> None:
    stream_while(running, "database-dies", running.kill_database)


def test_everything_ends_when_it_is_told_to(running: Running) -> None:
    """The last of this file: what was killed and came back ends too, and leaves nothing that runs."""
    wait_for(running.healthy, 60)
    with httpx.Client(base_url=running.base, timeout=10) as client:  # a connection that is kept open
        client.get("/accounts/login/")
        parts = running.pids("palabre.cli.main")
        running.process.terminate()
        assert running.process.wait(60) == 0
    assert len(parts) >= 4
    wait_for(lambda: not any(map(alive, parts)), 60)


def alive(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout
    return bool(state.strip()) and not state.startswith("Z")
