"""Dependencies: each with its reason, each pinned with hashes, no address anywhere."""

import re
from typing import Any

_ENTRY = re.compile(r'^  "(?P<name>[A-Za-z0-9_.-]+)')
_REASON = re.compile(r"# \S+ \S+")
_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==\S+", re.MULTILINE)


def entries(pyproject: str) -> list[tuple[str, str]]:
    """Return (name, line) of each dependency of ``[project]`` and of the dependency groups."""
    found, reading = [], False
    for line in pyproject.splitlines():
        if line.startswith("["):
            reading = line in ("[project]", "[dependency-groups]")
        elif reading and (entry := _ENTRY.match(line)):
            found.append((entry["name"], line))
    return found


def without_reason(pyproject: str) -> list[str]:
    """Return the dependencies that do not say why they are there."""
    return [name for name, line in entries(pyproject) if not _REASON.search(line)]


def pinned(lock: str) -> set[str]:
    """Return the names that a lock file pins."""
    return {match["name"] for match in _PIN.finditer(lock)}


def without_hash(lock: str) -> list[str]:
    """Return the pins that carry no hash."""
    blocks = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)
    return [block.split("==")[0] for block in blocks if _PIN.match(block) and "--hash=sha256:" not in block]


def canonical(name: str) -> str:
    """Return a name as lock files write it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def loose_packages(package: dict[str, Any]) -> list[str]:
    """Return the front-end libraries whose version is not exact."""
    wanted = {**package.get("dependencies", {}), **package.get("devDependencies", {})}
    return [name for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]


def unverified_packages(lock: dict[str, Any]) -> list[str]:
    """Return the locked front-end libraries that carry an address, or no hash."""
    held = {name: facts for name, facts in lock["packages"].items() if name}
    return [name for name, facts in held.items() if "resolved" in facts or "integrity" not in facts]
