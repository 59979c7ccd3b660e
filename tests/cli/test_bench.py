"""``palabre bench``: every benchmark is described, and nothing else is taken for one."""

import re
from pathlib import Path

import pytest

from palabre.cli import bench
from palabre.cli.main import main

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "performance.md"


def test_the_page_of_performance_describes_each_benchmark_and_no_other() -> None:
    described = re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(described) == bench._known()


def test_a_benchmark_that_is_not_there_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "nope"]) == 2
    said = capsys.readouterr().err
    assert "no nope" in said and "ingest" in said
