"""The desk's server: one process, which answers and which ends though a request does not."""

import http.client
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from palabre.cli.supervisor import free_port

APPLICATION = """
import threading
def application(environ, start):
    if environ["PATH_INFO"] == "/for-ever":
        print("asked", flush=True)
        threading.Event().wait()
    start("200 OK", [("Content-Type", "text/plain")])
    return [b"Bonjour"]
"""


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def server(tmp_path: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    (tmp_path / "slow.py").write_text(APPLICATION, "utf-8")
    program = f"from palabre.cli.desk import serve; serve('slow:application', '127.0.0.1', {port})"
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def asked(port: int, path: str) -> http.client.HTTPConnection:
    """Ask for a page, as soon as somebody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(1_200):
        try:
            connection.request("GET", path)
            return connection
        except ConnectionRefusedError:
            connection.close()
            sleep(0.05)
    raise AssertionError("nobody listens")


def test_it_answers_and_is_one_process(server: "subprocess.Popen[str]", port: int) -> None:
    connection = asked(port, "/")
    assert connection.getresponse().read() == b"Bonjour"
    connection.close()
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    assert not children.exists() or children.read_text("ascii") == ""
    server.terminate()
    assert server.wait(60) == 0


def test_a_request_without_end_does_not_hold_it(server: "subprocess.Popen[str]", port: int) -> None:
    waiting = asked(port, "/for-ever")
    assert server.stdout is not None and server.stdout.readline() == "asked\n"
    server.terminate()
    assert server.wait(60) == 0
    waiting.close()
