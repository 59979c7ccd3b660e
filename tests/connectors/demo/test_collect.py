"""The demo played: the past at once, the present in its time, and nothing lost nor doubled by a restart."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

import msgspec
import pytest

from palabre.connectors.contract import Job, SourceError
from palabre.connectors.demo import CONNECTOR
from palabre.connectors.registry import connector
from palabre.core.model import Delivery, Event, Message
from palabre.demo import DEFAULT_SPEED, OPENING, load_demo

PARTS = ("site", "page", "private", "live", "press")
MakeJob = Callable[..., Job]


class Clock(Protocol):
    now: datetime
    sleeps: list[float]


async def play(job: Job) -> list[Delivery]:
    return [delivery async for delivery in CONNECTOR.collect(job)]


async def first_of(deliveries: AsyncIterator[Delivery], kept: int) -> list[Delivery]:
    """Take so many deliveries, then stop as a process that is killed does."""
    found: list[Delivery] = []
    async for delivery in deliveries:
        found.append(delivery)
        if len(found) == kept:
            break
    return found


async def until_live(deliveries: AsyncIterator[Delivery], clock: Clock) -> list[Delivery]:
    """Take what comes before the first sleep, and the delivery after it."""
    found: list[Delivery] = []
    async for delivery in deliveries:
        found.append(delivery)
        if clock.sleeps:
            break
    return found


def things(deliveries: list[Delivery]) -> list[Message | Event]:
    return [thing for delivery in deliveries for thing in (*delivery.messages, *delivery.events)]


def expected(part: str, start: datetime) -> list[Message | Event]:
    return [thing for _, source, thing in load_demo().timeline(start) if source == part]


def test_the_registry_knows_it() -> None:
    assert connector("demo") is CONNECTOR
    assert CONNECTOR.manifest.rhythm == "stream"


@pytest.mark.parametrize("part", PARTS)
async def test_a_part_is_played_whole_in_order_and_then_ends(part: str, job: MakeJob, start: datetime) -> None:
    assert things(await play(job(part))) == expected(part, start)


async def test_the_past_comes_at_once_and_the_first_live_message_after_a_wait(
    job: MakeJob, clock: Clock, start: datetime
) -> None:
    opened = clock.now
    *history, live = await until_live(CONNECTOR.collect(job("site")), clock)
    past = things(history)
    assert len(past) > 150
    assert {message.published <= opened for message in past if isinstance(message, Message)} == {True}
    assert min(message.published for message in past if isinstance(message, Message)) < opened - timedelta(hours=24)
    assert live.messages[0].published > opened


async def test_a_live_thing_is_delivered_when_it_is_due_and_not_before(job: MakeJob, clock: Clock) -> None:
    opened = clock.now
    async for delivery in CONNECTOR.collect(job("live")):
        for thing in things([delivery]):
            told = thing.at if isinstance(thing, Event) else thing.published
            assert told <= clock.now
            if told > opened:
                assert clock.now - told < timedelta(milliseconds=1)


async def test_sleeps_are_short_enough_to_notice_a_clock_set_forward(job: MakeJob, clock: Clock) -> None:
    await play(job("press"))
    assert max(clock.sleeps) <= 5
    assert min(clock.sleeps) > 0


async def test_deliveries_hold_at_most_two_hundred_and_end_with_an_event(job: MakeJob) -> None:
    for delivery in [*await play(job("site")), *await play(job("live"))]:
        assert len(delivery.messages) + len(delivery.events) <= 200
        assert len(delivery.events) <= 1
        assert len({message.id for message in delivery.messages}) == len(delivery.messages)


async def test_an_hour_asleep_is_caught_up_in_large_deliveries(job: MakeJob, clock: Clock, start: datetime) -> None:
    clock.now += timedelta(days=2)
    deliveries = await play(job("site"))
    assert clock.sleeps == []
    assert things(deliveries) == expected("site", start)
    assert len(deliveries) < 12


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kept", [1, 2, 5, 12])
async def test_after_a_restart_it_goes_on_from_the_committed_cursor(
    part: str, kept: int, job: MakeJob, start: datetime
) -> None:
    before = await first_of(CONNECTOR.collect(job(part)), kept)
    cursor = msgspec.json.decode(msgspec.json.encode(before[-1].cursor))  # as the store keeps it
    after = await play(job(part, cursor))
    assert things([*before, *after]) == expected(part, start)


async def test_a_delivery_that_was_not_committed_comes_again(job: MakeJob) -> None:
    first = await anext(CONNECTOR.collect(job("page")))
    assert await anext(CONNECTOR.collect(job("page", {}))) == first


async def test_once_played_it_stays_silent(job: MakeJob) -> None:
    cursor = (await play(job("private")))[-1].cursor
    assert await play(job("private", cursor)) == []


async def test_without_a_start_the_desk_opens_now_and_a_restart_does_not_move_the_past(
    job: MakeJob, clock: Clock
) -> None:
    opened = clock.now
    first = await anext(CONNECTOR.collect(job("site", start="")))
    assert first.cursor is not None
    assert datetime.fromisoformat(first.cursor["start"]) == opened - OPENING
    clock.now += timedelta(minutes=3)
    again = await play(job("site", first.cursor, start=""))
    assert things([first, *again]) == expected("site", opened - OPENING)


async def test_another_speed_between_two_runs_neither_loses_nor_doubles(job: MakeJob, start: datetime) -> None:
    before = (await play(job("page")))[:40]
    after = await play(job("page", before[-1].cursor, speed=DEFAULT_SPEED * 10))
    played = [getattr(thing, "id", None) or getattr(thing, "target", None) for thing in things([*before, *after])]
    wanted = [getattr(thing, "id", None) or getattr(thing, "target", None) for thing in expected("page", start)]
    assert played == wanted


async def test_five_parts_share_one_clock(job: MakeJob, start: datetime) -> None:
    played = [thing for part in PARTS for thing in things(await play(job(part)))]
    told = {thing.id: thing.published for thing in played if isinstance(thing, Message)}
    whole = {thing.id: thing.published for _, _, thing in load_demo().timeline(start) if isinstance(thing, Message)}
    assert told == whole


@pytest.mark.parametrize(
    ("settings", "cursor"),
    [
        ({"part": "radio"}, {}),
        ({"part": "site", "speed": 0}, {}),
        ({"part": "site"}, {"position": "many"}),
        ({"part": "site"}, {"position": 3, "start": "yesterday"}),
        ({"part": "site"}, {"position": -1}),
    ],
)
async def test_what_cannot_be_played_is_a_source_error(
    settings: dict[str, Any], cursor: dict[str, Any], job: MakeJob
) -> None:
    with pytest.raises(SourceError) as raised:
        await play(job(cursor=cursor, **settings))
    assert raised.value.kind == "malformed"


async def test_checking_tells_what_there_is_to_play(job: MakeJob) -> None:
    good = await CONNECTOR.check(job("press"))
    assert good.ok
    assert len(good.sample) == 3
    assert good.message_fr.endswith("messages à jouer.")
    bad = await CONNECTOR.check(job("radio"))
    assert not bad.ok
