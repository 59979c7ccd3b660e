"""What fails beside others is run once more, alone (see the Makefile): one of a name, or a part, is enough."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"
#: The hooks of the suite, over tests that are none of it.
HOOKS = f"""
import importlib.util, sys
sys.path.insert(0, {str(CONFTEST.parent)!r})
found = importlib.util.spec_from_file_location("hooks_of_the_suite", {str(CONFTEST)!r})
suite = importlib.util.module_from_spec(found)
found.loader.exec_module(suite)
pytest_runtest_logreport, pytest_sessionfinish = suite.pytest_runtest_logreport, suite.pytest_sessionfinish
"""
IN_PARTS = """
import pathlib

HERE = pathlib.Path(__file__).parent

def test_whole():
    (HERE / "whole").open("a").write("x")

def test_in_parts(subtests):
    (HERE / "parts").open("a").write("x")
    for part in ("broken", "sound"):
        with subtests.test(part):
            assert part == "sound"
"""
#: Called twice under one name, as the operations of the API are: it fails first.
OF_ONE_NAME = """
import pathlib

CALLS = pathlib.Path(__file__).parent / "calls"

def test_of_one_name():
    CALLS.open("a").write("x")
    assert CALLS.read_text() != "x"

def test_whole():
    pass
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "conftest.py").write_text(HOOKS)
    return tmp_path


def run(folder: Path, *more: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pytest", "-q", "-p", "xdist", *more]
    bare = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(command, env=bare, capture_output=True, text=True, timeout=120, check=False, cwd=folder)


def test_a_test_of_which_a_part_failed_is_run_again_and_no_other(folder: Path) -> None:
    (folder / "test_parts.py").write_text(IN_PARTS)
    assert run(folder, "-n", "1").returncode == 1
    assert "broken" in run(folder, "--last-failed").stdout
    assert [(folder / name).read_text() for name in ("whole", "parts")] == ["x", "xx"]


def test_one_that_failed_is_run_again_though_another_of_its_name_did_not(folder: Path) -> None:
    (folder / "test_names.py").write_text(OF_ONE_NAME)
    first = run(folder, "-n", "1", "--keep-duplicates", "test_names.py", "test_names.py")
    assert "1 failed, 3 passed" in first.stdout
    assert "1 passed" in run(folder, "--last-failed").stdout
    assert (folder / "calls").read_text() == "xxx"
