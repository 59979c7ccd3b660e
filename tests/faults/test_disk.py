"""A full disk under the whole product: it says so, loses nothing that it acknowledged, and goes on by itself."""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from fakes.palabre import Running, call, palabre_up, wait_for

pytestmark = pytest.mark.fault

MEGABYTE = 1024 * 1024
ROOM = 400 * MEGABYTE  # an empty database takes a third of it
LEFT = 3 * MEGABYTE  # what the filler leaves free


@pytest.fixture
def disk() -> Iterator[Path]:
    """A small disk to be the data folder of a Palabre."""
    if os.geteuid() != 0:
        pytest.skip("Only root may mount a small disk.")
    around = Path(tempfile.mkdtemp(prefix="palabre-disk-", dir="/tmp"))
    around.chmod(0o755)  # the database runs under a user of its own
    disk = around / "home"
    disk.mkdir(0o755)
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM},mode=0755", "tmpfs", str(disk)])
    if made.returncode != 0:
        shutil.rmtree(around)
        pytest.skip("This machine does not let a small disk be mounted.")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)
    shutil.rmtree(around)


def test_what_was_acknowledged_is_there_when_there_is_room_again(disk: Path) -> None:
    with palabre_up(disk) as palabre:
        path, source = palabre.webhook("full")
        with httpx.Client(base_url=palabre.base, timeout=30) as client:
            before = [send(client, path, number) for number in range(5)]
            fill(disk)
            answers = before + send_until_refused(client, path)
            (disk / "filler").unlink()
            wait_for(lambda: send(client, path, 100_000)[1] == 200, 60)  # by itself
        acknowledged = {id for id, status in answers if status == 200} | {"n100000"}
        assert {status for _, status in answers} == {200, 503}
        wait_for(palabre.healthy, 60)
        wait_for(lambda: held(palabre, source)[0] >= acknowledged, 60)
        assert held(palabre, source)[1] == 0  # a full disk is no fault of the messages


def send_until_refused(client: httpx.Client, path: str) -> list[tuple[str, int]]:
    """Send until five calls were refused; return what was answered."""
    answers: list[tuple[str, int]] = []
    for number in range(5, 500):
        answers.append(send(client, path, number))
        if sum(status != 200 for _, status in answers) == 5:
            return answers
    raise AssertionError("The disk never filled: this would prove nothing.")


def fill(disk: Path) -> None:
    """Take nearly all that is free."""
    with (disk / "filler").open("wb") as filler:
        os.posix_fallocate(filler.fileno(), 0, shutil.disk_usage(disk).free - LEFT)


def send(client: httpx.Client, path: str, number: int) -> tuple[str, int]:
    """Send a message that does not compress; return its id and the answer's status."""
    said = {"id": f"n{number}", "text": secrets.token_hex(40_000)}
    return said["id"], call(client, path, [said]).status_code


def held(palabre: Running, source: int) -> tuple[set[str], int]:
    """Return the messages of a source, each there once, and how many were set aside."""
    with palabre.connect() as owner:
        ids = [row[0] for row in owner.execute("SELECT external_id FROM message WHERE source_id = %s", (source,))]
        aside = owner.execute("SELECT count(*) FROM set_aside").fetchone()
    assert len(ids) == len(set(ids))
    assert aside is not None
    return set(ids), int(aside[0])
