import json

from architecture import pins
from architecture.tree import ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
LOCKS = {path.name: path.read_text("utf-8") for path in ROOT.glob("requirements*.lock")}
BAD = '[project]\ndependencies = [\n  "django>=5",   # the desk\'s framework\n  "left-pad",\n  "six>=1",  # x\n]\n'


def test_every_dependency_says_why_it_is_there() -> None:
    assert len(pins.entries(PYPROJECT)) > 30
    assert pins.without_reason(PYPROJECT) == []


def test_every_dependency_is_pinned() -> None:
    everything = set().union(*(pins.pinned(lock) for lock in LOCKS.values()))
    missing = {pins.canonical(name) for name, _ in pins.entries(PYPROJECT)} - everything
    assert not missing, "make the lock files again: see CONTRIBUTING.md"


def test_what_is_shipped_is_what_is_tested() -> None:
    shipped = set(pins._PIN.findall(LOCKS["requirements.lock"]))
    assert shipped <= set(pins._PIN.findall(LOCKS["requirements-dev.lock"]))


def test_every_pin_has_its_hash_and_no_address() -> None:
    assert len(LOCKS) >= 4
    for name, lock in LOCKS.items():
        assert pins.pinned(lock), name
        assert pins.without_hash(lock) == [], name
        assert "://" not in lock, name


def test_front_end_libraries_are_pinned_too() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    lock = json.loads((ROOT / "package-lock.json").read_text())
    assert pins.loose_packages(package) == []
    assert pins.unverified_packages(lock) == []
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text()


def test_a_dependency_without_reason_is_found() -> None:
    assert pins.without_reason(BAD) == ["left-pad", "six"]


def test_a_pin_without_hash_is_found() -> None:
    assert pins.without_hash(
        "a==1 \\\n    --hash=sha256:00\nb==2\n    # via a\nc==3 \\\n    --hash=sha256:11\n"
    ) == ["b"]


def test_a_loose_or_unverified_package_is_found() -> None:
    assert pins.loose_packages({"dependencies": {"a": "^1.0.0", "b": "1.0.0"}}) == ["a"]
    held = {"": {}, "node_modules/a": {"integrity": "x", "resolved": "y"}, "node_modules/b": {"integrity": "x"}}
    assert pins.unverified_packages({"packages": held}) == ["node_modules/a"]
