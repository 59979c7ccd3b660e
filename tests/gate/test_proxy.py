"""Everything else goes to the desk and back, streamed, with only the headers that may cross."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from gate.conftest import RunningGate, start
from gate.desk import Asked, FakeDesk, politely, say
from palabre.gate import proxy, wires
from palabre.gate.config import Config

pytestmark = pytest.mark.usefixtures("gate")


async def test_a_request_reaches_the_desk_as_it_was_said(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    answer = await client.post("/w/courrier/caf%C3%A9?q=d%C3%A9viation&page=2", content=b"d\xc3\xa9cision")
    assert (answer.status_code, answer.text) == (200, "ok")
    (asked,) = desk.asked
    assert asked.line == "POST /w/courrier/caf%C3%A9?q=d%C3%A9viation&page=2 HTTP/1.1"
    assert asked.body == "décision".encode()


async def test_statuses_cookies_and_redirections_come_back(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await say(
            writer, b"", "302 Found", "Location: /w/courrier/", "Set-Cookie: a=1", "Set-Cookie: b=2", "Server: x"
        )

    desk.answer = answer
    got = await client.get("/")
    assert (got.status_code, got.headers["location"]) == (302, "/w/courrier/")
    assert got.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert "server" not in got.headers
    assert len(got.headers.get_list("date")) == 1


async def test_the_caller_is_told_to_the_desk_and_claims_are_not_believed(
    client: httpx.AsyncClient, desk: FakeDesk
) -> None:
    claims = {
        "X-Forwarded-For": "6.6.6.6",
        "X-Forwarded-Host": "evil.example",
        "X_Forwarded_Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "Forwarded": "for=6.6.6.6",
        "X-Real-IP": "6.6.6.6",
    }
    await client.get("/", headers={**claims, "Host": "localhost:8700"})
    (asked,) = desk.asked
    assert asked.all("x-forwarded-for") == ["127.0.0.1"]
    assert asked.all("x-forwarded-host") == ["localhost:8700"]
    assert asked.all("x-forwarded-proto") == ["http"]
    assert asked.all("host") == ["localhost:8700"]
    assert not any("6.6.6.6" in value or "evil" in value for _, value in asked.headers)


async def test_a_trusted_proxy_in_front_is_believed(config: Config, desk: FakeDesk) -> None:
    running = await start(replace(config, trust_proxy=True, public_url="https://palabre.example.org"))
    claims = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https", "Host": "palabre.example.org"}
    async with httpx.AsyncClient(base_url=running.url) as client:
        await client.get("/", headers=claims)
    await running.stop()
    (asked,) = desk.asked
    assert asked.all("x-forwarded-for") == ["192.0.2.7, 127.0.0.1"]
    assert asked.all("x-forwarded-proto") == ["https"]


async def test_hop_by_hop_headers_stay_here(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    await client.get("/", headers={"Connection": "X-Mine", "X-Mine": "1", "TE": "trailers", "X-Yours": "2"})
    (asked,) = desk.asked
    assert [asked.all(name) for name in ("connection", "te", "x-mine", "x-yours")] == [[], [], [], ["2"]]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "a b", "user@localhost"])
async def test_a_name_that_is_not_ours_is_refused(client: httpx.AsyncClient, desk: FakeDesk, host: str) -> None:
    answer = await client.get("/", headers={"Host": host})
    assert answer.status_code in (400, 421)
    assert desk.asked == []


async def test_a_refused_name_says_how_to_allow_it(client: httpx.AsyncClient) -> None:
    answer = await client.get("/", headers={"Host": "evil.example", "Accept": "text/html"})
    assert "PALABRE_PUBLIC_URL" in answer.text


async def test_connections_to_the_desk_are_used_again(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    for _ in range(10):
        await client.get("/")
    assert desk.connections == 1


async def test_a_connection_that_the_desk_closed_is_left_alone(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await say(writer, b"bye", "200 OK", "connection: close")
        writer.close()

    desk.answer = answer
    for _ in range(5):
        assert (await client.get("/")).text == "bye"


async def test_head_and_empty_answers_have_no_body(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        status = "304 Not Modified" if asked.line.startswith("GET") else "200 OK"
        writer.write(f"HTTP/1.1 {status}\r\ncontent-length: 12\r\netag: x\r\n\r\n".encode())

    desk.answer = answer
    for method, status in (("HEAD", 200), ("GET", 304), ("HEAD", 200), ("GET", 304)):
        got = await client.request(method, "/")
        assert (got.status_code, got.content, got.headers["etag"]) == (status, b"", "x")


async def test_answers_in_chunks_or_without_length_are_passed_on(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if "chunks" in asked.line:
            writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n")
            await writer.drain()
            await asyncio.sleep(0.01)
            writer.write(b"1\r\nc\r\n0\r\n\r\n")
        else:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\nab")
            await writer.drain()
            writer.write(b"c")
            writer.close()

    desk.answer = answer
    assert (await client.get("/chunks")).text == "abc"
    assert (await client.get("/until-closed")).text == "abc"


async def test_the_first_pieces_come_before_the_last(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    may_end = asyncio.Event()

    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nfirst")
        await writer.drain()
        await may_end.wait()
        writer.write(b"-last")

    desk.answer = answer
    async with client.stream("GET", "/export") as response:
        pieces = response.aiter_bytes()
        assert await anext(pieces) == b"first"
        may_end.set()
        assert await anext(pieces) == b"-last"


async def test_a_large_upload_streams_through_flat_memory(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    size, piece = 48 * 1024 * 1024, b"0123456789abcdef" * 4096
    received = hashlib.sha256()

    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        left = int(asked.all("content-length")[0])
        while left:
            data = await reader.read(min(left, 65_536))
            received.update(data)
            left -= len(data)
        await say(writer)

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(size // len(piece)):
            yield piece

    desk.answer = answer
    before = _memory()
    answer_ = await client.post("/upload", content=pieces(), headers={"content-length": str(size)})
    assert answer_.status_code == 200
    assert received.hexdigest() == hashlib.sha256(piece * (size // len(piece))).hexdigest()
    assert _memory() - before < 24 * 1024  # KiB; the test's own 48 MiB of hashing is freed by then


async def test_a_large_answer_does_not_pile_up_for_a_slow_browser(
    gate: RunningGate, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = 0

    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 200000000\r\n\r\n")
        for _ in range(2_000):
            writer.write(b"x" * 100_000)
            await writer.drain()
            sent += 100_000

    desk.answer = answer
    reader, writer = await asyncio.open_connection("127.0.0.1", gate.port, limit=1024)
    writer.write(b"GET /export HTTP/1.1\r\nhost: localhost\r\n\r\n")
    await reader.readexactly(10)
    while True:  # until nothing moves any more: everyone waits for the browser
        before = sent
        await asyncio.sleep(0.3)
        if sent == before:
            break
    assert sent < 40_000_000
    writer.transport.abort()
    async with asyncio.timeout(10):
        while desk._open:  # the desk is let go once the browser is gone
            await asyncio.sleep(0.01)


async def test_an_upload_too_large_never_reaches_the_desk(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", client.base_url.port)
    length = proxy.MOST_BYTES + 1
    writer.write(f"POST /up HTTP/1.1\r\nhost: localhost\r\ncontent-length: {length}\r\n\r\n".encode())
    assert b" 413 " in await reader.readuntil(b"\r\n")
    assert desk.asked == []
    writer.close()
    await writer.wait_closed()


async def test_an_upload_of_unknown_length_is_told_its_length(
    client: httpx.AsyncClient, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def pieces(count: int) -> AsyncIterator[bytes]:
        for _ in range(count):
            yield b"x" * 1_000

    assert (await client.post("/up", content=pieces(3))).status_code == 200
    assert desk.asked[0].all("content-length") == ["3000"]
    assert desk.asked[0].all("transfer-encoding") == []
    assert len(desk.asked[0].body) == 3_000
    monkeypatch.setattr(proxy, "MOST_UNTOLD", 2_000)
    assert (await client.post("/up", content=pieces(3))).status_code == 411


async def test_the_desk_may_answer_before_the_end_of_an_upload(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await say(writer, b"no", "413 Content Too Large", "connection: close")
        await asyncio.sleep(0.2)

    desk.answer = answer
    got = await client.post("/up", content=b"x" * 20_000_000)
    assert (got.status_code, got.text) == (413, "no")
    desk.answer = politely
    assert (await client.get("/")).status_code == 200


async def test_a_browser_that_hangs_up_in_an_upload_frees_the_desk(gate: RunningGate, desk: FakeDesk) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", gate.port)
    writer.write(b"POST /up HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000\r\n\r\nabc")
    await writer.drain()
    async with asyncio.timeout(10):
        while not desk.asked:
            await asyncio.sleep(0.01)
        writer.transport.abort()
        while desk._open:
            await asyncio.sleep(0.01)


async def test_while_the_desk_starts_a_page_waits_by_itself(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    await desk.fall()
    page = await client.get("/w/courrier/", headers={"Accept": "text/html,*/*"})
    assert page.status_code == 503
    assert page.headers["refresh"].isdigit()
    assert "Palabre démarre" in page.text and "Palabre is starting" in page.text
    assert "<script" not in page.text and "default-src 'none'" in page.headers["content-security-policy"]
    await desk.listen()
    assert (await client.get("/w/courrier/")).status_code == 200


async def test_while_the_desk_is_away_a_program_gets_json(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    await desk.fall()
    answer = await client.get("/api/v1/messages", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]) == (503, "desk_away")
    assert int(answer.headers["retry-after"]) > 0
    posted = await client.post("/w/courrier/decide", headers={"Accept": "text/html"})
    assert "refresh" not in posted.headers  # a form is never sent again by itself


@pytest.mark.parametrize("said", [b"HTTP/1.1 200 OK\r\nconte", b"nonsense\r\n\r\n", b"", b"HTTP/1.1 101 X\r\n\r\n"])
async def test_an_answer_that_is_none_is_told(client: httpx.AsyncClient, desk: FakeDesk, said: bytes) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(said)
        writer.close()

    desk.answer = answer
    got = await client.get("/", headers={"Accept": "application/json"})
    assert (got.status_code, got.json()["error"]) == (502, "desk_broken")
    desk.answer = politely
    assert (await client.get("/")).status_code == 200


async def test_an_answer_cut_short_is_not_taken_for_a_whole_one(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n")
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.close()

    desk.answer = answer
    with pytest.raises(httpx.RemoteProtocolError):
        await client.get("/export")


async def test_an_answer_that_never_comes_is_given_up(
    client: httpx.AsyncClient, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    monkeypatch.setattr(proxy, "ANSWER_PATIENCE", 0.05)
    desk.answer = answer
    assert (await client.get("/")).status_code == 504


async def test_more_requests_than_connections_wait_their_turn(client: httpx.AsyncClient, desk: FakeDesk) -> None:
    async def answer(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.05)
        await say(writer)

    desk.answer = answer
    answers = await asyncio.gather(*(client.get(f"/{n}") for n in range(200)))
    assert {one.status_code for one in answers} == {200}
    assert desk.most_at_once <= wires.MOST


async def test_a_head_without_end_is_refused(gate: RunningGate, desk: FakeDesk) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", gate.port)
    writer.write(b"GET / HTTP/1.1\r\nhost: localhost\r\n" + b"x-long: " + b"y" * 100_000)
    writer.write(b"\r\n\r\n")
    assert (await reader.read()).startswith(b"HTTP/1.1 400")
    assert desk.asked == []
    writer.close()
    await writer.wait_closed()


SMUGGLED = b"GET /smuggled HTTP/1.1\r\nhost: localhost\r\n\r\n"


@pytest.mark.parametrize(
    "head",
    [
        b"content-length: 5\r\ntransfer-encoding: chunked\r\n",
        b"content-length: 5\r\ncontent-length: 6\r\n",
        b"transfer-encoding: chunked, identity\r\n",
        b"transfer-encoding: xchunked\r\n",
        b"content-length: +5\r\n",
        b"content-length : 5\r\n",
        b"x: a\r\n b: c\r\ncontent-length: 0x5\r\n",
    ],
)
async def test_a_request_whose_end_is_unclear_smuggles_no_other(
    gate: RunningGate, desk: FakeDesk, head: bytes
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", gate.port)
    writer.write(b"POST /up HTTP/1.1\r\nhost: localhost\r\n" + head + b"\r\n0\r\n\r\n" + SMUGGLED)
    writer.write_eof()
    async with asyncio.timeout(10):
        answer = await reader.read()
    assert answer.startswith(b"HTTP/1.1 400")
    assert not any("smuggled" in one.line for one in desk.asked)
    writer.close()
    await writer.wait_closed()


def _memory() -> int:
    """Return the resident memory of this process, in KiB."""
    from pathlib import Path

    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])
