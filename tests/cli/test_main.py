"""The command itself: help, what it does not know, and what is not its fault."""

import os
import subprocess
from pathlib import Path

import pytest

from palabre import __version__
from palabre.cli.main import COMMANDS, SUMMARIES

from .conftest import Palabre, alone, command


def test_help_names_every_command_and_what_it_does(palabre: Palabre) -> None:
    said = palabre("--help")
    assert said.status == 0 and said.err == ""
    for name in COMMANDS:
        assert any(line.split(maxsplit=1) == [name, SUMMARIES[name]] for line in said.out.splitlines()), name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(palabre: Palabre, name: str) -> None:
    said = palabre(name, "--help")
    assert said.status == 0 and said.out.startswith(f"usage: palabre {name} ")


def test_version(palabre: Palabre) -> None:
    assert palabre("--version").out == f"palabre {__version__}\n"


@pytest.mark.parametrize("words", [(), ("conquer",), ("conquer", "search"), ("--verbose", "search"), ("",)])
def test_an_unknown_command_is_a_bad_use(palabre: Palabre, words: tuple[str, ...]) -> None:
    said = palabre(*words)
    assert said.status == 2 and said.out == "" and said.err.startswith("usage: palabre ")


def test_help_before_a_command_does_not_run_it(palabre: Palabre) -> None:
    assert palabre("--help", "export").status == 0
    assert palabre("--version", "export").out == f"palabre {__version__}\n"


@pytest.mark.parametrize(
    "words", [("search", "mot"), ("import", "a.csv"), ("export",), ("search", "mot", "-w", "a", "--since", "hier")]
)
def test_a_missing_or_wrong_argument_is_a_bad_use(palabre: Palabre, words: tuple[str, ...]) -> None:
    said = palabre(*words)
    assert said.status == 2 and said.err.startswith("usage: palabre ")


def test_a_database_that_is_away_is_told_without_a_traceback() -> None:
    said = alone("export", "-w", "courrier", DATABASE_URL="postgresql://palabre@127.0.0.1:9/palabre")
    assert said.status == 1 and said.out == ""
    assert said.err.startswith("palabre export: the database cannot be used (") and "DATABASE_URL" in said.err
    assert "Traceback" not in said.err


def test_an_address_that_cannot_be_read_is_told() -> None:
    said = alone("export", "-w", "courrier", DATABASE_URL="palabre on the second shelf")
    assert said.status == 1 and said.err.startswith("palabre export: DATABASE_URL cannot be read")


def test_a_part_alone_needs_an_address() -> None:
    said = alone("worker", DATABASE_URL="")
    assert said.status == 1 and said.err.startswith("palabre worker: DATABASE_URL is not set")


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    said = alone("doctor", PALABRE_HOME=str(file / "home"))
    assert said.status == 1 and "PALABRE_HOME" in said.err and "Traceback" not in said.err


def test_a_reader_that_went_away_is_no_error_to_tell(database: str, courrier: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(command("--help"), stdout=writing, stderr=subprocess.PIPE, check=False)
        export = subprocess.run(
            command("export", "-w", "courrier"), stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert b"Traceback" not in done.stderr + export.stderr
