"""Homes for real servers: short, reachable by another system user, and gone afterwards."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the embedded database needs Linux or macOS", allow_module_level=True)

from palabre.store.embedded import Embedded

Make = Callable[..., Embedded]


@pytest.fixture(scope="module")
def running() -> Iterator[Embedded]:
    """A server for the tests of a module that only look at it."""
    folder = Path(tempfile.mkdtemp(prefix="palabre-test-"))
    server = Embedded(folder, light=True)
    server.start()
    yield server
    server.erase()
    shutil.rmtree(folder)


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="palabre-test-"))
    yield folder
    Embedded(folder, light=True).erase()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def embedded(home: Path) -> Iterator[Embedded]:
    """A started server that nobody else uses."""
    server = Embedded(home, light=True)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def make(home: Path) -> Iterator[Make]:
    """Make an ``Embedded`` (of ``home`` unless told) that is stopped afterwards whatever happens."""
    made: list[Embedded] = []

    def one(folder: Path = home) -> Embedded:
        made.append(Embedded(folder, light=True, patience=60))
        return made[-1]

    yield one
    for server in made:
        server.stop()
