"""Reading the web: against a real nginx, with names that resolve where the test wants."""

import asyncio
import gzip
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from fakes import nginx as fake
from palabre.connectors.contract import SourceError
from palabre.connectors.shared import public_transport
from palabre.connectors.shared.fetching import Bounds, Fetcher, user_agent
from palabre.connectors.shared.robots_cache import RobotsCache

pytestmark = [pytest.mark.debian, pytest.mark.skipif(fake.BINARY is None, reason=fake.MISSING)]

NOW = datetime(2026, 3, 12, 14, 5, tzinfo=UTC)

LOCATIONS = """
location /permanent { return 301 /moved; }
location /moved { return 308 /page.html; }
location /for-now { return 302 /page.html; }
location /mixed { return 302 /permanent; }
location /circle { return 302 /circle; }
location /to-file { return 302 file:///etc/passwd; }
location /busy { add_header Retry-After 120 always; return 503 "later"; }
location /bomb { add_header Content-Encoding gzip; }
location /brotli { add_header Content-Encoding br; return 200 "x"; }
location /slow { limit_rate 1000; }
location /closed { return 444; }
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[fake.Nginx]:
    with fake.nginx(tmp_path_factory.mktemp("web") / "nginx", LOCATIONS) as running:
        running.put("page.html", "bonjour")
        running.put("big.bin", b"x" * 300_000)
        running.put("slow.bin", b"x" * 300_000)
        running.put("bomb/honest", gzip.compress(b"a" * 1_000))
        running.put("bomb/wicked", gzip.compress(b"\0" * 40_000_000))
        running.put("bomb/broken", gzip.compress(b"a" * 1_000)[:-9])
        yield running


LOCAL = Fetcher(user_agent("veille@exemple.fr"), allow_private=True)


async def refusal(fetcher: Fetcher, address: str, bounds: Bounds | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        await fetcher.get(address, bounds=bounds)
    return caught.value


async def test_a_page_is_read_under_our_name(server: fake.Nginx) -> None:
    answer = await LOCAL.get(server.address("/page.html?under-our-name"))
    assert (answer.status, answer.body, answer.moved_to) == (200, b"bonjour", "")
    assert answer.headers["content-type"] == "text/html"
    (line,) = [line for line in server.seen() if "under-our-name" in line]
    assert "|Palabre/" in line and "(+veille@exemple.fr)|" in line


async def test_permanent_redirects_are_remembered(server: fake.Nginx) -> None:
    answer = await LOCAL.get(server.address("/permanent"))
    assert answer.body == b"bonjour"
    assert answer.moved_to == answer.address == server.address("/page.html")


async def test_a_temporary_redirect_is_followed_and_forgotten(server: fake.Nginx) -> None:
    assert (await LOCAL.get(server.address("/for-now"))).moved_to == ""
    mixed = await LOCAL.get(server.address("/mixed"))
    assert (mixed.body, mixed.moved_to) == (b"bonjour", "")


async def test_a_circle_of_redirects_ends(server: fake.Nginx) -> None:
    assert (await refusal(LOCAL, server.address("/circle"))).kind == "malformed"
    assert len([line for line in server.seen() if "/circle" in line]) == 6


async def test_a_redirect_leads_nowhere_but_to_the_web(server: fake.Nginx) -> None:
    assert (await refusal(LOCAL, server.address("/to-file"))).kind == "refused"


async def test_a_status_is_an_answer(server: fake.Nginx) -> None:
    assert (await LOCAL.get(server.address("/nothing"))).status == 404
    busy = await LOCAL.get(server.address("/busy"))
    assert (busy.status, busy.body, busy.wait(NOW)) == (503, b"", 120.0)
    with pytest.raises(SourceError) as caught:
        busy.raise_for_status(NOW)
    assert (caught.value.kind, caught.value.retry_after) == ("throttled", 120.0)


async def test_bytes_are_bounded(server: fake.Nginx) -> None:
    error = await refusal(LOCAL, server.address("/big.bin"), Bounds(bytes=100_000))
    assert error.kind == "too_large" and "0,1 Mo" in str(error)


async def test_a_compressed_bomb_is_stopped(server: fake.Nginx) -> None:
    assert (await LOCAL.get(server.address("/bomb/honest"))).body == b"a" * 1_000
    assert (await refusal(LOCAL, server.address("/bomb/wicked"))).kind == "too_large"
    assert (await refusal(LOCAL, server.address("/bomb/broken"))).kind == "malformed"


async def test_a_compression_that_nobody_asked_for_is_refused(server: fake.Nginx) -> None:
    assert (await refusal(LOCAL, server.address("/brotli"))).kind == "malformed"


async def test_the_whole_time_is_bounded_and_not_only_each_read(server: fake.Nginx) -> None:
    error = await refusal(LOCAL, server.address("/slow.bin"), Bounds(seconds=0.5))
    assert error.kind == "temporary"


async def test_a_server_that_hangs_up_or_is_not_there(server: fake.Nginx) -> None:
    assert (await refusal(LOCAL, server.address("/closed"))).kind == "malformed"
    assert (await refusal(LOCAL, "http://127.0.0.1:1/")).kind == "temporary"


# --- where it may lead


async def test_internal_addresses_are_refused(server: fake.Nginx) -> None:
    before = len(server.seen())
    for address in (server.address("/page.html"), f"http://localhost:{server.port}/", "http://[::1]/", "http://0/"):
        assert (await refusal(Fetcher("x"), address)).kind == "refused"
    assert len(server.seen()) == before


async def test_the_address_that_was_judged_is_the_one_that_is_used(
    server: fake.Nginx, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers a good address first and an internal one next is asked once: the first is used."""
    monkeypatch.setattr(public_transport, "is_public", lambda ip: ip == "127.0.0.1")
    answers = [["127.0.0.1"], ["127.0.0.2"]]

    async def rebinding(host: str, port: int) -> list[str]:
        return answers.pop(0)

    fetcher = Fetcher("x", resolve=rebinding)
    answer = await fetcher.get(f"http://rebond.example:{server.port}/page.html")
    assert answer.body == b"bonjour" and answers == [["127.0.0.2"]]
    assert (await refusal(fetcher, f"http://rebond.example:{server.port}/page.html")).kind == "refused"


async def test_one_internal_address_among_public_ones_is_enough_to_refuse() -> None:
    async def both(host: str, port: int) -> list[str]:
        return ["93.184.215.14", "10.0.0.1"]

    assert (await refusal(Fetcher("x", resolve=both), "http://double.example/")).kind == "refused"


async def test_a_name_that_does_not_exist() -> None:
    async def unknown(host: str, port: int) -> list[str]:
        raise OSError

    assert (await refusal(Fetcher("x", resolve=unknown), "http://nulle-part.example/")).kind == "temporary"


async def to_loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


async def test_the_host_header_keeps_the_name(server: fake.Nginx) -> None:
    answer = await Fetcher("x", True, to_loopback).get(f"http://nom.example:{server.port}/page.html")
    assert answer.body == b"bonjour" and answer.address.startswith("http://nom.example")


async def test_certificates_are_verified_for_the_name_and_not_for_the_address(tmp_path: Path) -> None:
    authority = trustme.CA()
    leaf = authority.issue_cert("flux.example")
    chain, key = tmp_path / "chain.pem", tmp_path / "key.pem"
    chain.write_bytes(leaf.cert_chain_pems[0].bytes())
    key.write_bytes(leaf.private_key_pem.bytes())
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    fetcher = Fetcher("x", True, to_loopback, lambda: trust)
    with fake.nginx(tmp_path / "nginx", certificate=(chain, key)) as server:
        server.put("page.html", "chiffré")
        answer = await fetcher.get(f"https://flux.example:{server.port}/page.html")
        assert answer.body.decode() == "chiffré"
        assert (await refusal(fetcher, f"https://autre.example:{server.port}/page.html")).kind == "refused"
        assert (await refusal(LOCAL, server.address("/page.html"))).kind == "refused"


# --- our name


@pytest.mark.parametrize(
    ("contact", "end"),
    [("", ""), ("a@exemple.fr", " (+a@exemple.fr)"), ("a\r\nX-Bad: é1", " (+aX-Bad:1)"), ("(;)", "")],
)
def test_a_contact_cannot_break_the_header(contact: str, end: str) -> None:
    assert user_agent(contact).partition(" ")[2] == end.strip()


# --- robots, asked for real


async def test_robots_txt_is_asked_once_a_day(tmp_path: Path) -> None:
    with fake.nginx(tmp_path / "nginx") as server:
        server.put("robots.txt", "User-agent: palabre\nDisallow: /prive/\n")
        first = RobotsCache(LOCAL, lambda: NOW)
        assert await first.allows(server.address("/a"))
        assert not await first.allows(server.address("/prive/a"))
        with pytest.raises(SourceError) as caught:
            await first.require(server.address("/prive/a"))
        assert caught.value.kind == "forbidden_by_robots"
        again = RobotsCache(LOCAL, lambda: NOW, first.saved())
        assert not await again.allows(server.address("/prive/a"))
        assert len(server.seen()) == 1
        tomorrow = RobotsCache(LOCAL, lambda: NOW.replace(day=14), first.saved())
        await tomorrow.allows(server.address("/a"))
        assert len(server.seen()) == 2


@pytest.mark.parametrize(("answer", "allowed"), [("404", True), ("403", True), ("200 'User-agent: *'", True)])
async def test_no_robots_txt_allows_all(tmp_path: Path, answer: str, allowed: bool) -> None:
    with fake.nginx(tmp_path / "nginx", f"location = /robots.txt {{ return {answer}; }}") as server:
        assert await RobotsCache(LOCAL, lambda: NOW).allows(server.address("/a")) is allowed


@pytest.mark.parametrize(("answer", "kind"), [("500", "temporary"), ("429", "throttled")])
async def test_robots_txt_that_cannot_be_had_stops_us_for_now(tmp_path: Path, answer: str, kind: str) -> None:
    with fake.nginx(tmp_path / "nginx", f"location = /robots.txt {{ return {answer}; }}") as server:
        with pytest.raises(SourceError) as caught:
            await RobotsCache(LOCAL, lambda: NOW).allows(server.address("/a"))
        assert caught.value.kind == kind


async def test_a_cursor_that_holds_nonsense_is_forgotten(tmp_path: Path) -> None:
    with fake.nginx(tmp_path / "nginx") as server:
        for known in (None, [], {"x": 1}, {server.address(""): {"until": "demain", "rules": 3}}):
            assert await RobotsCache(LOCAL, lambda: NOW, known).allows(server.address("/a"))


async def test_twenty_readings_at_once(server: fake.Nginx) -> None:
    answers = await asyncio.gather(*[LOCAL.get(server.address("/page.html")) for _ in range(20)])
    assert {answer.body for answer in answers} == {b"bonjour"}
