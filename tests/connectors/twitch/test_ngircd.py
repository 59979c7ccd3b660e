"""Chat read from a real IRC server, which knows nothing of Twitch."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from fakes.ngircd import BINARY, MISSING, Ngircd, Speaker, ngircd
from palabre.connectors.contract import Job

pytestmark = [pytest.mark.debian, pytest.mark.skipif(BINARY is None, reason=MISSING)]
MakeJob = Callable[..., Job]


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Ngircd]:
    async with ngircd(tmp_path) as running:
        yield running


async def test_several_people_in_several_channels_are_all_read(server: Ngircd, gather, job: MakeJob) -> None:
    evening = await gather(job(server.port, "#radio", "#tele"))
    await evening.until(lambda: evening.cursor)
    people = [await Speaker.enter(server.port, f"voix{n}", "#radio", "#tele") for n in range(4)]
    await asyncio.gather(*[_speak(person, n) for n, person in enumerate(people)])
    await evening.until(lambda: len(evening.messages) == 400)
    for number in range(4):
        own = [one for one in evening.messages if one.author and one.author.key == f"voix{number}"]
        assert [one.text for one in own] == [f"{number}: « ça » n° {count} 😡" for count in range(100)]
        assert {one.thread for one in own} == {"#radio", "#tele"}
    assert len({message.id for message in evening.messages}) == 400
    assert evening.rejects == [] and evening.gaps == []
    for person in people:
        await person.leave()


async def _speak(person: Speaker, number: int) -> None:
    for count in range(100):
        await person.say("#radio" if count % 2 else "#tele", f"{number}: « ça » n° {count} 😡")


async def test_the_same_words_twice_are_two_messages(server: Ngircd, gather, job: MakeJob) -> None:
    evening = await gather(job(server.port, "#radio"))
    await evening.until(lambda: evening.cursor)
    person = await Speaker.enter(server.port, "odile", "#radio")
    await person.say("#radio", "ptdr")
    await person.say("#radio", "ptdr")
    await evening.until(lambda: len(evening.messages) == 2)
    assert len({message.id for message in evening.messages}) == 2
    await person.leave()


async def test_a_server_killed_and_started_again_leaves_a_gap(server: Ngircd, gather, job: MakeJob) -> None:
    evening = await gather(job(server.port, "#radio"))
    await evening.until(lambda: evening.cursor)
    await server.stop()
    await server.start()
    await evening.until(lambda: evening.gaps)
    person = await Speaker.enter(server.port, "odile", "#radio")
    await person.say("#radio", "de retour")
    await evening.until(lambda: evening.texts == ["de retour"])
    await person.leave()


async def test_a_channel_kept_for_guests_is_told(server: Ngircd, gather, job: MakeJob) -> None:
    person = await Speaker.enter(server.port, "odile", "#salon")
    await person.send("MODE #salon +i")
    evening = await gather(job(server.port, "#salon", "#radio"))
    await evening.until(lambda: evening.rejects)
    assert evening.rejects[0].where == "#salon"
    await person.leave()


async def test_a_chosen_name_that_is_taken_is_told(server: Ngircd, gather, job: MakeJob) -> None:
    person = await Speaker.enter(server.port, "odile", "#radio")
    evening = await gather(job(server.port, "#radio", login="odile"))
    with pytest.raises(Exception, match="already taken"):
        await evening.ended()
    await person.leave()
