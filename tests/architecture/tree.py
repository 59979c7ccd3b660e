"""The tracked files of the project."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LEFT = {".git", ".venv", "node_modules", "__pycache__", "vendor", "dist", "build"}


@cache
def tracked() -> tuple[Path, ...]:
    """Return the files that belong to the project: git's list, or the whole tree where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0 and listed.stdout:
        names = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        names = [path for path in ROOT.rglob("*") if not _LEFT & set(path.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in names if path.is_file()))


def sources(*suffixes: str, under: str = "src") -> list[Path]:
    """Return the tracked files under a folder that have one of ``suffixes``."""
    return [path for path in tracked() if path.is_relative_to(ROOT / under) and path.suffix in suffixes]
