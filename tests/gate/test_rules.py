"""The pure decisions of the gate: names, headers, frames, rings, settings."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.gate import config, waiting
from palabre.gate.frames import Announcement, closing, frame, gap, opening, rows
from palabre.gate.headers import Client, to_client, to_desk
from palabre.gate.hosts import is_welcome, known_names
from palabre.gate.hub import Hub, Listener
from palabre.gate.ring import MOST_BYTES, MOST_FRAMES, Ring

# ---------------------------------------------------------------- names

NAMES = known_names("https://Palabre.Example.org:8443/x")


WELCOME = [
    *("localhost", "localhost:8700", "LOCALHOST", "demo.localhost", "127.0.0.1:8700", "192.168.1.5"),
    *("[::1]:8700", "[2001:db8::1]", "palabre.example.org", "palabre.example.org.", "PALABRE.example.org:443"),
]
UNKNOWN = [
    *("evil.example", "localhost.evil.example", "palabre.example.org.evil.example", "evil-palabre.example.org"),
    *("127.0.0.1.nip.io", "localhost@evil.example", "evil.example#localhost", "evil.example/localhost", "[::1"),
    *("::1", "localhost:port", "2130706433", "0x7f.1", "localhost,evil.example"),
]


@pytest.mark.parametrize("host", WELCOME)
def test_our_names_and_numeric_addresses_are_welcome(host: str) -> None:
    assert is_welcome(host, NAMES)


@pytest.mark.parametrize("host", ["", " ", "localhost, evil.example", *UNKNOWN])
def test_other_names_are_not(host: str) -> None:
    assert not is_welcome(host, NAMES)


def test_without_public_address_only_loopback_names_are_known() -> None:
    assert known_names("") == {"localhost"}


@given(st.text(max_size=60))
def test_no_host_breaks_the_check(host: str) -> None:
    is_welcome(host, NAMES)


# ---------------------------------------------------------------- headers

CLIENT = Client("192.0.2.9", "http", b"localhost")


def test_what_a_trusted_proxy_says_is_completed() -> None:
    given = [(b"x-forwarded-for", b"198.51.100.1"), (b"x-forwarded-host", b"palabre.example.org")]
    got = dict(to_desk(given, CLIENT, trusted=True))
    assert got[b"x-forwarded-for"] == b"198.51.100.1, 192.0.2.9"
    assert got[b"x-forwarded-host"] == b"palabre.example.org"
    assert got[b"x-forwarded-proto"] == b"http"


@given(st.lists(st.sampled_from([b"cookie", b"host", b"content-length", b"content-type", b"authorization"])))
def test_no_connection_header_takes_away_what_makes_the_request(named: list[bytes]) -> None:
    given = [(b"connection", b", ".join(named)), *((name, b"x") for name in named)]
    kept = {name for name, _ in to_desk(given, CLIENT, trusted=False)}
    assert set(named) <= kept


def test_names_with_an_underscore_do_not_pass_for_others() -> None:
    got = to_desk([(b"x_forwarded_for", b"1"), (b"x_palabre", b"2")], CLIENT, trusted=True)
    assert all(b"_" not in name for name, _ in got)


def test_the_desk_cannot_speak_for_the_connection() -> None:
    said = [(b"Connection", b"close, X-Own"), (b"X-Own", b"1"), (b"Transfer-Encoding", b"chunked"), (b"ETag", b"e")]
    assert to_client(said) == [(b"etag", b"e")]


# ---------------------------------------------------------------- frames


def test_a_frame_has_its_number_its_kind_and_its_body() -> None:
    assert frame(Announcement(7, 1, "messages", '{"ids":[1]}')) == b'id: 7\nevent: messages\ndata: {"ids":[1]}\n\n'


@given(st.text(max_size=80), st.text(max_size=20))
def test_nothing_inside_a_body_or_a_kind_can_begin_a_field_or_another_event(body: str, kind: str) -> None:
    data = frame(Announcement(7, 1, kind, body)).decode()
    lines = data.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert lines[-2:] == ["", ""]
    assert all(line.startswith(("id: 7", "event: ", "data: ")) for line in lines[:-2])


@given(st.text(max_size=80), st.lists(st.integers(1, 2**62), max_size=5))
def test_a_frame_of_rows_is_three_lines_whatever_they_hold(html: str, ids: list[int]) -> None:
    kind, data, *rest = rows(ids, html).decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (kind, rest) == ("event: rows", ["", ""])
    assert json.loads(data.removeprefix("data: ")) == {"ids": ids, "html": html}


def test_the_frames_of_the_gate_itself() -> None:
    assert gap(3) == b"id: 3\nevent: gap\ndata: {}\n\n"
    assert opening(1000, 9) == b"retry: 1000\nid: 9\n\n"
    assert closing(1200) == b"retry: 1200\n\n"


# ---------------------------------------------------------------- rings and hub


@given(st.lists(st.integers(1, 5), max_size=60), st.integers(0, 200))
def test_a_ring_replays_exactly_what_follows_or_says_that_it_cannot(steps: list[int], last: int) -> None:
    ring, number, numbers = Ring(floor=10), 10, []
    for step in steps:
        number += step
        numbers.append(number)
        ring.add(number, str(number).encode())
    wanted = [str(one).encode() for one in numbers if one > last]
    assert ring.after(last) == (wanted if last >= 10 else None)


def test_a_ring_is_bounded_in_frames_and_in_bytes() -> None:
    ring = Ring(floor=0)
    for number in range(1, MOST_FRAMES + 51):
        ring.add(number, b"x")
    assert ring.floor == 50
    assert ring.after(49) is None
    assert len(ring.after(50) or []) == MOST_FRAMES
    ring.add(number + 1, b"x" * MOST_BYTES)
    assert len(ring.after(number) or []) == 1
    ring.add(number + 2, b"x" * (MOST_BYTES + 1))  # larger than the ring itself
    assert ring.after(number + 1) is None
    assert ring.after(number + 2) == []


async def test_an_announcement_told_twice_is_heard_once() -> None:
    hub, listener = Hub(), Listener(1, 1, "", 0)
    hub.load([])
    hub.join(listener, None)
    for number in (1, 2, 2, 1, 3):
        hub.publish(Announcement(number, 1, "messages", "{}"))
    assert (await listener.take() or b"").count(b"id: ") == 3


async def test_what_waits_is_written_before_a_stream_ends() -> None:
    hub, listener = Hub(), Listener(1, 1, "", 0)
    hub.join(listener, None)
    hub.publish(Announcement(1, 1, "messages", "{}"))
    listener.close()
    assert await listener.take() is not None
    assert await listener.take() is None


async def test_a_hub_knows_nothing_before_the_first_announcement_it_was_given() -> None:
    hub = Hub()
    hub.load([Announcement(50, 1, "messages", "{}"), Announcement(52, 2, "messages", "{}")])
    assert [len(hub.join(Listener(1, 1, "", 0), last)) for last in (49, 50, 52)] == [1, 0, 0]
    assert hub.join(Listener(2, 1, "", 0), 48) == [gap(52)]
    assert hub.join(Listener(2, 1, "", 0), 53) == [gap(52)]


# ---------------------------------------------------------------- settings

SET = {"DATABASE_URL": "postgresql://x@localhost/x", "PALABRE_DESK_ADDRESS": "127.0.0.1:8701"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PALABRE_HOME", str(tmp_path))


@pytest.mark.usefixtures("home")
def test_settings_come_from_the_environment() -> None:
    told = config.from_environment({**SET, "PALABRE_PORT": "9000", "PALABRE_TRUST_PROXY": "1"})
    assert (told.desk, told.port, told.host, told.trust_proxy) == (("127.0.0.1", 8701), 9000, "127.0.0.1", True)
    assert told.ticket_secret and told.sources_key and told.ticket_secret != told.sources_key
    assert config.from_environment({**SET, "PALABRE_DESK_ADDRESS": "[::1]:1"}).desk == ("::1", 1)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", ""),
        ("PALABRE_DESK_ADDRESS", ""),
        ("PALABRE_DESK_ADDRESS", "127.0.0.1"),
        ("PALABRE_DESK_ADDRESS", "127.0.0.1:http"),
        ("PALABRE_PORT", "http"),
        ("PALABRE_PORT", "70000"),
        ("PALABRE_PORT", "-1"),
        ("PALABRE_PUBLIC_URL", "palabre.example.org"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(config.ConfigError, match=name):
        config.from_environment({**SET, name: value})


# ---------------------------------------------------------------- pages


@pytest.mark.parametrize("why", [value for value in vars(waiting).values() if isinstance(value, waiting.Reason)])
def test_every_page_speaks_both_languages_and_holds_no_script(why: waiting.Reason) -> None:
    page = waiting.page(why, 2).decode()
    assert 'lang="fr"' in page and 'lang="en"' in page
    assert why.title_fr != why.title_en and why.problem.fr != why.problem.en
    assert "<script" not in page and " style=" not in page
    assert "\u2019" in why.problem.fr or "'" not in why.problem.fr
