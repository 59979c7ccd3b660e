"""Coverage-guided fuzzing of the language, for a few seconds: reading, writing, explaining, matching never fail."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

#: Seconds of fuzzing in the suite. For longer: ``python tests/core/query/fuzz.py -max_total_time=600``.
SECONDS = 3


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed here")
def test_nothing_that_can_be_typed_breaks_the_language(tmp_path: Path) -> None:
    script = Path(__file__).with_name("fuzz.py")
    bounds = [f"-max_total_time={SECONDS}", "-len_control=0", "-max_len=120", "-seed=3", "-rss_limit_mb=1024"]
    done = subprocess.run(
        [sys.executable, str(script), *bounds],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    assert "DONE" in done.stderr
