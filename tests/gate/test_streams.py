"""Event streams: who is let in, what they hear, and how they resume."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from gate.browser import Event, listen
from gate.conftest import Newsroom, RunningGate, cookie, open_session, start
from palabre.gate import hub, ring
from palabre.gate.config import Config

SLUG = "courrier"


async def status(client: httpx.AsyncClient, slug: str, cookies: str) -> int:
    async with client.stream("GET", f"/events/{slug}", headers={"cookie": cookies}) as response:
        return response.status_code


async def until(condition: "asyncio.Future[None] | object") -> None:
    """Wait for a condition (a function) to hold."""
    async with asyncio.timeout(15):
        while not condition():  # type: ignore[operator]
            await asyncio.sleep(0.01)


# ---------------------------------------------------------------- what is heard


async def test_an_announcement_is_heard_as_a_named_event(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    async with listen(client, SLUG, newsroom.cookie) as stream:
        number = newsroom.announce("messages", '{"ids":[1,2],"count":2}')
        assert await stream.next() == Event("messages", '{"ids":[1,2],"count":2}', str(number))
        assert stream.retries and stream.retries[0] >= 1000


async def test_a_stream_is_not_cached_nor_buffered(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    async with listen(client, SLUG, newsroom.cookie) as stream:
        headers = stream.response.headers
        assert headers["content-type"].startswith("text/event-stream")
        assert headers["x-accel-buffering"] == "no"
        assert "no-store" in headers["cache-control"]


async def test_announcements_come_in_the_order_of_commits(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    async with listen(client, SLUG, newsroom.cookie) as stream:
        numbers = [newsroom.announce("decided", json.dumps({"ids": [n]})) for n in range(50)]
        assert [int(event.id) for event in await stream.take(50)] == numbers


async def test_another_workspace_is_never_heard(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    other = newsroom.house.workspace("gazette", "La Gazette")
    async with listen(client, SLUG, newsroom.cookie) as stream:
        newsroom.announce("messages", '{"ids":[666]}', workspace=other)
        mine = newsroom.announce("messages", '{"ids":[1]}')
        assert await stream.next() == Event("messages", '{"ids":[1]}', str(mine))


async def test_a_body_too_long_for_a_notice_is_fetched_in_its_place(
    client: httpx.AsyncClient, newsroom: Newsroom
) -> None:
    long = json.dumps({"ids": list(range(10**12, 10**12 + 1_000))})
    async with listen(client, SLUG, newsroom.cookie) as stream:
        for body in ('{"n":1}', long, '{"n":2}'):
            newsroom.announce("changed", body)
        assert [event.data for event in await stream.take(3)] == ['{"n":1}', long, '{"n":2}']


async def test_a_quiet_stream_beats(config: Config, newsroom: Newsroom) -> None:
    running = await start(replace(config, heartbeat=0.02))
    try:
        async with (
            httpx.AsyncClient(base_url=running.url) as client,
            listen(client, SLUG, newsroom.cookie) as stream,
        ):
            waiting = asyncio.create_task(stream.next())
            await until(lambda: stream.comments >= 3)
            waiting.cancel()
    finally:
        await running.stop()


# ---------------------------------------------------------------- resuming


async def test_a_browser_that_comes_back_hears_what_it_missed(
    client: httpx.AsyncClient, newsroom: Newsroom
) -> None:
    async with listen(client, SLUG, newsroom.cookie) as stream:
        known = newsroom.announce("messages", '{"n":1}')
        await stream.next()
    missed = [newsroom.announce("messages", f'{{"n":{n}}}') for n in (2, 3)]
    async with listen(client, SLUG, newsroom.cookie, last=known) as stream:
        assert [int(event.id) for event in await stream.take(2)] == missed


async def test_a_browser_that_heard_nothing_yet_still_resumes(
    client: httpx.AsyncClient, newsroom: Newsroom
) -> None:
    newsroom.announce("messages", '{"n":1}')
    async with listen(client, SLUG, newsroom.cookie) as stream:
        standing = stream.last_id
    newsroom.announce("messages", '{"n":2}')
    async with listen(client, SLUG, newsroom.cookie, last=standing) as stream:
        event = await stream.next()
        assert event is not None and event.data == '{"n":2}'


async def test_the_last_event_may_stand_in_the_address(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    known, missed = (newsroom.announce("messages", "{}") for _ in range(2))
    async with listen(client, f"{SLUG}?last={known}", newsroom.cookie) as stream:
        event = await stream.next()
        assert event is not None and int(event.id) == missed


async def test_a_restarted_gate_resumes_from_the_table(config: Config, newsroom: Newsroom) -> None:
    known, *missed = (newsroom.announce("messages", f'{{"n":{n}}}') for n in range(4))
    running = await start(config)
    try:
        async with (
            httpx.AsyncClient(base_url=running.url) as client,
            listen(client, SLUG, newsroom.cookie, last=known) as stream,
        ):
            assert [int(event.id) for event in await stream.take(3)] == missed
    finally:
        await running.stop()


@pytest.mark.parametrize("last", ["999999999", "-1", "nonsense", "9" * 30, "²"])
async def test_an_unknown_place_tells_to_reload(client: httpx.AsyncClient, newsroom: Newsroom, last: str) -> None:
    async with listen(client, SLUG, newsroom.cookie) as stream:
        known = newsroom.announce("messages", "{}")
        assert (heard := await stream.next()) is not None and heard.id == str(known)
    async with listen(client, f"{SLUG}?last={last}", newsroom.cookie) as stream:
        event = await stream.next()
        assert event is not None and (event.kind, event.data) == ("gap", "{}")
        after = newsroom.announce("messages", '{"n":2}')
        assert await stream.next() == Event("messages", '{"n":2}', str(after))


async def test_too_old_a_place_tells_to_reload(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    known = newsroom.announce("messages", "{}")
    newsroom.owner.execute(
        "SELECT announce(%s, 'messages', '{}') FROM generate_series(1, %s)",
        (newsroom.workspace, ring.MOST_FRAMES + 1),
    )
    async with listen(client, SLUG, newsroom.cookie) as stream:
        newest = int(stream.last_id)
    async with listen(client, SLUG, newsroom.cookie, last=known) as stream:
        event = await stream.next()
        assert event is not None and event.kind == "gap"
        assert int(event.id) >= newest


async def test_a_slow_browser_is_told_to_reload_and_holds_no_more_memory(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom
) -> None:
    body = json.dumps({"ids": list(range(10**12, 10**12 + 300))})
    reader, writer = await asyncio.open_connection("127.0.0.1", gate.port, limit=2**10)
    writer.write(f"GET /events/{SLUG} HTTP/1.1\r\nhost: localhost\r\ncookie: {newsroom.cookie}\r\n\r\n".encode())
    await reader.readuntil(b"retry")
    (listener,) = gate.gate.hub.listeners()
    last = 0
    for _ in range(60):  # reads nothing meanwhile: socket buffers fill, then the queue
        row = newsroom.owner.execute(
            "SELECT max(announce(%s, 'messages', %s)) FROM generate_series(1, 50)", (newsroom.workspace, body)
        ).fetchone()
        assert row is not None
        last = row[0]
    await until(lambda: gate.gate.hub.last == last)
    assert len(listener._waiting) <= hub.MOST_WAITING
    assert listener._size <= hub.MOST_WAITING_BYTES + 100
    heard = b""
    async with asyncio.timeout(15):
        while f"id: {last}\n".encode() not in heard:
            heard += await reader.read(65_536)
    assert b"event: gap\n" in heard
    writer.close()
    await writer.wait_closed()


async def test_streams_leave_nothing_behind(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom
) -> None:
    for _ in range(5):
        async with listen(client, SLUG, newsroom.cookie):
            pass
    await until(lambda: not list(gate.gate.hub.listeners()))
    await until(lambda: not gate.gate.streams._writers)


# ---------------------------------------------------------------- who is let in


async def test_without_a_ticket_one_is_asked_to_sign_in(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    assert await status(client, SLUG, "") == 401
    assert await status(client, SLUG, f"palabre_session={newsroom.session}") == 401
    assert await status(client, SLUG, "palabre_events=1.forged.forged") == 401


async def test_a_ticket_at_its_end_is_refused(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    assert await status(client, SLUG, cookie(newsroom.person, newsroom.session, timedelta(seconds=-1))) == 401


async def test_a_closed_or_expired_session_is_refused(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    open_session(newsroom.owner, "old", timedelta(seconds=-1))
    assert await status(client, SLUG, cookie(newsroom.person, "old")) == 401
    newsroom.owner.execute("DELETE FROM django_session")
    assert await status(client, SLUG, newsroom.cookie) == 401


@pytest.mark.parametrize("slug", ["gazette", "absent", "Courrier", "..", "a" * 80])
async def test_absent_and_forbidden_are_answered_alike(
    client: httpx.AsyncClient, newsroom: Newsroom, slug: str
) -> None:
    newsroom.house.workspace("gazette", "La Gazette")
    answer = await client.get(f"/events/{slug}", headers={"cookie": newsroom.cookie})
    if slug != "..":  # resolved away by the client: the desk's business
        assert (answer.status_code, answer.json()["error"]) == (404, "not_found")


async def test_a_deactivated_person_is_refused(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    newsroom.owner.execute("UPDATE person SET is_active = false")
    assert await status(client, SLUG, newsroom.cookie) == 404


@pytest.fixture
async def vigilant(config: Config) -> AsyncIterator[RunningGate]:
    """A gate that looks again at who listens all the time."""
    running = await start(replace(config, recheck=0.05))
    yield running
    await running.stop()


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM django_session",
        "UPDATE django_session SET expire_date = now() - interval '1 second'",
        "DELETE FROM member",
        "UPDATE person SET is_active = false",
    ],
)
async def test_a_stream_ends_when_its_person_may_not_listen_any_more(
    vigilant: RunningGate, newsroom: Newsroom, change: str
) -> None:
    async with (
        httpx.AsyncClient(base_url=vigilant.url) as client,
        listen(client, SLUG, newsroom.cookie) as stream,
    ):
        newsroom.owner.execute(change.encode())
        assert await stream.next() is None


async def test_a_stream_ends_with_its_ticket(vigilant: RunningGate, newsroom: Newsroom) -> None:
    short = cookie(newsroom.person, newsroom.session, timedelta(seconds=2))
    async with httpx.AsyncClient(base_url=vigilant.url) as client, listen(client, SLUG, short) as stream:
        assert await stream.next() is None


async def test_a_stream_goes_on_while_all_is_well(vigilant: RunningGate, newsroom: Newsroom) -> None:
    looks = 0
    recheck = vigilant.gate.streams.recheck

    async def counted() -> None:
        nonlocal looks
        await recheck()
        looks += 1

    vigilant.gate.streams.recheck = counted  # type: ignore[method-assign]
    async with (
        httpx.AsyncClient(base_url=vigilant.url) as client,
        listen(client, SLUG, newsroom.cookie) as stream,
    ):
        seen = looks
        await until(lambda: looks >= seen + 2)
        newsroom.announce("messages", "{}")
        assert await stream.next() is not None


async def test_a_member_removed_is_cut_off_at_once_when_the_desk_says_so(
    client: httpx.AsyncClient, newsroom: Newsroom
) -> None:
    async with listen(client, SLUG, newsroom.cookie) as stream:
        newsroom.owner.execute("DELETE FROM member")
        newsroom.owner.execute("NOTIFY config")
        assert await stream.next() is None


async def test_only_get_is_taken(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    answer = await client.post(f"/events/{SLUG}")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
