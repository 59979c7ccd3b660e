"""The translations: each ``.po`` of the sources compiled beside itself, when it is newer than its ``.mo``."""

from pathlib import Path

from shell import PYTHON, ROOT, Failed, run, say


def stale() -> list[Path]:
    """Return the ``.po`` files whose compiled form is missing or older."""
    sources = sorted((ROOT / "src/palabre").glob("**/locale/*/LC_MESSAGES/*.po"))
    return [path for path in sources if not _compiled_since(path)]


def _compiled_since(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns


def compile_all() -> None:
    """Compile what is stale."""
    for path in stale():
        say(f"Compiling {path.relative_to(ROOT)}")
        command = [
            PYTHON,
            "-m",
            "babel.messages.frontend",
            "--quiet",
            "compile",
            "-i",
            path,
            "-o",
            path.with_suffix(".mo"),
        ]
        if not run(command):
            raise Failed(f"{path} cannot be compiled: see above.")
