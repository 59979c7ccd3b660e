"""The house of the tests: a real database for each worker, and a factory of invented rows.

The suite runs on the embedded PostgreSQL, and once more on Debian's with ``--database debian``.
"""

import gc
import os
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

if "PYTEST_XDIST_WORKER" not in os.environ:  # workers share the home of the process that started them
    os.environ["PALABRE_HOME"] = tempfile.mkdtemp(prefix="palabre-tests-")  # before anything reads a secret
os.environ["DJANGO_SETTINGS_MODULE"] = "palabre.desk.settings"
os.environ.pop("DATABASE_URL", None)

import psycopg
import pytest
from hypothesis import settings as hypothesis_settings

import keeping
from emptying import Emptier
from fakes import postgres
from house import House
from keeping import Kept
from palabre.store.migrate import Connection

# The machine that runs the suite may be busy: what is slow is measured in bench/, never asserted here.
hypothesis_settings.register_profile("palabre", deadline=None)
hypothesis_settings.load_profile("palabre")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--database``."""
    parser.addoption("--database", choices=("embedded", "debian"), default="embedded", help="which PostgreSQL")


#: Tests of which something failed, a part (subtest) of one included: pytest itself forgets to ask those once more.
_failed: set[str] = set()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember whose part failed, for ``--last-failed``."""
    if report.failed:
        _failed.add(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write down what must be run once more (see the Makefile), after pytest has written its own list."""
    cache = getattr(session.config, "cache", None)  # none under -p no:cacheprovider
    if cache is not None and not hasattr(session.config, "workerinput") and _failed:
        cache.set("cache/lastfailed", cache.get("cache/lastfailed", {}) | dict.fromkeys(_failed, True))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the database, and what drives Chromium, so that ``-m`` can choose them.

    Playwright's loop runs in the main thread as long as its browser lives, and forbids any other there: tests that
    drive Chromium run in a process of their own (see the Makefile).
    """
    for item in items:
        if "database" in getattr(item, "fixturenames", ()):
            item.add_marker("database")
        if _drives_chromium(item.path):
            item.add_marker("browser")


def pytest_collection() -> None:
    """Look for no rubbish while thousands of tests, and all that they import, are loaded to stay."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Take what was loaded out of what each full collection of rubbish walks over."""
    gc.enable()
    gc.collect()
    gc.freeze()


@cache
def _drives_chromium(path: Path) -> bool:
    return path.parent.name in {"browser", "acceptance"} or "playwright" in path.read_text("utf-8")


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a PostgreSQL for this worker; give its owner's address."""
    folder = tmp_path_factory.mktemp("pg")
    if request.config.getoption("--database") == "debian":
        if not postgres.available():
            pytest.skip("Debian's postgresql-15 is not installed.")
        with postgres.debian_server() as url:
            yield url
        return
    from palabre.store.embedded import Embedded

    embedded = Embedded(folder / "home", light=True)
    try:
        yield embedded.start()
    finally:
        embedded.erase()


@pytest.fixture(scope="session")
def prepared(server: str, django_db_blocker: object) -> Iterator[str]:
    """Make the database of this worker once, with all tables; point Django at it."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE palabre_test")
    url = psycopg.conninfo.make_conninfo(server, dbname="palabre_test")
    address = _as_url(url)
    os.environ["DATABASE_URL"] = address
    _point_django(address)
    from palabre.desk.prepare import prepare

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        prepare(address)
        yield address
        keeping.close_django()


@pytest.fixture(scope="session")
def emptier(prepared: str) -> Iterator[Emptier]:
    """Give what empties the database of this worker."""
    made = Emptier(prepared)
    yield made
    made.close()


@pytest.fixture
def database(prepared: str, emptier: Emptier) -> Iterator[str]:
    """Give the address (owner's role) of a database with all tables and no rows; also ``DATABASE_URL``."""
    yield prepared
    keeping.tidy_django()
    emptier.empty()


@pytest.fixture(scope="session")
def kept(prepared: str) -> Iterator[Kept]:
    """Give what keeps the owner's connection from one test to the next."""
    made = Kept(prepared)
    yield made
    made.close()


@pytest.fixture
def owner(database: str, kept: Kept) -> Iterator[Connection]:
    """Give a connection under the owner's role, autocommit, of which nothing is left from another test."""
    yield kept.lend()
    kept.take_back()


@pytest.fixture
def house(owner: Connection) -> House:
    """Give the factory of invented workspaces, people, sources and messages."""
    return House(owner)


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """Give an empty folder for given files."""
    folder = tmp_path / "uploads"
    folder.mkdir()
    return folder


def _as_url(conninfo: str) -> str:
    parts = psycopg.conninfo.conninfo_to_dict(conninfo)
    password = f":{parts['password']}" if parts.get("password") else ""
    return f"postgresql://{parts['user']}{password}@{parts['host']}:{parts['port']}/{parts['dbname']}"


def _point_django(url: str) -> None:
    from django.conf import settings
    from django.db import connections

    from palabre.desk.settings import database_settings
    from palabre.store import address

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # slow on purpose elsewhere
    for alias, target in (("default", address.web_url(url, address.web_password())), ("owner", url)):
        settings.DATABASES[alias].update(database_settings(target))
        connections[alias].settings_dict.update(database_settings(target))
