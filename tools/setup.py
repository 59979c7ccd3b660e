"""Make ``.venv`` with the ``palabre`` command in it, and all it needs. Does only what is not done yet.

Run by ``make setup`` with any Python from 3.11 on; needs nothing but the standard library with ``venv``.
Every download is checked against the hashes of the lock files, which hold no address.
"""

import subprocess
import sys
import sysconfig

import front
import texts
from shell import PYTHON, ROOT, VENV, Failed, Stamp, digest, run, say

STAMPS = VENV / "stamps"
UV = VENV / "bin" / "uv"
SETUP_LOCK = ROOT / "requirements-setup.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"


def make_venv() -> None:
    """Make ``.venv`` where there is none, or where its Python is gone."""
    if (
        PYTHON.exists()
        and subprocess.run([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    ):
        return
    say("Making .venv")
    if not run([sys.executable, "-m", "venv", "--clear", VENV]):
        raise Failed(
            "Python could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv, then "
            "make setup again."
        )


def install_uv() -> bool:
    """Install uv, with which the rest goes five times faster; where that fails, pip does the rest."""
    stamp = Stamp(STAMPS / "uv", digest([SETUP_LOCK]))
    if not (stamp.fresh() and UV.exists()):
        if not pip("install", "--quiet", "--require-hashes", "-r", str(SETUP_LOCK)):
            say("uv could not be installed: pip goes on alone, more slowly")
            return False
        stamp.set()
    return True


def install_dependencies() -> None:
    """Bring ``.venv`` to exactly what the lock file names."""
    stamp = Stamp(STAMPS / "dependencies", digest([DEV_LOCK]))
    if stamp.fresh():
        return
    say("Installing what Palabre stands on, checked against requirements-dev.lock")
    synced = install_uv() and uv("pip", "sync", "--quiet", "--require-hashes", str(DEV_LOCK))
    if not synced and not pip("install", "--quiet", "--require-hashes", "-r", str(DEV_LOCK)):
        raise Failed("The dependencies could not be installed: see above; the package index must be reachable.")
    (STAMPS / "palabre").unlink(missing_ok=True)  # a sync removes what the lock file does not name
    stamp.set()


def install_palabre() -> None:
    """Install the working copy itself: what is edited under ``src`` runs at once."""
    stamp = Stamp(
        STAMPS / "palabre", digest([ROOT / "pyproject.toml", ROOT / "src/palabre/__init__.py"], str(ROOT))
    )
    if stamp.fresh() and (VENV / "bin" / "palabre").exists():
        return
    say("Installing Palabre")
    options = ["install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    if not (UV.exists() and uv("pip", *options)) and not pip(*options):
        raise Failed("Palabre itself could not be installed: see above.")
    stamp.set()


def compile_python() -> None:
    """Compile what was installed, once: else each of our processes would, all of Django, where nothing is kept.

    Files that are no Python of this version (templates of programs, tests of a parser) are left alone.
    """
    stamp = Stamp(STAMPS / "compiled", digest([DEV_LOCK]))
    packages = sysconfig.get_path("purelib", vars={"base": str(VENV), "platbase": str(VENV)})
    if not stamp.fresh():
        say("Compiling")
        run([PYTHON, "-m", "compileall", "-qq", "-j", "0", "-x", "/tests?/", packages])
        stamp.set()
    run([PYTHON, "-m", "compileall", "-qq", ROOT / "src"])


def pip(*words: str) -> bool:
    """Run the environment's own pip."""
    return run([PYTHON, "-m", "pip", "--disable-pip-version-check", *words])


def uv(*words: str) -> bool:
    """Run uv on the environment."""
    return run([UV, *words], env={"VIRTUAL_ENV": str(VENV), "UV_NO_PROGRESS": "1"})


def main() -> int:
    """Do every step that is not done yet."""
    try:
        make_venv()
        install_dependencies()
        install_palabre()
        front.install()
        texts.compile_all()
        compile_python()
    except Failed as failed:
        print(f"make setup: {failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
