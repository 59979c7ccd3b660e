"""The page given to those who send: its examples are run, against a server that checks their signature."""

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from palabre.connectors.webhook import Call, Refusal, parse_call, verify
from palabre.core.model import Attachment, Author, Event, Message

FOLDER = Path(__file__).parents[3] / "src/palabre/connectors/webhook"
PAGES = ["doc.fr.md", "doc.en.md"]
SECRET = "0123456789abcdef" * 4


class Receiver(HTTPServer):
    """Answers 200 to a signed call and keeps it, else the status of its refusal."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.calls: list[Call] = []
        self.refusals: list[Refusal] = []

    def answer(self, headers: dict[str, str], body: bytes) -> int:
        now = datetime.now(UTC)
        refusal = verify(headers, body, SECRET, now)
        if refusal:
            self.refusals.append(refusal)
            return refusal.status
        self.calls.append(parse_call(body, now))
        return 200


class Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.server.answer(dict(self.headers), body))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the tests' output."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def example(page: str, language: str) -> str:
    found = re.findall(rf"```{language}\n(.*?)```", (FOLDER / page).read_text(), re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def run(command: list[str], receiver: Receiver, secret: str = SECRET) -> subprocess.CompletedProcess[str]:
    address = f"http://127.0.0.1:{receiver.server_port}/in/42"
    path = {"PATH": "/usr/local/bin:/usr/bin:/bin", "PALABRE_ADDRESS": address, "PALABRE_SECRET": secret}
    return subprocess.run(command, env=path, capture_output=True, text=True, timeout=30, check=False)


@pytest.mark.parametrize("page", PAGES)
def test_the_python_example_sends_a_call(page: str, receiver: Receiver) -> None:
    done = run([sys.executable, "-c", example(page, "python")], receiver)
    assert (done.returncode, done.stdout) == (0, "200\n"), done.stderr
    assert receiver.calls[0].messages[0].id == "c-1842"


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("openssl")), reason="no curl or no openssl here")
@pytest.mark.parametrize("page", PAGES)
def test_the_shell_example_sends_a_call(page: str, receiver: Receiver) -> None:
    done = run(["sh", "-euc", example(page, "sh")], receiver)
    assert done.returncode == 0, done.stderr
    assert receiver.calls[0].messages[0].id == "c-1841"


def test_the_example_with_another_secret_is_refused(receiver: Receiver) -> None:
    done = run([sys.executable, "-c", example("doc.en.md", "python")], receiver, secret="not the one")
    assert done.returncode != 0
    assert [refusal.code for refusal in receiver.refusals] == ["signature_wrong"]


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_every_field(page: str) -> None:
    text = (FOLDER / page).read_text()
    structs = (Message, Author, Attachment, Event)
    assert [f for s in structs for f in s.__struct_fields__ if f"`{f}`" not in text and f'"{f}"' not in text] == []
