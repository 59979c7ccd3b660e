import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from palabre.store import place

ALICE = Path("/home/alice")


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"PALABRE_HOME": "/srv/p"}, "linux", "/srv/p"),
        ({}, "linux", "/home/alice/.local/share/palabre"),
        ({"XDG_DATA_HOME": "/data"}, "linux", "/data/palabre"),
        ({"XDG_DATA_HOME": "relative"}, "linux", "/home/alice/.local/share/palabre"),
        ({}, "darwin", "/home/alice/Library/Application Support/Palabre"),
        ({}, "win32", "/home/alice/AppData/Local/Palabre"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/Palabre"),
        ({"PALABRE_HOME": ""}, "linux", "/home/alice/.local/share/palabre"),
    ],
)
def test_each_platform_has_its_folder(environ: dict[str, str], platform: str, expected: str) -> None:
    assert place.chosen(environ, platform, ALICE) == Path(expected)


def test_a_relative_home_is_made_absolute() -> None:
    assert place.chosen({"PALABRE_HOME": "here"}, "linux", ALICE) == Path.cwd() / "here"


def test_home_is_made_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALABRE_HOME", str(tmp_path / "a" / "b"))
    assert stat.S_IMODE(place.home().stat().st_mode) == 0o700


def test_the_rights_of_a_folder_that_exists_are_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    place.make_private(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_home_that_cannot_be_made_says_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(place.PlaceError, match="PALABRE_HOME"):
        place.make_private(tmp_path / "file" / "home")


def test_a_secret_is_drawn_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = place.secret("web_password", tmp_path)
    assert place.secret("web_password", tmp_path) == first
    assert place.secret("other", tmp_path) != first
    path = tmp_path / "secrets" / "web_password"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert len(first) >= 43  # 256 bits


def test_those_who_race_get_the_same_secret_and_leave_no_draft(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        drawn = set(pool.map(lambda _: place.secret("shared", tmp_path), range(64)))
    assert len(drawn) == 1
    assert [path.name for path in (tmp_path / "secrets").iterdir()] == ["shared"]


def test_an_empty_secret_is_refused_rather_than_used(tmp_path: Path) -> None:
    place.secret("name", tmp_path)
    (tmp_path / "secrets" / "name").write_text("")
    with pytest.raises(place.PlaceError, match="empty"):
        place.secret("name", tmp_path)


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "UPPER", "a\n", "x" * 64])
def test_a_secret_s_name_is_no_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no name for a secret"):
        place.secret(name, tmp_path)
