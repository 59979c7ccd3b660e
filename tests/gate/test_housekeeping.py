"""What the gate does by the clock, and the bounds that protect it from whoever calls."""

import asyncio
import json
from contextlib import suppress
from dataclasses import replace

import httpx
import psycopg
import pytest

from gate.browser import listen
from gate.conftest import Newsroom, RunningGate, start, wire_to
from gate.senders import post
from palabre.gate import bodies, housekeeping, hub, protocol, streams
from palabre.gate.config import Config
from palabre.gate.lines import Lines


async def test_announcements_older_than_a_day_are_forgotten_a_little_at_a_time(
    database: str, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(25):
        newsroom.announce("messages", "{}")
    newsroom.owner.execute("UPDATE announcement SET at = now() - interval '25 hours'")
    kept = newsroom.announce("messages", "{}")
    monkeypatch.setattr(housekeeping, "_AT_ONCE", 10)
    lines = Lines(database, 1)
    await housekeeping.trim(lines)
    await lines.close()
    assert newsroom.owner.execute("SELECT id FROM announcement").fetchall() == [(kept,)]


async def test_what_is_done_by_the_clock_survives_a_database_that_is_away() -> None:
    done = asyncio.Event()
    turns = 0

    async def work() -> None:
        nonlocal turns
        turns += 1
        if turns == 1:
            raise psycopg.OperationalError("away")
        if turns == 2:
            raise TimeoutError
        done.set()

    clock = asyncio.create_task(housekeeping.every(0, work))
    async with asyncio.timeout(5):
        await done.wait()
    clock.cancel()


async def test_a_dead_connection_is_replaced_before_it_is_used(database: str, newsroom: Newsroom) -> None:
    lines = Lines(database, 1)
    ((pid,),) = await lines.rows(b"SELECT pg_backend_pid()", {})
    newsroom.owner.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))
    ((other,),) = await lines.rows(b"SELECT pg_backend_pid()", {})
    assert other != pid
    with pytest.raises(psycopg.errors.UndefinedTable):
        await lines.rows(b"SELECT * FROM nowhere", {})
    assert await lines.rows(b"SELECT pg_backend_pid()", {}) == [(other,)]  # an error is no reason to leave
    await lines.close()


async def test_a_browser_that_does_not_read_is_cut_off(config: Config, newsroom: Newsroom) -> None:
    running = await start(replace(config, recheck=0.05))
    body = json.dumps({"ids": list(range(10**12, 10**12 + 300))})
    async with wire_to(running) as (reader, writer), asyncio.timeout(30):
        writer.write(f"GET /events/courrier HTTP/1.1\r\nhost: x\r\ncookie: {newsroom.cookie}\r\n\r\n".encode())
        await reader.readuntil(b"retry")
        while list(running.gate.hub.listeners()):
            newsroom.owner.execute(
                "SELECT announce(%s, 'messages', %s) FROM generate_series(1, 50)", (newsroom.workspace, body)
            )
            await asyncio.sleep(0.02)
    await running.stop()


async def test_one_person_opens_a_bounded_number_of_streams(
    client: httpx.AsyncClient, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "MOST_OF_ONE", 1)
    async with listen(client, "courrier", newsroom.cookie):
        answer = await client.get("/events/courrier", headers={"cookie": newsroom.cookie})
        assert (answer.status_code, answer.json()["error"]) == (429, "too_many_streams")


async def test_a_gate_that_stops_opens_no_other_stream(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom
) -> None:
    gate.gate.streams.stop()
    answer = await client.get("/events/courrier", headers={"cookie": newsroom.cookie})
    assert (answer.status_code, answer.json()["error"]) == (503, "stopping")


async def test_bodies_take_a_bounded_room_together(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom
) -> None:
    gate.gate.hooks._room = bodies.Room(10)
    assert await post(client, newsroom.hook, 1) == 429
    gate.gate.hooks._room = bodies.Room(10_000)
    for number in range(200):  # room is given back
        assert await post(client, newsroom.hook, number) == 200


async def test_a_body_that_does_not_come_is_given_up(
    gate: RunningGate, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "PATIENCE", 0.05)
    async with wire_to(gate) as (reader, writer):
        writer.write(f"POST {newsroom.hook} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{{".encode())
        assert b" 408 " in await reader.readuntil(b"\r\n")


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nhost: "])
async def test_a_head_that_does_not_come_is_given_up(
    gate: RunningGate, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr(protocol, "HEAD_PATIENCE", 0.05)
    async with wire_to(gate) as (reader, writer), asyncio.timeout(10):
        writer.write(said)
        with suppress(ConnectionResetError):
            assert await reader.read() == b""


async def test_a_refused_body_without_end_is_cut_off(
    gate: RunningGate, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "MOST_UNWANTED", 100_000)
    async with wire_to(gate) as (reader, writer), asyncio.timeout(30):
        writer.write(f"POST {newsroom.hook} HTTP/1.1\r\nhost: x\r\ncontent-length: 9000000000\r\n\r\n".encode())
        assert b" 413 " in await reader.readuntil(b"\r\n")
        with pytest.raises(ConnectionError):
            while True:
                writer.write(b"x" * 65_536)
                await writer.drain()


def test_a_queue_of_frames_is_bounded_in_number_and_in_bytes() -> None:
    listener = hub.Listener(1, 1, "", 0)
    for number in range(hub.MOST_WAITING * 3):
        listener.offer(number, b"x")
    assert len(listener._waiting) <= hub.MOST_WAITING
    for number in range(10):
        listener.offer(number, b"x" * (hub.MOST_WAITING_BYTES // 2))
    assert listener._size <= hub.MOST_WAITING_BYTES
