"""Run the benchmarks of a source checkout, one after the other, and print their tables."""

import argparse
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "bench"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add which ones."""
    parser.add_argument("names", nargs="*", help="benchmarks to run (default: all)")


def run(options: argparse.Namespace) -> int:
    """Run ``python -m bench.NAME`` for each; the exit status is 1 where one failed, 2 without a checkout."""
    known = _known()
    if not known:
        print("palabre bench: benchmarks come with the source, not with the package: clone it.", file=sys.stderr)
        return 2
    if unknown := set(options.names) - set(known):
        print(f"palabre bench: no {', '.join(sorted(unknown))}; there are: {', '.join(known)}.", file=sys.stderr)
        return 2
    failed = [name for name in options.names or known if not _run(name)]
    return 1 if failed else 0


def _known() -> list[str]:
    """A benchmark is a file that can be run by itself."""
    files = sorted(FOLDER.glob("*.py"))
    return [file.stem for file in files if 'if __name__ == "__main__"' in file.read_text("utf-8")]


def _run(name: str) -> bool:
    print(f"\n── {name} " + "─" * (70 - len(name)), flush=True)
    command = [sys.executable, "-m", f"bench.{name}"]
    return subprocess.run(command, cwd=FOLDER.parent, check=False).returncode == 0  # noqa: S603
