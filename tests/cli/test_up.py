"""``palabre up``: where it may listen, what it says, and how it looks after its processes."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from time import monotonic

import pytest

from palabre.cli import greeting, supervisor
from palabre.cli.supervisor import Supervisor, cannot_listen

from .conftest import Palabre, alone

# --- where it may listen


def test_a_taken_port_is_told_and_nothing_is_started(
    palabre: Palabre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALABRE_HOME", str(tmp_path / "home"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        for name in ("up", "demo"):
            said = palabre(name, "--port", str(port))
            assert (said.status, said.out) == (1, "")
            assert said.err == f"palabre: port {port} is taken: give another one with --port.\n"
    assert not (tmp_path / "home").exists()


def test_an_address_of_another_machine_is_told() -> None:
    assert "give others with --host and --port" in cannot_listen("203.0.113.7", 8700)


def test_a_name_of_no_machine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert cannot_listen("palabre.invalid", 8700).startswith("palabre.invalid is no address of this machine")


def test_ipv6_is_listened_on_where_there_is_some() -> None:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
            port = probe.getsockname()[1]
            probe.listen()
            assert cannot_listen("::1", port).startswith(f"port {port} is taken")
    except OSError:
        pytest.skip("this machine has no IPv6")
    assert cannot_listen("::1", port) == ""


@pytest.mark.parametrize("port", ["0", "70000", "8700x", "-1"])
def test_what_is_no_port_is_a_bad_use(palabre: Palabre, port: str) -> None:
    said = palabre("up", f"--port={port}")
    assert said.status == 2 and "give a number from 1 to 65535" in said.err


def test_what_is_no_port_in_the_environment_is_a_bad_use() -> None:
    said = alone("up", PALABRE_PORT="eighty")
    assert said.status == 2 and "'eighty' is no port" in said.err


# --- what it says


@contextmanager
def gate(status: int, health: object) -> Iterator[int]:
    """A server whose health page answers so; give its port."""

    class Health(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            assert self.path == "/healthz"
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(health).encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Health) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALABRE_HOME", "/srv/palabre")
    monkeypatch.delenv("PALABRE_PUBLIC_URL", raising=False)


@pytest.mark.usefixtures("data")
def test_it_says_where_to_go_and_whom_to_let_in(capsys: pytest.CaptureFixture[str]) -> None:
    with gate(200, {"status": "ok"}) as port:
        greeting.greet("0.0.0.0", port, "/start/abc", lambda: False)
    out, err = capsys.readouterr()
    assert f"  Palabre  http://127.0.0.1:{port}\n" in out and f"http://127.0.0.1:{port}/start/abc\n" in out
    assert "/srv/palabre\n" in out and err == ""


@pytest.mark.usefixtures("data")
def test_it_says_the_address_that_people_type(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PALABRE_PUBLIC_URL", "https://palabre.example.org/")
    with gate(200, {"status": "ok"}) as port:
        greeting.greet("127.0.0.1", port, "", lambda: False)
    out, _ = capsys.readouterr()
    assert "  Palabre  https://palabre.example.org\n" in out and "sign in" not in out


@pytest.mark.usefixtures("data")
def test_a_part_that_does_not_answer_does_not_hide_the_link(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(greeting, "PATIENCE", 0.0)
    with gate(503, {"status": "failing", "failing": ["desk", "worker"]}) as port:
        greeting.greet("127.0.0.1", port, "/start/abc", lambda: False)
    out, err = capsys.readouterr()
    assert "/start/abc" in out
    assert err == "palabre: no answer yet from: desk, worker. `palabre doctor` tells more.\n"


@pytest.mark.usefixtures("data")
def test_stopped_before_it_was_up_it_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    greeting.greet("127.0.0.1", 9, "/start/abc", lambda: True)
    assert capsys.readouterr() == ("", "")


# --- how it looks after its processes


class Scripted(Supervisor):
    """Runs a few lines of Python in place of ``palabre NAME``."""

    lines: str = "import signal; signal.pause()"
    spawned: int = 0

    def _spawn(self, name: str) -> "subprocess.Popen[bytes]":
        self.spawned += 1
        return subprocess.Popen(
            [sys.executable, "-c", self.lines], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )


@pytest.fixture
def watched() -> Iterator[Scripted]:
    one = Scripted({}, names=("worker",))
    yield one
    for child in one.children.values():
        child.process.kill()
        child.process.wait()
        if child.process.stdout is not None:
            child.process.stdout.close()


def turns(one: Scripted, until: int) -> None:
    """Let it look until it has spawned so many."""
    deadline = monotonic() + 30
    while one.spawned < until and monotonic() < deadline:
        before = one.children["worker"].process
        one._look_after(one.children["worker"])
        if before is not one.children["worker"].process and before.stdout is not None:
            before.stdout.close()
    assert one.spawned >= until


def test_one_that_ends_is_started_again_later_each_time(
    watched: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    watched.lines = "raise SystemExit(3)"
    watched.start()
    rests = []
    for count in (2, 3, 4):
        turns(watched, count)
        rests.append(watched.children["worker"].rest)
    assert rests == [0.2, 0.4, 0.8]
    assert "palabre: the worker ended (3); starting it again.\n" in capsys.readouterr().err


def test_all_are_asked_to_end(watched: Scripted) -> None:
    watched.start()
    watched.stop()
    assert watched.children["worker"].process.returncode == -signal.SIGTERM


def test_one_that_does_not_end_is_killed(watched: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    watched.lines = "import signal; signal.signal(15, signal.SIG_IGN); print(flush=True); signal.pause()"
    monkeypatch.setattr(supervisor, "STOP_WITHIN", 0.1)
    watched.start()
    output = watched.children["worker"].process.stdout
    assert output is not None and output.readline() == b"\n"  # from now on it ignores SIGTERM
    watched.stop()
    assert watched.children["worker"].process.returncode == -signal.SIGKILL


@pytest.mark.fault
@pytest.mark.parametrize("name", ["worker", "collector", "gate", "desk"])
def test_a_part_ends_when_what_started_it_was_killed(database: str, name: str) -> None:
    """Left alone, they would hold the port, and the next start would only say that it is taken."""
    desk = f"127.0.0.1:{supervisor.free_port()}"
    one = Supervisor({"PALABRE_DESK_ADDRESS": desk, "PALABRE_PORT": "0"}, names=(name,))
    process = one._spawn(name)
    try:
        assert process.poll() is None
        os.close(one.leash[1])  # what the system does when a process dies
        assert process.wait(30) in (0, -signal.SIGTERM)
    finally:
        process.kill()
        process.wait()
        os.close(one.leash[0])
