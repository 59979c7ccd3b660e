"""What the setup scripts share: running a command, saying what goes on, and not doing the same thing twice."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


class Failed(Exception):
    """A step failed; the text says which, and how to mend it."""


def say(text: str) -> None:
    """Tell the person what goes on."""
    print(f"· {text}", flush=True)


def run(command: Sequence[str | Path], *, env: dict[str, str] | None = None) -> bool:
    """Run ``command`` in the root folder, its output shown; return whether it succeeded."""
    try:
        done = subprocess.run(
            [str(word) for word in command], cwd=ROOT, env={**os.environ, **(env or {})}, check=False
        )
    except FileNotFoundError:
        return False
    return done.returncode == 0


def digest(paths: Iterable[Path], *words: str) -> str:
    """Return a mark of what ``paths`` hold, and of ``words``."""
    mark = hashlib.sha256("\0".join((sys.version, *words)).encode())
    for path in paths:
        mark.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return mark.hexdigest()


class Stamp:
    """Remembers, in a file, what a step was last done for."""

    def __init__(self, path: Path, mark: str) -> None:
        self._path = path
        self._mark = mark

    def fresh(self) -> bool:
        """Tell whether the step was done for exactly this."""
        return self._path.exists() and self._path.read_text("ascii") == self._mark

    def set(self) -> None:
        """Remember that the step is done."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(self._mark, "ascii")
