"""Named SQL: found by name, without comments, each name once."""

from pathlib import Path

import pytest

from palabre.store import queries


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(queries, "_FOLDER", tmp_path)
    queries.load.cache_clear()
    return tmp_path


def test_blocks_are_found_by_name_without_their_comments(folder: Path) -> None:
    (folder / "things.sql").write_text(
        "-- The file: 100 % prose.\n\n-- name: one\n-- why %s\nSELECT 1;\n\n"
        "-- name: two\nSELECT %(x)s\n  -- mid\nFROM t;\n"
    )
    assert queries.load("things") == {"one": b"SELECT 1;", "two": b"SELECT %(x)s\nFROM t;"}


def test_a_name_that_stands_twice_is_refused(folder: Path) -> None:
    (folder / "twice.sql").write_text("-- name: one\nSELECT 1;\n-- name: one\nSELECT 2;\n")
    with pytest.raises(ValueError, match=r"sql/twice\.sql: a name stands twice"):
        queries.load("twice")
