"""Killed, orphaned, shared: what a supervisor must survive."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from palabre.store.embedded import Embedded, process

pytestmark = pytest.mark.fault
Make = Callable[..., Embedded]

HOLD = """
import signal, sys, time
from pathlib import Path
from palabre.store.embedded import Embedded
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits it ignored
server = Embedded(Path(sys.argv[1]), light=True)
server.start()
try:
    print(server.pid, flush=True)  # the signal may come as soon as it is read
    sys.stdin.readline()
except KeyboardInterrupt:
    print("interrupted", server.is_running(), flush=True)
"""


@pytest.fixture
def holder(home: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that started the database and waits for a line, then ends as any script does."""
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    yield held
    held.kill()
    held.communicate()


def first_line(held: subprocess.Popen[str]) -> str:
    assert held.stdout
    return held.stdout.readline().strip()


def kill_server(server: Embedded) -> None:
    assert server.pid
    os.kill(server.pid, signal.SIGKILL)


def test_a_killed_server_is_seen_as_dead_at_once(embedded: Embedded) -> None:
    kill_server(embedded)  # it is our child, and a zombie until it is waited for
    assert not embedded.is_running()


def test_every_acknowledged_row_survives_the_killing(home: Path) -> None:
    server = Embedded(home)  # not light: as in service
    server.start()
    acknowledged: list[int] = []
    with psycopg.connect(server.url, autocommit=True) as session:
        session.execute("CREATE TABLE numbered (n int PRIMARY KEY)")

    def write() -> None:
        with psycopg.connect(server.url, autocommit=True) as session:
            for n in range(10**9):
                session.execute("INSERT INTO numbered VALUES (%s)", (n,))
                acknowledged.append(n)

    def write_until_killed() -> None:
        with pytest.raises(psycopg.OperationalError):
            write()

    writer = threading.Thread(target=write_until_killed)
    writer.start()
    while len(acknowledged) < 500:
        time.sleep(0.01)
    kill_server(server)
    server.start()
    writer.join()
    with psycopg.connect(server.url) as session:
        kept = [row[0] for row in session.execute("SELECT n FROM numbered ORDER BY n")]
    server.stop()
    assert kept[: len(acknowledged)] == acknowledged
    assert len(kept) <= len(acknowledged) + 1  # one may have been committed with its answer under way


def test_three_killings_in_a_row(embedded: Embedded) -> None:
    for _ in range(3):
        kill_server(embedded)
        embedded.start()
        assert embedded.is_running()


def test_a_living_stranger_with_the_old_number_is_not_taken_for_the_server(embedded: Embedded) -> None:
    kill_server(embedded)
    assert not embedded.is_running()
    note = embedded.data / "postmaster.pid"
    note.write_text(note.read_text().replace(note.read_text().split("\n")[0], str(os.getpid()), 1))
    embedded.start()
    assert embedded.is_running()
    assert embedded.pid != os.getpid()


def test_a_zombie_is_not_alive(tmp_path: Path) -> None:
    with subprocess.Popen(["/bin/sh", "-c", f": postgres {tmp_path}; exit 0"]) as child:
        while process._look(child.pid)[0] != "Z":
            time.sleep(0.01)
        assert not process.is_server(child.pid, tmp_path)


def test_a_damaged_note_of_the_process_is_no_process(tmp_path: Path) -> None:
    assert process.recorded(tmp_path) is None
    for text in ("", "\n", "words\n", "-5\n", "1\n"):
        (tmp_path / "postmaster.pid").write_text(text)
        assert process.recorded(tmp_path) is None


def test_the_orphan_of_a_killed_supervisor_is_taken_over(holder: subprocess.Popen[str], make: Make) -> None:
    orphan = int(first_line(holder))
    holder.kill()
    holder.wait()
    assert process._look(orphan)[0] not in ("", "Z")
    server = make()
    server.start()
    assert server.pid == orphan
    server.stop()
    assert server.pid is None


def test_a_second_supervisor_joins_and_the_last_one_stops(holder: subprocess.Popen[str], make: Make) -> None:
    pid = int(first_line(holder))
    second = make()
    second.start()
    assert second.pid == pid
    second.stop()
    assert second.pid == pid  # the first still uses it
    holder.communicate("end\n")
    assert second.pid is None


def test_the_first_may_leave_before_the_second(holder: subprocess.Popen[str], make: Make) -> None:
    pid = int(first_line(holder))
    second = make()
    second.start()
    holder.communicate("end\n")
    assert second.pid == pid
    assert second.is_running()
    second.stop()
    assert second.pid is None


def test_many_starting_at_once_share_one_server(home: Path, make: Make) -> None:
    holders = [
        subprocess.Popen(
            [sys.executable, "-c", HOLD, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    pids = {first_line(held) for held in holders}
    for held in holders:
        held.communicate("end\n")
    assert len(pids) == 1
    assert process.alive(home / "postgres") is None


def test_ctrl_c_reaches_the_supervisor_and_not_the_server(holder: subprocess.Popen[str], home: Path) -> None:
    pid = int(first_line(holder))
    os.killpg(holder.pid, signal.SIGINT)  # what a terminal does
    assert first_line(holder) == "interrupted True"
    holder.wait()
    assert not process.is_server(pid, home / "postgres")


def test_a_killed_session_takes_its_sisters_down_and_the_server_comes_back_by_itself(embedded: Embedded) -> None:
    with psycopg.connect(embedded.url) as session:
        os.kill(session.info.backend_pid, signal.SIGKILL)
        with pytest.raises(psycopg.OperationalError):
            session.execute("SELECT 1")
    assert process.wait(embedded.is_running, 30)


def test_it_is_stopped_by_force_when_it_does_not_listen(
    embedded: Embedded, monkeypatch: pytest.MonkeyPatch
) -> None:
    from palabre.store.embedded import supervisor

    monkeypatch.setattr(supervisor, "_STOP_PATIENCE", 0.3)
    assert embedded.pid
    os.kill(embedded.pid, signal.SIGSTOP)
    embedded.stop()
    assert embedded.pid is None
    embedded.start()
    assert embedded.is_running()
