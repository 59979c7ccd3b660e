"""Rows drawn by the desk once for all who read them alike, and pushed; where they cannot be, nothing is."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
import pytest

from gate.browser import Event, EventSource, listen
from gate.conftest import Newsroom, RunningGate, cookie, open_session
from gate.desk import Answer, Asked, FakeDesk, say
from gate.test_streams import SLUG, until
from palabre.gate import frames, hub, rows
from palabre.gate.hub import Listener
from palabre.store import errand

FOLLOWED = f"{SLUG}?rows=fr%2CEurope%2FParis"

WRONG = [
    *("", "fr", "fr,", "FR,Europe/Paris", "fr,Europe/Paris,", "fr,../x", "fr,a b", "fr,a%0Ab", "fr,%E2%80%A8"),
    *("fr," + "a" * 65, "fr,Europe/Paris&rows=en,Europe/Paris", "fr,Europe%2FParis%26ids"),
]


@dataclass
class Drawing:
    """The desk's part: it draws a row for each id, when it is let."""

    desk: FakeDesk
    free: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self.free.wait()
        html = "".join(f"<li>\n{one} é</li>" for one in ids_of(asked))
        await say(writer, html.encode(), "200 OK", "content-type: text/html; charset=utf-8")

    @property
    def asked(self) -> list[list[int]]:
        """Return the ids of each request so far."""
        return [ids_of(one) for one in self.desk.asked]


def ids_of(asked: Asked) -> list[int]:
    return [int(one) for one in asked.line.split(" ")[1].partition("ids=")[2].split(",")]


@pytest.fixture
def drawing(desk: FakeDesk) -> Drawing:
    made = Drawing(desk)
    made.free.set()
    desk.answer = made
    return made


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk is given up soon, and asked again at once."""
    monkeypatch.setattr(rows, "PATIENCE", 0.2)
    monkeypatch.setattr(rows, "REST", 0.0)


def news(newsroom: Newsroom, *ids: int) -> int:
    return newsroom.announce("messages", json.dumps({"ids": ids, "count": len(ids)}))


def colleague(newsroom: Newsroom) -> str:
    """Return the cookies of another member, who is signed in too."""
    person = newsroom.house.person("lea@courrier.example", "Léa")
    newsroom.house.member(newsroom.workspace, person)
    open_session(newsroom.owner, "s3ss10n-0f-lea")
    return cookie(person, "s3ss10n-0f-lea")


def circle_of(gate: RunningGate) -> rows.Circle:
    """Return the one circle that there is."""
    ((circle,),) = [list(circles.values()) for circles in gate.gate.rows._circles.values()]
    return circle


async def at_rest(gate: RunningGate) -> None:
    """Wait until nothing is asked of the desk."""
    await until(lambda: circle_of(gate)._task is None)


async def pushed(stream: EventSource) -> list[int]:
    """Return the ids of the next event, which must be rows."""
    event = await stream.next()
    assert event is not None and event.kind == "rows", event
    return list(json.loads(event.data)["ids"])


# ---------------------------------------------------------------- what is pushed


async def test_rows_follow_their_announcement_and_move_nobody_s_place(
    client: httpx.AsyncClient, newsroom: Newsroom, drawing: Drawing
) -> None:
    async with listen(client, FOLLOWED, newsroom.cookie) as stream:
        number = news(newsroom, 7, 9)
        heard = await stream.take(2)
    assert heard[0] == Event("messages", '{"ids": [7, 9], "count": 2}', str(number))
    assert (heard[1].kind, heard[1].id) == ("rows", str(number))
    assert json.loads(heard[1].data) == {"ids": [7, 9], "html": "<li>\n7 é</li><li>\n9 é</li>"}


async def test_the_desk_is_asked_once_for_all_on_the_access_of_one(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom, drawing: Drawing, desk: FakeDesk
) -> None:
    async with AsyncExitStack() as stack:
        other = colleague(newsroom)
        streams = [
            await stack.enter_async_context(listen(client, FOLLOWED, one)) for one in (newsroom.cookie, other)
        ]
        news(newsroom, 5)
        for stream in streams:
            assert (await stream.next() or Event("", "", "")).kind == "messages"
            assert await pushed(stream) == [5]
    (asked,) = desk.asked
    path = f"/errands/rows/{SLUG}?for=fr,Europe/Paris&person={newsroom.person}&ids=5"
    assert asked.line == f"GET {path} HTTP/1.1"
    (signature,) = asked.all("x-palabre-errand")
    assert errand.is_sound(signature, path, gate.gate.config.ticket_secret, datetime.now(UTC))
    assert asked.all("cookie") == []


async def test_who_reads_otherwise_is_drawn_for_apart(
    client: httpx.AsyncClient, newsroom: Newsroom, drawing: Drawing, desk: FakeDesk
) -> None:
    away = f"{SLUG}?rows=en%2CEtc%2FGMT%2B5"
    async with (
        listen(client, FOLLOWED, newsroom.cookie) as here,
        listen(client, away, newsroom.cookie) as there,
    ):
        news(newsroom, 5)
        for stream in (here, there):
            await stream.next()
            assert await pushed(stream) == [5]
    readers = {asked.line.split("for=")[1].split("&")[0] for asked in desk.asked}
    assert readers == {"fr,Europe/Paris", "en,Etc/GMT%2B5"}


async def test_who_wishes_for_no_rows_hears_identifiers_only(
    client: httpx.AsyncClient, newsroom: Newsroom, drawing: Drawing, desk: FakeDesk
) -> None:
    async with listen(client, SLUG, newsroom.cookie) as stream:
        news(newsroom, 5)
        last = news(newsroom, 6)
        assert [event.kind for event in await stream.take(2)] == ["messages", "messages"]
        assert stream.last_id == str(last)
    assert desk.asked == []


@asynccontextmanager
async def kept_waiting(
    client: httpx.AsyncClient, newsroom: Newsroom, drawing: Drawing
) -> AsyncIterator[EventSource]:
    """Follow the rows while the desk draws those of message 1, until ``drawing.free`` is set."""
    drawing.free.clear()
    async with listen(client, FOLLOWED, newsroom.cookie) as stream:
        news(newsroom, 1)
        await until(lambda: drawing.asked)
        yield stream


async def test_other_workspaces_and_other_kinds_draw_nothing(
    client: httpx.AsyncClient, newsroom: Newsroom, drawing: Drawing
) -> None:
    other = newsroom.house.workspace("gazette", "La Gazette")
    async with listen(client, FOLLOWED, newsroom.cookie) as stream:
        newsroom.announce("messages", '{"ids":[666]}', workspace=other)
        newsroom.announce("changed", '{"ids":[1]}')
        newsroom.announce("messages", '{"ids":"1"}')
        newsroom.announce("messages", '{"count":1}')
        await stream.take(3)
        news(newsroom, 5)
        await stream.next()
        assert await pushed(stream) == [5]
    assert drawing.asked == [[5]]


async def test_what_is_heard_meanwhile_goes_into_the_next_request(
    client: httpx.AsyncClient, newsroom: Newsroom, drawing: Drawing
) -> None:
    async with kept_waiting(client, newsroom, drawing) as stream:
        for one in range(2, 6):
            news(newsroom, one)
        await stream.take(5)
        drawing.free.set()
        assert await pushed(stream) == [1]
        assert await pushed(stream) == [2, 3, 4, 5]
    assert drawing.asked == [[1], [2, 3, 4, 5]]


async def test_what_comes_within_a_pace_goes_into_one_request(
    client: httpx.AsyncClient, newsroom: Newsroom, drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "PACE", 1.0)
    async with listen(client, FOLLOWED, newsroom.cookie) as stream:
        news(newsroom, 1)
        await stream.next()
        assert await pushed(stream) == [1]
        for one in range(2, 5):
            news(newsroom, one)
            assert (await stream.next() or Event("", "", "")).kind == "messages"
        assert await pushed(stream) == [2, 3, 4]
    assert drawing.asked == [[1], [2, 3, 4]]


async def test_requests_and_what_waits_for_them_are_bounded(
    client: httpx.AsyncClient, newsroom: Newsroom, drawing: Drawing
) -> None:
    async with kept_waiting(client, newsroom, drawing) as stream:
        for start in (1_000, 2_000):
            news(newsroom, *range(start, start + 300))
        await stream.take(3)
        drawing.free.set()
        assert await pushed(stream) == [1]
        await until(lambda: len(drawing.asked) == 1 - -rows.MOST_WAITING // rows.MOST_IDS)
    asked = [one for ids in drawing.asked[1:] for one in ids]
    assert asked == list(range(2_300 - rows.MOST_WAITING, 2_300))
    assert max(map(len, drawing.asked)) == rows.MOST_IDS


# ---------------------------------------------------------------- who is pushed to


async def test_a_ticket_without_its_session_gives_no_rows(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom, drawing: Drawing
) -> None:
    ticket = newsroom.cookie.partition("; ")[2]
    stolen = (ticket, f"palabre_session=another; {ticket}", f"palabre_session=; {ticket}")
    async with AsyncExitStack() as stack:
        streams = [await stack.enter_async_context(listen(client, FOLLOWED, one)) for one in stolen]
        news(newsroom, 5)
        number = news(newsroom, 6)
        for stream in streams:
            assert [event.kind for event in await stream.take(2)] == ["messages", "messages"]
            assert stream.last_id == str(number)
        assert gate.gate.rows._circles == {}
    assert drawing.asked == []


@pytest.mark.parametrize("wish", WRONG)
async def test_a_wish_that_cannot_be_read_is_refused_with_the_way_to_write_it(
    client: httpx.AsyncClient, newsroom: Newsroom, wish: str
) -> None:
    answer = await client.get(f"/events/{SLUG}?rows={wish}", headers={"cookie": newsroom.cookie})
    assert (answer.status_code, answer.json()["error"]) == (400, "bad_rows")
    assert "fr,Europe/Paris" in answer.json()["message"]["en"]


async def test_who_belongs_no_more_is_asked_for_no_more(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom, drawing: Drawing
) -> None:
    kept = gate.gate.rows._circles
    async with listen(client, FOLLOWED, newsroom.cookie), listen(client, FOLLOWED, colleague(newsroom)):
        circle = circle_of(gate)
        assert newsroom.person in (people := {one.person for one in circle.listeners}) and len(people) == 2
        newsroom.owner.execute("DELETE FROM member WHERE person_id <> %s", (newsroom.person,))
        newsroom.owner.execute("NOTIFY config")
        await until(lambda: [one.person for one in circle.listeners] == [newsroom.person])
    await until(lambda: kept == {})


async def test_the_last_to_leave_ends_what_is_under_way(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom, drawing: Drawing
) -> None:
    drawing.free.clear()
    async with listen(client, FOLLOWED, newsroom.cookie):
        circle = circle_of(gate)
        news(newsroom, 5)
        await until(lambda: drawing.asked)
    await until(lambda: circle._task is None)
    drawing.free.set()


async def test_the_gate_stops_while_the_desk_draws(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom, drawing: Drawing
) -> None:
    drawing.free.clear()
    async with listen(client, FOLLOWED, newsroom.cookie) as stream:
        news(newsroom, 5)
        await until(lambda: drawing.asked)
        gate.server.leave()
        assert [event.kind for event in await stream.take(2)] == ["messages"]
    drawing.free.set()
    async with asyncio.timeout(10):
        await gate.task


# ---------------------------------------------------------------- when the desk cannot


def answers() -> Iterator[tuple[str, Answer]]:
    """Yield what may go wrong, by name."""

    def saying(body: bytes, status: str, media_type: str) -> Answer:
        async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await say(writer, body, status, f"content-type: {media_type}")

        return answer

    async def cut_short(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 50\r\n\r\n<li>")
        writer.close()

    async def silent(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async def nonsense(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"<li>no HTTP</li>\r\n\r\n")

    for status in ("403 Forbidden", "404 Not Found", "409 Conflict", "302 Found", "500 Oh", "503 Busy"):
        yield status, saying(b"<li>no</li>", status, "text/html")
    yield "too long", saying(b"x" * (rows.MOST_BYTES + 1), "200 OK", "text/html")
    yield "cut short", cut_short
    yield "slow", silent
    yield "no HTTP", nonsense


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(("name", "answer"), list(answers()))
async def test_what_goes_wrong_pushes_nothing_and_the_next_person_is_tried(
    client: httpx.AsyncClient,
    gate: RunningGate,
    newsroom: Newsroom,
    desk: FakeDesk,
    drawing: Drawing,
    name: str,
    answer: Answer,
) -> None:
    async def wrong_for_the_first(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = f"person={newsroom.person}&" in asked.line
        await (answer if first else drawing)(asked, reader, writer)

    desk.answer = wrong_for_the_first
    async with listen(client, FOLLOWED, newsroom.cookie) as stream, listen(client, FOLLOWED, colleague(newsroom)):
        news(newsroom, 5)
        assert (await stream.next() or Event("", "", "")).kind == "messages"
        await at_rest(gate)
        news(newsroom, 6)
        assert (await stream.next() or Event("", "", "")).kind == "messages"
        assert await pushed(stream) == [6]
        news(newsroom, 7)  # and those of the second go on being used
        await stream.next()
        assert await pushed(stream) == [7]


@pytest.mark.usefixtures("short")
async def test_a_desk_that_is_away_and_comes_back(
    client: httpx.AsyncClient, newsroom: Newsroom, desk: FakeDesk, drawing: Drawing, gate: RunningGate
) -> None:
    await desk.fall()
    async with listen(client, FOLLOWED, newsroom.cookie) as stream:
        news(newsroom, 5)
        assert (await stream.next() or Event("", "", "")).kind == "messages"
        await at_rest(gate)
        await desk.listen()
        news(newsroom, 6)
        await stream.next()
        assert await pushed(stream) == [6]


async def test_a_desk_that_failed_is_left_alone_for_a_while(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom, desk: FakeDesk
) -> None:
    async def failing(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await say(writer, b"", "500 Oh")

    desk.answer = failing
    async with listen(client, FOLLOWED, newsroom.cookie) as stream:
        news(newsroom, 5)
        await until(lambda: desk.asked)
        await at_rest(gate)
        for one in range(6, 16):
            news(newsroom, one)
        assert {event.kind for event in await stream.take(11)} == {"messages"}
        assert len(desk.asked) == 1


async def test_few_requests_go_at_once_however_many_read_otherwise(
    client: httpx.AsyncClient, newsroom: Newsroom, desk: FakeDesk, drawing: Drawing
) -> None:
    drawing.free.clear()
    async with AsyncExitStack() as stack:
        for number in range(3 * rows.MOST_ASKING):
            wish = f"{SLUG}?rows=fr%2CZone{number}"
            await stack.enter_async_context(listen(client, wish, newsroom.cookie))
        news(newsroom, 5)
        await until(lambda: len(desk.asked) == rows.MOST_ASKING)
        await asyncio.sleep(0.1)
        assert len(desk.asked) == rows.MOST_ASKING
        drawing.free.set()
        await until(lambda: len(desk.asked) == 3 * rows.MOST_ASKING)


# ---------------------------------------------------------------- a browser that is slow to read


async def test_rows_take_half_of_the_room_and_never_make_announcements_be_missed() -> None:
    listener = Listener(1, 1, "", 0)
    row = b"event: rows\ndata: x\n\n" + b"x" * 20_000
    for _ in range(100):
        listener.spare(row)
    assert listener._size <= hub.MOST_WAITING_BYTES // 2
    for number in range(hub.MOST_WAITING // 2):
        listener.offer(number, b"id: %d\n\n" % number)
    assert b"event: gap" not in (await listener.take() or b"")


async def test_the_largest_answer_has_room() -> None:
    listener = Listener(1, 1, "", 0)
    html = ('<a href="/w/x/m/1">' + "x" * 150) * (rows.MOST_BYTES // 169)
    listener.spare(frames.rows(list(range(rows.MOST_IDS)), html))
    assert await listener.take()
