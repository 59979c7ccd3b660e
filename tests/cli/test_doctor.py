"""``palabre doctor``: a line a check, and what to do about each thing that is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from house import House
from palabre.cli import doctor
from palabre.store.migrate import Connection

from .conftest import Palabre, alone


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("PALABRE_HOME", str(folder))
    monkeypatch.setattr(doctor, "ROOM", 1)
    return folder


@pytest.fixture
def good(home: Path, palabre: Palabre, house: House, courrier: int) -> Palabre:
    """Give the command over an installation in which nothing is wrong."""
    house.source(courrier, connector="feed", name="Agenda")
    house.owner.execute("INSERT INTO process (name, pid) VALUES ('gate', 1), ('worker', 2), ('collector', 3)")
    house.owner.execute(
        "INSERT INTO audit (workspace_id, verb, object) SELECT id, 'source.add', 'source 1' FROM workspace"
    )
    return palabre


def wrong(palabre: Palabre) -> list[str]:
    """Run it; hold the exit status against what it says; return what is wrong."""
    said = palabre("doctor")
    found = [line.removeprefix("WRONG ") for line in said.out.splitlines() if line.startswith("WRONG ")]
    assert said.status == (1 if found else 0) and said.err == ""
    return found


def test_a_sound_installation(good: Palabre, home: Path) -> None:
    said = good("doctor")
    assert said.status == 0
    assert said.out.startswith(f"ok    data folder {home}\n")
    for line in ("every table of a workspace is isolated", "audit log of courrier", "worker is at work"):
        assert f"ok    {line}\n" in said.out
    assert all(line.startswith("ok    ") for line in said.out.splitlines())


def change_audit(owner: Connection) -> None:
    owner.execute("ALTER TABLE audit DISABLE TRIGGER append_only")
    owner.execute("UPDATE audit SET verb = 'source.remove'")
    owner.execute("ALTER TABLE audit ENABLE TRIGGER append_only")


def stop_worker(owner: Connection) -> None:
    owner.execute("UPDATE process SET beat_at = now() - interval '1 minute' WHERE name = 'worker'")


def fail_source(owner: Connection) -> None:
    owner.execute(
        "UPDATE source_health SET error_class = 'gone', error_text = 'Rien à cette adresse.\nNothing there.'"
    )


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (change_audit, "audit log of courrier: row 1 was changed, or one before it is missing"),
        (stop_worker, "worker is not at work: start Palabre with `palabre up`"),
        (fail_source, "source Agenda of courrier: gone: Nothing there."),
    ],
)
def test_what_is_wrong_is_told(
    good: Palabre, owner: Connection, harm: Callable[[Connection], None], told: str
) -> None:
    harm(owner)
    assert wrong(good) == [told]


def test_a_paused_source_is_nobodys_trouble(good: Palabre, owner: Connection) -> None:
    fail_source(owner)
    owner.execute("UPDATE source SET state = 'paused'")
    assert wrong(good) == []


def test_a_table_without_a_policy(good: Palabre, owner: Connection) -> None:
    owner.execute("CREATE TABLE forgotten (workspace_id bigint)")
    try:
        assert wrong(good) == ["not isolated: forgotten; upgrade Palabre"]
    finally:
        owner.execute("DROP TABLE forgotten")


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701])
def test_a_folder_that_others_read(good: Palabre, home: Path, mode: int) -> None:
    home.chmod(mode)
    assert wrong(good) == [f"data folder {home}: others may read it; run chmod 700 on it"]


def test_a_folder_that_the_database_walks_through_is_private(good: Palabre, home: Path) -> None:
    home.chmod(0o710)  # under root: the group of the account under which PostgreSQL runs
    assert wrong(good) == []


def test_a_full_disk(good: Palabre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "ROOM", 10**18)
    found = wrong(good)
    assert len(found) == 1 and found[0].endswith(" GB free on its disk: make room")


def test_a_database_that_is_away(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    said = alone("doctor", DATABASE_URL="postgresql://palabre@127.0.0.1:9/palabre", PALABRE_HOME=str(home))
    assert said.status == 1 and "\nWRONG database: " in said.out and "Traceback" not in said.err
