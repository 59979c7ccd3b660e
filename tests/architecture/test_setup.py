"""The scripts behind `make setup` and `make test`: what they decide, without doing it."""

import importlib
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from architecture.tree import ROOT


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    names = ("shell", "front", "texts", "peers", "setup", "compiled")
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    yield {name: importlib.import_module(name) for name in names}
    for name in names:
        sys.modules.pop(name, None)


def test_a_step_is_done_again_only_when_what_it_reads_changes(tools: dict[str, ModuleType], tmp_path: Path) -> None:
    shell, read = tools["shell"], tmp_path / "lock"
    read.write_text("one")
    shell.Stamp(tmp_path / "deep" / "stamp", shell.digest([read])).set()
    assert shell.Stamp(tmp_path / "deep" / "stamp", shell.digest([read])).fresh()
    read.write_text("two")
    assert not shell.Stamp(tmp_path / "deep" / "stamp", shell.digest([read])).fresh()


def test_a_library_that_changed_its_shape_is_told(
    tools: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools["front"], "MODULES", tmp_path)
    with pytest.raises(tools["shell"].Failed, match="TAKEN"):
        list(tools["front"].wanted())


def test_vendor_is_replaced_whole(
    tools: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = tools["front"]
    monkeypatch.setattr(front, "MODULES", tmp_path / "modules")
    monkeypatch.setattr(front, "VENDOR", tmp_path / "vendor")
    monkeypatch.setattr(front, "TAKEN", (("uplot", "dist/*.js", "uplot"),))
    (tmp_path / "modules/uplot/dist").mkdir(parents=True)
    (tmp_path / "modules/uplot/dist/new.js").touch()
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor/old.js").touch()
    front.copy()
    assert list((tmp_path / "vendor").rglob("*.js")) == [tmp_path / "vendor/uplot/new.js"]


def test_only_translations_newer_than_their_compiled_form_are_compiled(
    tools: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    texts = tools["texts"]
    monkeypatch.setattr(texts, "ROOT", tmp_path)
    folder = tmp_path / "src/palabre/desk/web/locale/fr/LC_MESSAGES"
    folder.mkdir(parents=True)
    for name, compiled_at in {"never": None, "since": 200, "before": 50}.items():
        (folder / f"{name}.po").touch()
        os.utime(folder / f"{name}.po", (100, 100))
        if compiled_at:
            (folder / f"{name}.mo").touch()
            os.utime(folder / f"{name}.mo", (compiled_at, compiled_at))
    assert [path.stem for path in texts.stale()] == ["before", "never"]


def test_without_apt_or_root_the_reason_is_told(
    tools: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    peers = tools["peers"]
    monkeypatch.setattr(peers, "PEERS", (peers.Peer("ngircd", ("/nowhere/ngircd",), "chat"),))
    monkeypatch.setattr(peers, "install", lambda _absent: pytest.fail("nothing may be installed"))
    monkeypatch.setattr(peers.shutil, "which", lambda _name: None)
    assert peers.main() == 0
    said = capsys.readouterr().out
    assert "Tests of chat will be skipped: ngircd is missing, and this system has no apt-get" in said


def test_only_what_is_missing_is_installed(tools: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    peers = tools["peers"]
    there, absent = peers.Peer("sh", ("/bin/sh",), "x"), peers.Peer("ngircd", ("/nowhere/ngircd",), "chat")
    monkeypatch.setattr(peers, "PEERS", (there, absent))
    monkeypatch.setattr(peers, "obstacle", lambda: "")
    asked: list[object] = []
    monkeypatch.setattr(peers, "install", asked.extend)
    peers.main()
    assert asked == [absent]


def test_where_a_distribution_has_no_such_package_another_is_asked_for(
    tools: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    peers, program = tools["peers"], tmp_path / "browser"
    asked: list[str] = []

    def apt(command: list[str], **_more: object) -> None:
        asked.append(command[-1])
        if command[-1] == "browser-shell" and "has the shell" in asked:
            program.touch()

    monkeypatch.setattr(peers, "run", apt)
    browser = peers.Peer("browser-shell", (str(program),), "x", other="browser")
    peers.install([browser])
    assert asked == ["update", "browser-shell", "browser"]
    asked[:] = ["has the shell"]
    peers.install([browser])
    assert asked == ["has the shell", "update", "browser-shell"]


def test_the_two_commands_and_the_server_agree() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for target in ("setup", "run", "test", "bench", "lint", "types", "docs", "check"):
        assert f"\n{target}:" in makefile
    runner = ROOT / ".ci/run"
    assert "exec make test" in runner.read_text()
    assert runner.stat().st_mode & 0o100


def test_all_that_drives_chromium_is_where_the_makefile_looks_for_it() -> None:
    found = re.search(r"^BROWSED :=.*\),(tests[^,]*),", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert found is not None
    folders = [ROOT / folder for folder in found[1].split()]
    word = "play" + "wright"  # in one piece, it would make this file one of them
    driving = [path for path in (ROOT / "tests").rglob("test_*.py") if word in path.read_text("utf-8")]
    assert driving
    assert not [path for path in driving if not any(folder in path.parents for folder in folders)]


@pytest.fixture
def compiled(tools: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = tools["compiled"]
    monkeypatch.setattr(module, "SOURCE", tmp_path / "src/palabre")
    monkeypatch.setattr(module, "MADE", tmp_path / ".compiled")
    monkeypatch.setattr(module, "PARTS", ("core",))
    core = tmp_path / "src/palabre/core"
    core.mkdir(parents=True)
    (core.parent / "__init__.py").touch()
    (core / "__init__.py").write_text("from palabre.core.count import total\n")
    (core / "count.py").write_text("def total(most: int) -> int:\n    return sum(n for n in range(most))\n")
    return module


def test_what_is_compiled_is_a_copy_made_again_once_its_source_changed(
    compiled: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if lacks := compiled.lacking():
        pytest.skip(f"needs {lacks}")
    assert compiled.main([]) == 0
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    asked = "from palabre.core import count, total; print(total(5), count.__file__)"
    said = [
        subprocess.check_output(
            [sys.executable, "-c", asked], env={"PYTHONPATH": str(tmp_path / folder)}, text=True
        )
        for folder in (".compiled", "src")
    ]
    assert said[0].split() == ["10", str(tmp_path / f".compiled/palabre/core/count{suffix}")]
    assert said[1].split() == ["10", str(tmp_path / "src/palabre/core/count.py")], "the source is never shadowed"
    made: list[Path] = []
    monkeypatch.setattr(compiled, "make", lambda folder: made.append(folder) or folder.mkdir())  # type: ignore[func-returns-value]
    assert compiled.main([]) == 0 and not made
    (tmp_path / "src/palabre/core/count.py").write_text("def total(most: int) -> int:\n    return most\n")
    assert compiled.main([]) == 0 and made


def test_what_cannot_be_compiled_is_told_and_nothing_is_left(
    compiled: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(compiled, "lacking", lambda: "a C compiler (cc)")
    assert compiled.main([]) == 1
    assert "compiling needs a C compiler (cc). Palabre runs without it" in capsys.readouterr().err
    assert not (tmp_path / ".compiled").exists()


def test_modules_that_only_gather_names_are_not_compiled(tools: dict[str, ModuleType]) -> None:
    module = tools["compiled"]
    found = {str(one.relative_to(module.SOURCE)) for one in module.modules(module.SOURCE)}
    assert {"core/signals/reader.py", "core/text/tokens.py"} <= found
    assert not any(name.endswith("__init__.py") for name in found)
