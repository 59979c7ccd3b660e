"""The embedded database as its users meet it: real servers, on the loopback only."""

import os
import socket
import stat
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from palabre.store import place
from palabre.store.embedded import Embedded, EmbeddedError, cluster, launch, process
from palabre.store.embedded.binaries import Binaries

Make = Callable[..., Embedded]


def ask(url: str, query: str) -> tuple[object, ...]:
    with psycopg.connect(url) as session:
        row = session.execute(query.encode()).fetchone()
    assert row is not None
    return row


def test_it_starts_and_is_reached_by_password_and_by_socket(running: Embedded) -> None:
    assert running.is_running()
    for url in (running.url, running.socket_url):
        assert ask(url, "SELECT current_user, current_database()") == ("palabre", "palabre")


def test_letters_are_unicode_s_on_every_platform(running: Embedded) -> None:
    query = "SELECT pg_encoding_to_char(encoding), datlocale FROM pg_database WHERE datname = 'palabre'"
    assert ask(running.url, query) == ("UTF8", "C.UTF-8")
    assert ask(running.url, "SELECT lower('ÉTÉ Œ'), 'é' ILIKE 'É'") == ("été œ", True)


def test_the_owner_makes_roles_and_databases_but_is_no_superuser(running: Embedded) -> None:
    query = "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    assert ask(running.url, query) == (False, False, True, True)


def test_a_wrong_password_is_refused(running: Embedded) -> None:
    password = place.secret("database", running.data.parent)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(running.url.replace(password, "wrong"))


def test_the_superuser_comes_by_the_socket_only(running: Embedded) -> None:
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(running.url.replace("palabre:", "postgres:"))


def test_it_listens_on_the_loopback_only(running: Embedded) -> None:
    assert ask(running.socket_url, "SELECT setting FROM pg_settings WHERE name = 'listen_addresses'") == (
        "127.0.0.1",
    )


def test_what_is_made_goes_to_the_disk_all_at_once_where_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = (Binaries(Path("/nowhere"), version) for version in ((16, 4), (18, 0)))
    monkeypatch.setattr(cluster.sys, "platform", "linux")
    assert [cluster.syncing(one, sync=True) for one in (old, new)] == [[], ["--sync-method=syncfs"]]
    assert cluster.syncing(new, sync=False) == ["--no-sync"]
    monkeypatch.setattr(cluster.sys, "platform", "darwin")
    assert cluster.syncing(new, sync=True) == []


def test_a_home_is_made_with_what_waits_for_the_disk(home: Path) -> None:
    server = Embedded(home)
    try:
        assert ask(server.start(), "SHOW fsync") == ("on",)
    finally:
        server.stop()


def test_the_data_and_the_socket_are_private(running: Embedded) -> None:
    assert stat.S_IMODE(running.data.stat().st_mode) == 0o700
    folder = Path(psycopg.conninfo.conninfo_to_dict(running.socket_url)["host"])  # type: ignore[arg-type]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_statements_and_what_people_said_stay_out_of_the_log(running: Embedded) -> None:
    with psycopg.connect(running.url) as session, pytest.raises(psycopg.errors.InvalidTextRepresentation):
        session.execute("SELECT 'confidence'::text, 'not a number of Camille'::int")
    with psycopg.connect(running.url, autocommit=True) as session, pytest.raises(psycopg.errors.UniqueViolation):
        session.execute(
            "CREATE TABLE t (a text UNIQUE); INSERT INTO t VALUES ('mail of Camille'), ('mail of Camille')"
        )
    said = running.log.read_text()
    assert "unique constraint" in said
    assert "mail of Camille" not in said
    assert "confidence" not in said


def test_stop_leaves_nothing_running_and_start_finds_everything_again(embedded: Embedded) -> None:
    url, pid = embedded.url, embedded.pid
    assert pid
    with psycopg.connect(url) as session:
        session.execute("CREATE TABLE kept (a int)")
        session.execute("INSERT INTO kept VALUES (42)")
    embedded.stop()
    assert not embedded.is_running()
    assert embedded.pid is None
    assert not process.is_server(pid, embedded.data)
    assert embedded.start() == url  # the port is remembered
    assert ask(url, "SELECT a FROM kept") == (42,)


def test_start_twice_and_stop_twice_are_harmless(embedded: Embedded) -> None:
    pid = embedded.pid
    embedded.start()
    assert embedded.pid == pid
    embedded.stop()
    embedded.stop()
    assert embedded.pid is None


def test_open_sessions_do_not_hold_back_a_stop(embedded: Embedded) -> None:
    session = psycopg.connect(embedded.url)
    embedded.stop()
    assert embedded.pid is None
    session.close()


def test_a_port_that_somebody_else_took_is_changed(embedded: Embedded) -> None:
    port = psycopg.conninfo.conninfo_to_dict(embedded.url)["port"]
    embedded.stop()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", int(port)))  # type: ignore[arg-type]
        other.listen()
        embedded.start()
    assert psycopg.conninfo.conninfo_to_dict(embedded.url)["port"] != port
    assert ask(embedded.url, "SELECT 1") == (1,)


def test_a_port_taken_at_the_last_moment_is_changed_too(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        real = launch.free_port
        offers = iter([taken])
        monkeypatch.setattr(launch, "free_port", lambda wish=None: next(offers, None) or real())
        server = make()
        server.start()
    assert f":{taken}/" not in server.url


def test_two_homes_run_side_by_side(
    make: Make, embedded: Embedded, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = make(tmp_path_factory.mktemp("other"))
    other.start()
    try:
        assert other.pid != embedded.pid
        assert ask(other.url, "SELECT 1") == ask(embedded.url, "SELECT 1") == (1,)
        with psycopg.connect(other.url) as session:
            session.execute("CREATE TABLE only_there ()")
        assert ask(embedded.url, "SELECT to_regclass('only_there')") == (None,)
    finally:
        other.erase()


def test_a_long_path_still_has_a_socket(make: Make, home: Path) -> None:
    deep = home / ("d" * 100) / ("e" * 100)
    server = make(deep)
    server.start()
    try:
        assert ask(server.socket_url, "SELECT 1") == (1,)
    finally:
        server.erase()


def test_an_environment_for_another_postgresql_changes_nothing(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PGDATA": "/nowhere", "PGHOST": "example.org", "PGPORT": "1", "LANG": "xx_YY"}.items():
        monkeypatch.setenv(name, value)
    server = make()
    assert ask(server.start(), "SELECT 1") == (1,)


def test_data_of_another_version_is_told_before_anything_starts(embedded: Embedded) -> None:
    embedded.stop()
    version = embedded.data / "PG_VERSION"
    version.write_text("15\n")
    with pytest.raises(EmbeddedError, match=r"PostgreSQL 15.*PostgreSQL 18.*pg_dump"):
        embedded.start()
    assert embedded.pid is None
    version.write_text("18\n")


def test_a_making_that_was_killed_half_way_is_made_again(make: Make, home: Path) -> None:
    (home / ".palabre").touch()
    half = home / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    server = make()
    assert ask(server.start(), "SELECT 1") == (1,)
    assert not half.exists()


def test_a_folder_that_holds_other_things_is_never_removed(make: Make, home: Path) -> None:
    (home / ".palabre").touch()
    (home / "postgres").mkdir()
    (home / "postgres" / "letters.txt").write_text("mine")
    with pytest.raises(EmbeddedError, match="cannot be made"):
        make().start()
    assert (home / "postgres" / "letters.txt").read_text() == "mine"
    (home / "postgres" / "letters.txt").unlink()


def test_a_lost_secret_is_drawn_again(embedded: Embedded, home: Path) -> None:
    embedded.stop()
    before = embedded.url
    (home / "secrets" / "database").unlink()
    assert embedded.start() != before
    assert ask(embedded.url, "SELECT 1") == (1,)


def test_a_home_that_cannot_be_made_is_told(make: Make) -> None:
    with pytest.raises(EmbeddedError, match="PALABRE_HOME"):
        make(Path("/dev/null/palabre")).start()


def test_asking_before_start_is_told(home: Path) -> None:
    with pytest.raises(EmbeddedError, match="start"):
        _ = Embedded(home).url


def test_erase_removes_the_data_and_is_refused_while_it_is_used(make: Make, embedded: Embedded) -> None:
    other = make()
    other.start()
    with pytest.raises(EmbeddedError, match="uses the database"):
        embedded.erase()
    assert other.is_running()
    other.erase()
    assert not (other.data).exists()


def test_the_server_has_its_own_session_away_from_the_terminal(running: Embedded) -> None:
    assert running.pid
    assert os.getsid(running.pid) != os.getsid(0)
    assert os.getpgid(running.pid) != os.getpgid(0)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a small disk")
def test_a_full_disk_is_told(make: Make) -> None:
    small = Path(tempfile.mkdtemp(prefix="palabre-small-"))
    options = ["-t", "tmpfs", "-o", "size=12m,mode=755"]
    if subprocess.run(["mount", *options, "none", small], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        with pytest.raises(EmbeddedError, match="free some space"):
            make(small / "home").start()
        assert not (small / "home" / "postgres.new").exists()
    finally:
        subprocess.run(["umount", small], check=True)
        small.rmdir()


def test_initdb_s_words_reach_the_person(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SUPERUSER", "pg_reserved")
    with pytest.raises(EmbeddedError, match="pg_"):
        make().start()
