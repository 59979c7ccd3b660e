"""An evening of chat on a server that speaks as Twitch does: tags, deletions, drops, and worse."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
import trustme

from fakes.twitch_server import TwitchServer, twitch_server
from palabre.connectors.contract import Job, SourceError
from palabre.connectors.twitch.client import TwitchConnector
from palabre.connectors.twitch.pace import Pace

MakeJob = Callable[..., Job]
TRANSPORTS = ["tcp", "tls", "websocket", "websocket_tls"]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """WebSocket clients obey the machine's proxy, which knows nothing of this loopback."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def line(text: str, number: int = 1, channel: str = "#mare") -> str:
    tags = f"id=m-{number};user-id=55;display-name=Odile;tmi-sent-ts={1772481601234 + number}"
    return f"@{tags} :odile!odile@odile.tmi.twitch.tv PRIVMSG {channel} :{text}"


async def settled(server: TwitchServer, gathering: object, channel: str = "#mare") -> None:
    """Wait until the connector has joined and said so by a cursor."""
    already = len(gathering.deliveries)  # type: ignore[attr-defined]
    await gathering.until(lambda: server.joined(channel))  # type: ignore[attr-defined]
    await gathering.until(lambda: len(gathering.deliveries) > already and gathering.cursor)  # type: ignore[attr-defined]


@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_every_link_carries_the_same_chat(transport: str, gather, job: MakeJob, quick: Pace) -> None:
    authority = trustme.CA() if transport.endswith("tls") else None

    def make_tls() -> ssl.SSLContext:
        context = ssl.create_default_context()
        if authority:
            authority.configure_trust(context)
        return context

    connector = TwitchConnector(quick, lambda: 0.5, make_tls)
    async with twitch_server(transport, authority) as server:
        evening = await gather(job(server.port, "mare", transport=transport), connector)
        await settled(server, evening)
        await server.say(line("Où est le lien ? 😡", 1) + "\r\n" + line("ici", 2))
        await server.say("@target-msg-id=m-1 :tmi.twitch.tv CLEARMSG #mare :x")
        await server.say("@target-user-id=55 :tmi.twitch.tv CLEARCHAT #mare :odile")
        await evening.until(lambda: len(evening.events) == 2)
    assert evening.texts == ["Où est le lien ? 😡", "ici"]
    assert [(event.kind, event.target) for event in evening.events] == [("delete", "m-1"), ("ban", "55")]


async def test_a_certificate_of_nobody_is_refused(gather, job: MakeJob) -> None:
    async with twitch_server("tls", trustme.CA()) as server:
        evening = await gather(job(server.port, "mare", transport="tls"))
        with pytest.raises(SourceError) as caught:
            await evening.ended()
    assert caught.value.kind == "refused"


async def test_several_channels_are_threads_of_one_source(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare", "vent"))
        await settled(server, evening, "#vent")
        await server.say(line("un", 1, "#mare"))
        await server.say(line("deux", 2, "#vent"))
        await evening.until(lambda: len(evening.messages) == 2)
    assert [(message.thread, message.text) for message in evening.messages] == [("#mare", "un"), ("#vent", "deux")]


async def test_a_drop_is_a_gap_and_reading_goes_on(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare"))
        await settled(server, evening)
        await server.say(line("avant", 1))
        await evening.until(lambda: evening.texts == ["avant"])
        before = datetime.fromisoformat(evening.cursor["seen"])
        server.drop()
        await evening.until(lambda: evening.gaps)
        await server.say(line("après", 2))
        await evening.until(lambda: evening.texts == ["avant", "après"])
    (gap,) = evening.gaps
    assert before <= gap.start < gap.end <= datetime.fromisoformat(evening.cursor["seen"])
    assert "\n" in gap.reason


async def test_gaps_and_cursors_never_overlap(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare"))
        for number in range(5):
            await evening.until(lambda: server.joined("#mare"))
            await server.say(line(f"{number}", number))
            await evening.until(lambda number=number: f"{number}" in evening.texts)
            await evening.until(lambda number=number: len(evening.gaps) >= number)
            server.drop()
        await evening.until(lambda: len(evening.gaps) == 5)
    assert all(one.end <= other.start for one, other in pairwise(evening.gaps))


async def test_a_server_that_asks_to_reconnect_is_obeyed(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare"))
        await settled(server, evening)
        await server.say(":tmi.twitch.tv RECONNECT")
        await evening.until(lambda: len(server.clients) == 2 and evening.gaps)
    assert "asked for a new connection" in evening.gaps[0].reason


async def test_what_was_missed_while_stopped_is_a_gap(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare", cursor={"seen": "2026-03-01T22:10:00+00:00"}))
        await evening.until(lambda: evening.gaps)
    assert evening.gaps[0].start == datetime.fromisoformat("2026-03-01T22:10:00+00:00")
    assert "Reading was stopped" in evening.gaps[0].reason


async def test_the_first_reading_of_all_has_no_gap(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare", cursor={"seen": "nonsense"}))
        await settled(server, evening)
    assert evening.gaps == []


async def test_a_line_of_ten_megabytes_stops_nothing(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare"))
        await settled(server, evening)
        await server.say(line("x" * 10_000_000, 1))
        await server.say(line("ensuite", 2))
        await evening.until(lambda: evening.texts == ["ensuite"])
    (aside,) = evening.rejects
    assert "was skipped" in aside.error
    assert len(aside.payload) < 1_000
    assert len(server.clients) == 1


async def test_a_frame_of_ten_megabytes_cuts_the_link_and_is_a_gap(gather, job: MakeJob) -> None:
    async with twitch_server("websocket") as server:
        evening = await gather(job(server.port, "mare", transport="websocket"))
        await settled(server, evening)
        await server.say(line("x" * 10_000_000, 1))
        await evening.until(lambda: evening.gaps)
        await server.clients[-1].send(line("ensuite", 2).encode())
        await evening.until(lambda: evening.texts == ["ensuite"])


@pytest.mark.parametrize("transport", ["tcp", "websocket"])
async def test_invalid_utf_8_stops_nothing(transport: str, gather, job: MakeJob) -> None:
    async with twitch_server(transport) as server:
        evening = await gather(job(server.port, "mare", transport=transport))
        await settled(server, evening)
        await server.say(line("caf", 1).encode() + b"\xe9 \xff\xfe")
        await server.say(line("a\0b", 2).encode())
        await evening.until(lambda: len(evening.texts) == 2)
    assert evening.texts == ["caf\ufffd \ufffd\ufffd", "a\ufffdb"]


async def test_a_server_that_went_silent_is_noticed(gather, job: MakeJob, quick: Pace) -> None:
    async with twitch_server() as server:
        evening = await gather(
            job(server.port, "mare"), TwitchConnector(replace(quick, connect=0.5, silence=0.2, answer=0.2))
        )
        await settled(server, evening)
        server.mute = True
        await evening.until(lambda: len(server.clients) > 1)
        server.mute = False
        await evening.until(lambda: evening.gaps)
    assert "PING :palabre" in server.clients[0].lines


async def test_a_quiet_chat_keeps_its_cursor_fresh(gather, job: MakeJob, quick: Pace) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare"), TwitchConnector(replace(quick, silence=0.1)))
        await settled(server, evening)
        first = evening.cursor["seen"]
        await evening.until(lambda: evening.cursor["seen"] > first)
    assert evening.messages == [] and len(server.clients) == 1


async def test_pings_are_answered(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare"))
        await settled(server, evening)
        await server.say("PING :tmi.twitch.tv")
        await evening.until(lambda: "PONG :tmi.twitch.tv" in server.clients[0].lines)


async def test_a_channel_that_does_not_exist_is_told_once_and_the_others_go_on(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        server.unknown.add("#nulle_part")
        evening = await gather(job(server.port, "mare", "nulle_part"))
        await evening.until(lambda: evening.cursor)
        server.drop()
        await evening.until(lambda: evening.gaps)
        await server.say(line("toujours là", 1))
        await evening.until(lambda: evening.texts)
    assert [aside.where for aside in evening.rejects] == ["#nulle_part"]


async def test_no_channel_at_all_is_trouble(gather, job: MakeJob, quick: Pace) -> None:
    async with twitch_server() as server:
        server.unknown.add("#nulle_part")
        evening = await gather(job(server.port, "nulle_part"), TwitchConnector(replace(quick, join=0.1, tries=2)))
        with pytest.raises(SourceError) as caught:
            await evening.ended()
    assert caught.value.kind == "temporary"
    assert "#nulle_part" in str(caught.value)


async def test_a_refused_account_ends_reading(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        server.refusal = ":tmi.twitch.tv NOTICE * :Login authentication failed"
        evening = await gather(job(server.port, "mare", login="odile", token="oauth:wrong"))
        with pytest.raises(SourceError) as caught:
            await evening.ended()
    assert caught.value.kind == "refused"


async def test_a_server_that_never_comes_back_is_told_after_some_tries(gather, job: MakeJob, quick: Pace) -> None:
    async with twitch_server() as server:
        port = server.port
    evening = await gather(job(port, "mare"), TwitchConnector(replace(quick, tries=3), lambda: 0.0))
    with pytest.raises(SourceError) as caught:
        await evening.ended()
    assert caught.value.kind == "temporary"
    assert f"127.0.0.1:{port}" in str(caught.value)


async def test_many_lines_come_in_order_and_in_few_deliveries(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare"))
        await settled(server, evening)
        for start in range(0, 3_000, 100):
            await server.say("\r\n".join(line(f"n{n}", n) for n in range(start, start + 100)))
        await evening.until(lambda: len(evening.messages) == 3_000)
    assert evening.texts == [f"n{n}" for n in range(3_000)]
    assert len(evening.deliveries) < 300


async def test_a_store_that_is_slow_makes_the_server_wait_and_loses_nothing(job: MakeJob, quick: Pace) -> None:
    narrow = TwitchConnector(replace(quick, room=10, batch=10, silence=30), lambda: 0.5)
    texts: list[str] = []
    async with twitch_server() as server, asyncio.timeout(30):
        async for delivery in narrow.collect(job(server.port, "mare")):
            texts += [message.text for message in delivery.messages]
            if delivery.cursor and not texts:
                await server.say("\r\n".join(line(f"n{n}", n) for n in range(50)))
            if len(texts) == 50:
                break
    assert texts == [f"n{n}" for n in range(50)]


async def test_stopping_is_quick_and_leaves_no_task(gather, job: MakeJob) -> None:
    async with twitch_server() as server:
        evening = await gather(job(server.port, "mare"))
        await settled(server, evening)
        async with asyncio.timeout(2):
            await evening.stop()
        assert [task for task in asyncio.all_tasks() if task.get_name().startswith("chat of source")] == []


class TestTheTestOfAConnection:
    async def test_it_shows_what_is_said(self, job: MakeJob, quick: Pace) -> None:
        async with twitch_server() as server:
            checking = asyncio.create_task(TwitchConnector(quick).check(job(server.port, "mare", "vent")))
            while not (checking.done() or server.joined("#vent")):
                await asyncio.sleep(0.01)
            for number in range(6):
                await server.say(line(f"n° {number}", number))
            check = await checking
        assert check.ok
        assert check.sample[0] == "#mare Odile : n° 0"

    async def test_it_tells_of_a_channel_that_does_not_exist(self, job: MakeJob, quick: Pace) -> None:
        async with twitch_server() as server:
            server.unknown.add("#nulle_part")
            check = await TwitchConnector(replace(quick, join=0.1)).check(job(server.port, "mare", "nulle_part"))
        assert check.ok
        assert "#nulle_part" in check.message_en

    async def test_it_tells_of_a_server_that_is_not_there(self, job: MakeJob, quick: Pace) -> None:
        async with twitch_server() as server:
            port = server.port
        check = await TwitchConnector(quick).check(job(port, "mare"))
        assert not check.ok
        assert "refuses the connection" in check.message_en
        assert "refuse la connexion" in check.message_fr

    async def test_it_tells_of_wrong_settings_without_connecting(self, job: MakeJob) -> None:
        check = await TwitchConnector().check(job(1))
        assert (check.ok, check.message_en) == (False, "Give at least one channel.")
