"""A start in a process of its own: the server is up, its share is ours, and nothing of the way there stays."""

import subprocess
import sys
from pathlib import Path

START = """
import sys
from pathlib import Path
from palabre.store.embedded import Embedded
one = Embedded(Path(sys.argv[1]), light=True, lean=True)
url = one.start()
assert one.start() == url, "a running server is joined"
print(url.startswith("postgresql://palabre:"), one.pid is not None, "psycopg" in sys.modules)
one.stop()
print(one.pid)
"""
FAIL = """
from palabre.store.embedded.apart import apart
from palabre.store.embedded.errors import EmbeddedError
def fail(error):
    raise error
for error in (EmbeddedError("Le disque est plein."), ValueError("no"), SystemExit(3)):
    try:
        apart(lambda: fail(error))
    except EmbeddedError as told:
        print(told)
done = []
apart(lambda: done.append(1))
print(done)
"""


def run(program: str, *arguments: str) -> list[str]:
    """Run a program alone: this process has threads, which a copy of it would not have."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.splitlines()


def test_a_lean_start_leaves_nothing_behind_but_the_server(home: Path) -> None:
    assert run(START, str(home)) == ["True True False", "None"]


def test_what_goes_wrong_there_is_told_here() -> None:
    assert run(FAIL) == ["Le disque est plein.", "ValueError: no", "What brings the database up ended (1).", "[]"]
