"""Make ``.compiled``: a copy of the package in which the typed core that reads messages is compiled by mypyc.

Run by ``make compiled``; needs a C compiler and takes a minute and a half. Only who puts the folder first on
``PYTHONPATH`` runs it: what is edited under ``src`` is never shadowed, and the copy is made anew once it was.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import version
from pathlib import Path

from shell import ROOT, Failed, Stamp, digest, say

SOURCE, MADE = ROOT / "src" / "palabre", ROOT / ".compiled"
#: What is compiled: most of the time of a message. Topics, rows and the charter gain nothing by it.
PARTS = ("core/signals", "core/text")


def modules(package: Path) -> list[Path]:
    """Return the modules that are compiled; those that only gather names stay as they are."""
    return [file for part in PARTS for file in sorted((package / part).glob("*.py")) if file.stem != "__init__"]


def mark() -> str:
    """Return a mark of all that the copy is made of."""
    return digest([*sorted(SOURCE.rglob("*.py")), Path(__file__)], version("mypy"))


def lacking() -> str:
    """Return what this machine lacks to compile, or nothing."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"a C compiler ({compiler}; on Debian and Ubuntu: apt install gcc)"
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        return "the headers of Python (on Debian and Ubuntu: apt install python3-dev)"
    return ""


def make(folder: Path) -> None:
    """Copy the package into a new folder and compile its parts there. Raises ``Failed``."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SOURCE, folder / "palabre", ignore=shutil.ignore_patterns("__pycache__"))
    command = [
        sys.executable,
        __file__,
        "--here",
        *(str(one.relative_to(folder)) for one in modules(folder / "palabre")),
    ]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"mypyc could not compile the core:\n{(done.stdout + done.stderr)[-4_000:]}")
    for left in ("build", ".mypy_cache"):
        shutil.rmtree(folder / left, ignore_errors=True)


def build(files: list[str]) -> None:
    """Compile modules of the working folder, each beside its source. That types hold, ``make types`` says."""
    from mypyc.build import mypycify
    from setuptools import setup

    extensions = mypycify(["--config-file=", "--ignore-missing-imports", *files], opt_level="3", debug_level="0")
    setup(name="palabre-compiled", packages=[], ext_modules=extensions, script_args=["build_ext", "--inplace"])


def main(words: list[str]) -> int:
    """Make the copy, unless it is there as it would be made."""
    if words[:1] == ["--here"]:
        build(words[1:])
        return 0
    stamp = Stamp(MADE / "stamp", mark())
    try:
        if stamp.fresh():
            return 0
        if lacks := lacking():
            raise Failed(f"compiling needs {lacks}. Palabre runs without it, a little slower.")
        say("Compiling the core (a minute and a half)")
        fresh = MADE.with_name(".compiled.new")
        make(fresh)
        shutil.rmtree(MADE, ignore_errors=True)
        fresh.rename(MADE)
        stamp.set()
    except Failed as failed:
        print(f"make compiled: {failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
