"""Running ``palabre`` as a person types it: in this process, or in one of its own that can be killed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from house import House
from palabre.cli.main import main


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON lines of standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


Palabre = Callable[..., Said]


@pytest.fixture
def palabre(capsysbinary: pytest.CaptureFixture[bytes]) -> Palabre:
    """Give ``palabre("search", "…")``."""

    def run(*arguments: str | Path) -> Said:
        capsysbinary.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as left:  # argparse: help, or a bad use
            status = int(left.code or 0)
        out, err = capsysbinary.readouterr()
        return Said(status, out.decode(), err.decode())

    return run


def command(*arguments: str | Path) -> list[str]:
    """Return the command line of a process of its own."""
    return [sys.executable, "-m", "palabre.cli.main", *map(str, arguments)]


def alone(*arguments: str | Path, **environment: str) -> Said:
    """Run ``palabre`` in its own process, with more environment; an empty value takes a variable away."""
    told = {name: value for name, value in {**os.environ, **environment}.items() if value}
    done = subprocess.run(command(*arguments), env=told, capture_output=True, text=True, timeout=120, check=False)
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def courrier(house: House) -> int:
    """Give the workspace ``courrier``."""
    return house.workspace("courrier")


def csv(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write a CSV file with semicolons, cells as they are; return its path."""
    path.write_text("\n".join(";".join(row) for row in rows) + "\n", "utf-8")
    return path


HEADER = ["id", "date", "auteur", "texte"]


def numbered(count: int) -> list[list[str]]:
    """Return rows of a site's export: ``c0``, ``c1`` …"""
    authors = ["Odile", "Nadir", "Maëlle", "Firmin"]
    said = "La passerelle {} est encore fermée ce matin"
    rows = [[f"c{n}", f"{n % 28 + 1:02}/03/2026 14:05", authors[n % 4], said.format(n)] for n in range(count)]
    return [HEADER, *rows]
