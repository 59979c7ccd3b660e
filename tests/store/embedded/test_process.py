"""Whether a process is our server."""

import threading
from pathlib import Path

from palabre.store.embedded import process

STAT = "4711 (postgres (1)) {state} 1 4711 4711 0 -1"


def proc(folder: Path, state: str, command: bytes) -> Path:
    (folder / "stat").write_text(STAT.format(state=state))
    (folder / "cmdline").write_bytes(command)
    return folder


def test_a_process_says_its_state_and_its_command(tmp_path: Path) -> None:
    assert process._look_in_proc(proc(tmp_path, "S", b"postgres\0-D\0/data\0")) == ("S", "postgres -D /data ")


def test_one_that_is_becoming_a_server_is_waited_for(tmp_path: Path) -> None:
    """Between two programs the system shows no command line: taken for a death, a server was left on its own."""
    proc(tmp_path, "R", b"")
    later = threading.Timer(0.03, (tmp_path / "cmdline").write_bytes, (b"postgres\0-D\0/data\0",))
    later.start()
    assert process._look_in_proc(tmp_path) == ("R", "postgres -D /data ")
    later.join()


def test_a_zombie_and_who_is_gone_are_not_waited_for(tmp_path: Path) -> None:
    assert process._look_in_proc(proc(tmp_path, "Z", b"")) == ("Z", "")
    assert process._look_in_proc(tmp_path / "gone") == ("", "")


def test_what_never_has_a_command_is_no_server(tmp_path: Path) -> None:
    assert process._look_in_proc(proc(tmp_path, "I", b"")) == ("I", "")
