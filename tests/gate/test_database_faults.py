"""The database pulled from under the gate: calls are refused, not lost, and taken again when it is back."""

import asyncio
import collections
import itertools
import os
import pwd
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from emptying import Emptier
from fakes import postgres
from gate.browser import listen
from gate.conftest import SIGNING, SOURCES, TICKETS, Newsroom, open_session, start
from gate.desk import FakeDesk
from gate.senders import acknowledged, call_body, counted, keep_sending, post, signed
from house import House
from palabre.gate.config import Config
from palabre.store import secrets
from palabre.store.embedded import Embedded

pytestmark = pytest.mark.fault

PREPARE = "import os; from palabre.desk.prepare import prepare; prepare(os.environ['DATABASE_URL'])"


def prepared(url: str, home: Path) -> str:
    """Make all tables in a database of another server than the suite's, in a process of its own."""
    environment = {**os.environ, "DATABASE_URL": url, "PALABRE_HOME": str(home)}
    subprocess.run([sys.executable, "-c", PREPARE], env=environment, check=True, timeout=120)
    return url


@contextmanager
def newsroom_of(url: str) -> Iterator[Newsroom]:
    with psycopg.connect(url, autocommit=True) as owner:
        house = House(owner)
        workspace, person = house.workspace(), house.person()
        house.member(workspace, person)
        source = house.source(workspace, secrets=secrets.seal({"secret": SIGNING}, SOURCES))
        newsroom = Newsroom(house, owner, workspace, person, source)
        open_session(owner, newsroom.session)
        yield newsroom


@pytest.fixture(scope="module")
def made_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedded]:
    """A PostgreSQL of this module's own, with all tables, to be killed."""
    home = tmp_path_factory.mktemp("faults") / "own"
    embedded = Embedded(home, light=True)
    prepared(embedded.start(), home)
    yield embedded
    embedded.erase()  # as root it stands outside of the temporary folder


@pytest.fixture
def own_server(made_server: Embedded) -> Embedded:
    """The same, running and empty."""
    emptier = Emptier(made_server.start())
    emptier.empty()
    emptier.close()
    return made_server


@pytest.fixture
def newsroom(own_server: Embedded) -> Iterator[Newsroom]:
    with newsroom_of(own_server.url) as newsroom:
        yield newsroom


@pytest.fixture
def config(own_server: Embedded, desk: FakeDesk) -> Config:
    return gate_config(own_server.url, desk)


def gate_config(url: str, desk: FakeDesk) -> Config:
    return Config(url, ("127.0.0.1", desk.port), TICKETS, SOURCES, port=0, grace=1)


async def test_postgresql_killed_among_numbered_calls(
    config: Config, own_server: Embedded, newsroom: Newsroom
) -> None:
    hook, statuses = newsroom.hook, dict[int, int]()
    running = await start(config)
    stop = asyncio.Event()
    numbers = itertools.takewhile(lambda _: not stop.is_set(), itertools.count())
    sending = asyncio.create_task(keep_sending(running.url, hook, numbers, statuses))
    await until(lambda: len(acknowledged(statuses)) >= 100)

    assert own_server.pid is not None
    os.kill(own_server.pid, signal.SIGKILL)
    await until(lambda: 503 in statuses.values())
    before = len(acknowledged(statuses))
    await asyncio.to_thread(own_server.start)
    await until(lambda: len(acknowledged(statuses)) >= before + 100)  # the same gate goes on by itself

    stop.set()
    await sending
    await running.stop()
    kept = counted(own_server.url)
    assert set(statuses.values()) == {200, 503}
    assert {one: kept[one] for one in acknowledged(statuses)} == dict.fromkeys(acknowledged(statuses), 1)
    assert max(kept.values()) == 1


async def test_while_the_database_is_away_everything_says_so_and_recovers(
    config: Config, own_server: Embedded, newsroom: Newsroom
) -> None:
    hook, cookie = newsroom.hook, newsroom.cookie
    running = await start(config)
    try:
        async with httpx.AsyncClient(base_url=running.url, timeout=30) as client:
            async with listen(client, "courrier", cookie) as stream:
                known = newsroom.announce("messages", '{"n":1}')
                assert await stream.next() is not None
                newsroom.owner.close()
                await asyncio.to_thread(own_server.stop)

                answer = await client.post(hook, content=b"{}")
                assert (answer.status_code, answer.json()["error"]) == (503, "database_away")
                assert int(answer.headers["retry-after"]) > 0
                assert (await client.get("/events/courrier", headers={"cookie": cookie})).status_code == 503
                assert (await client.get("/healthz")).json()["failing"] == ["database"]

                await asyncio.to_thread(own_server.start)
                with psycopg.connect(own_server.url, autocommit=True) as owner:
                    owner.execute("SELECT announce(%s, 'messages', '{\"n\":2}')", (newsroom.workspace,))
                event = await stream.next()  # the stream stayed open, and missed nothing
                assert event is not None and event.data == '{"n":2}' and int(event.id) > known
            await until(lambda: client.get("/events/courrier"), 401)
            assert await post(client, hook, 1) == 200
    finally:
        await running.stop()


async def test_a_full_disk_is_told_and_nothing_acknowledged_is_lost(
    tmp_path: Path, desk: FakeDesk, small_disk: Path
) -> None:
    statuses = dict[int, int]()
    with postgres.debian_server() as server, newsroom_of(prepared(server, tmp_path)) as newsroom:
        newsroom.owner.execute(f"CREATE TABLESPACE small LOCATION '{small_disk}'".encode())
        newsroom.owner.execute("ALTER TABLE intake SET TABLESPACE small")
        newsroom.owner.execute("ALTER TABLE intake ALTER payload SET STORAGE plain")  # its toast stands elsewhere
        hook = newsroom.hook
        running = await start(gate_config(server, desk))
        try:
            await keep_sending(running.url, hook, iter(range(1_000)), statuses, length=4_000)
            async with httpx.AsyncClient(base_url=running.url) as client:
                body = call_body(9_999, 4_000)
                answer = await client.post(hook, content=body, headers=signed(body))
                assert (answer.status_code, answer.json()["error"]) == (503, "disk_full")
                kept = counted(server)
                subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)  # room again
                assert await post(client, hook, 10_000) == 200
        finally:
            await running.stop()
    assert 0 < len(acknowledged(statuses)) < 1_000
    assert kept == collections.Counter(acknowledged(statuses))


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of two megabytes that belongs to the user of Debian's PostgreSQL."""
    if os.geteuid() != 0 or not postgres.available():
        pytest.skip("Only root may mount a small disk, and Debian's postgresql-15 is needed.")
    user = pwd.getpwnam("postgres")
    folder = Path(tempfile.mkdtemp(prefix="palabre-small-", dir="/tmp"))
    folder.chmod(0o755)
    options = f"size=2m,mode=0700,uid={user.pw_uid},gid={user.pw_gid}"
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        folder.rmdir()
        pytest.skip("This machine does not let a small disk be mounted.")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


async def until(condition: Any, status: int | None = None) -> None:
    """Wait for a condition to hold, or for a request to be answered by that status."""
    async with asyncio.timeout(60):
        while True:
            if status is None and condition():
                return
            if status is not None and (await condition()).status_code == status:
                return
            await asyncio.sleep(0.01)
