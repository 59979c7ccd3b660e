"""The gate pulled from under its callers: what was acknowledged is there, once."""

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from gate.conftest import SIGNING, Newsroom
from gate.desk import FakeDesk
from gate.processes import GateProcess, gate_process
from gate.senders import acknowledged, call_body, counted, keep_sending
from palabre.connectors.webhook import HEADER, sign
from palabre.gate.config import Config
from palabre.gate.run import server
from palabre.store import place, secrets, ticket

pytestmark = pytest.mark.fault


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def newsroom(newsroom: Newsroom, home: Path) -> Newsroom:
    """The same newsroom, its secrets sealed with the keys of ``home``."""
    sealed = secrets.seal({"secret": SIGNING}, place.secret("sources", home))
    newsroom.owner.execute("UPDATE source SET secrets = %s", (sealed,))
    return newsroom


async def test_the_gate_killed_among_numbered_calls_loses_and_doubles_nothing(
    home: Path, database: str, desk: FakeDesk, newsroom: Newsroom
) -> None:
    statuses: dict[int, int] = {}
    numbers = iter(range(2_000))
    async with gate_process(home, database, desk.port) as first:
        sending = asyncio.create_task(keep_sending(first.url, newsroom.hook, numbers, statuses))
        while len(acknowledged(statuses)) < 100:
            await asyncio.sleep(0.005)
        await first.kill()
        await sending
    before = len(acknowledged(statuses))
    assert 100 <= before < 2_000
    async with gate_process(home, database, desk.port, first.port) as second:
        await keep_sending(second.url, newsroom.hook, iter(range(2_000, 2_050)), statuses)
    kept = counted(database)
    assert len(acknowledged(statuses)) == before + 50
    assert {one: kept[one] for one in acknowledged(statuses)} == dict.fromkeys(acknowledged(statuses), 1)
    assert max(kept.values()) == 1


async def test_stopping_with_a_hundred_streams_and_a_slow_call_takes_seconds(
    home: Path, database: str, desk: FakeDesk, newsroom: Newsroom
) -> None:
    for number in range(2):  # a person has fifty streams at most
        newsroom.house.member(newsroom.workspace, newsroom.house.person(f"p{number}@courrier.example", "P"))
    async with gate_process(home, database, desk.port) as gate:
        opened = asyncio.Semaphore(0)
        streams = [asyncio.create_task(whole_stream(gate.url, newsroom, home, n, opened)) for n in range(100)]
        for _ in streams:
            await opened.acquire()
        slow = asyncio.create_task(slow_call(gate, newsroom, opened))
        await opened.acquire()
        async with asyncio.timeout(5):
            status = await gate.terminate()
        ends = await asyncio.gather(*streams)
    assert status == 0
    assert ends.count("retry") == 100
    assert await slow == 200
    assert counted(database)["000001"] == 1


async def whole_stream(url: str, newsroom: Newsroom, home: Path, number: int, opened: asyncio.Semaphore) -> str:
    """Listen as one of several people until the stream ends; return the name of the last field heard."""
    person, secret = newsroom.person + number % 3, place.secret(ticket.SECRET, home)
    value = ticket.issue(person, newsroom.session, secret, datetime.now(UTC), timedelta(hours=1))
    async with (
        httpx.AsyncClient(base_url=url, timeout=30) as client,
        client.stream("GET", "/events/courrier", headers={"cookie": f"{ticket.COOKIE}={value}"}) as response,
    ):
        assert response.status_code == 200
        lines = []
        async for line in response.aiter_lines():
            if line.startswith("id: "):
                opened.release()
            lines += [line] if line else []
    return lines[-1].partition(":")[0] if len(lines) > 2 else "nothing"


async def slow_call(gate: GateProcess, newsroom: Newsroom, begun: asyncio.Semaphore) -> int:
    """Send a call whose body takes a second and a half to come."""
    body = call_body(1)
    reader, writer = await asyncio.open_connection("127.0.0.1", gate.port)
    signature = sign(body, SIGNING, datetime.now(UTC))
    writer.write(
        f"POST {newsroom.hook} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {len(body)}\r\n"
        f"{HEADER}: {signature}\r\n\r\n".encode()
    )
    for place_ in range(0, len(body), len(body) // 5):
        writer.write(body[place_ : place_ + len(body) // 5])
        await writer.drain()
        await asyncio.sleep(0.3)
        begun.release()
    status = int((await reader.readline()).split()[1])
    writer.close()
    await writer.wait_closed()
    return status


def test_a_gate_told_wrongly_says_so(tmp_path: Path) -> None:
    environment = {**os.environ, "PALABRE_HOME": str(tmp_path), "DATABASE_URL": "", "PALABRE_DESK_ADDRESS": "x:1"}
    done = subprocess.run(
        [sys.executable, "-m", "palabre.gate.run"], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "DATABASE_URL is not set" in done.stderr and "Traceback" not in done.stderr


async def test_a_defect_in_a_part_of_the_gate_ends_it(config: Config, caplog: pytest.LogCaptureFixture) -> None:
    gate_server = server(config)

    async def falls() -> None:
        raise ZeroDivisionError("a defect")

    gate_server._gate.notices.run = falls  # type: ignore[method-assign]
    async with asyncio.timeout(10):
        await gate_server.serve()
    assert gate_server.failed
    assert "the gate stops" in caplog.text
