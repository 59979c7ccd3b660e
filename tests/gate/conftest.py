"""A real gate on a port of its own, in front of a small desk of the tests' own."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import httpx
import pytest

from gate.desk import FakeDesk
from house import House
from palabre.gate.app import Gate
from palabre.gate.config import Config
from palabre.gate.run import GateServer, server
from palabre.store import secrets, ticket
from palabre.store.migrate import Connection

TICKETS, SOURCES = "the tickets’ secret of the tests", "the sources’ key of the tests"
SIGNING = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="session", autouse=True)
def quick() -> Iterator[None]:
    """Let uvicorn look a hundred times a second whether it is to stop, not ten: hundreds of gates stop here."""

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(min(seconds, 0.01))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("uvicorn.server.asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": sleep}))
        yield


@dataclass
class RunningGate:
    """A gate that serves: its address, itself, and how to end it."""

    server: GateServer
    gate: Gate
    task: "asyncio.Task[None]"

    @property
    def port(self) -> int:
        return self.server.port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def stop(self) -> None:
        self.server.leave()
        await self.task


async def start(config: Config) -> RunningGate:
    """Serve ``config`` in this loop; return once it listens."""
    running = server(config)
    task = asyncio.create_task(running.serve())
    while not running.started:
        if task.done():
            task.result()
        await asyncio.sleep(0.01)
    return RunningGate(running, running._gate, task)


@asynccontextmanager
async def wire_to(gate: RunningGate) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Open a bare connection, for what a well-behaved client would not say; a small buffer, to be slow with."""
    reader, writer = await asyncio.open_connection("127.0.0.1", gate.port, limit=1024)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
        await asyncio.sleep(0)


@pytest.fixture
async def desk() -> AsyncIterator[FakeDesk]:
    async with FakeDesk() as fake:
        yield fake


@pytest.fixture
def config(database: str, desk: FakeDesk) -> Config:
    return Config(database, ("127.0.0.1", desk.port), TICKETS, SOURCES, port=0, grace=1)


@pytest.fixture
async def gate(config: Config) -> AsyncIterator[RunningGate]:
    running = await start(config)
    yield running
    await running.stop()


@pytest.fixture
async def client(gate: RunningGate) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=gate.url, timeout=30) as one:
        yield one


@dataclass
class Newsroom:
    """A workspace with a member, their open session, and a webhook's source."""

    house: House
    owner: Connection
    workspace: int
    person: int
    source: int
    session: str = "s3ss10n-0f-n1n0n"

    @property
    def hook(self) -> str:
        row = self.owner.execute("SELECT public_id FROM source WHERE id = %s", (self.source,)).fetchone()
        assert row is not None
        return f"/hooks/{row[0]}"

    @property
    def cookie(self) -> str:
        return cookie(self.person, self.session)

    def announce(self, kind: str, body: str, workspace: int | None = None) -> int:
        row = self.owner.execute(
            "SELECT announce(%s, %s, %s)", (workspace or self.workspace, kind, body)
        ).fetchone()
        assert row is not None and isinstance(row[0], int)
        return row[0]


def cookie(person: int, session: str, lifetime: timedelta = timedelta(hours=1)) -> str:
    """Return the Cookie header of a browser that the desk let in."""
    value = ticket.issue(person, session, TICKETS, datetime.now(UTC), lifetime)
    return f"palabre_session={session}; {ticket.COOKIE}={value}"


def open_session(owner: Connection, key: str, lasts: timedelta = timedelta(days=1)) -> None:
    """Insert a session as Django would."""
    owner.execute(
        "INSERT INTO django_session (session_key, session_data, expire_date) VALUES (%s, '', now() + %s)",
        (key, lasts),
    )


@pytest.fixture
def newsroom(house: House, owner: Connection) -> Newsroom:
    workspace, person = house.workspace(), house.person()
    house.member(workspace, person)
    source = house.source(workspace, secrets=secrets.seal({"secret": SIGNING}, SOURCES))
    newsroom = Newsroom(house, owner, workspace, person, source)
    open_session(owner, newsroom.session)
    return newsroom
