"""The health page: 200 when every part answers, else 503 that names which does not, and no one's sources."""

import asyncio
from typing import Any

import httpx
import pytest

from gate.conftest import Newsroom
from gate.desk import Asked, FakeDesk, say
from palabre import __version__
from palabre.gate import healthz
from palabre.gate.healthz import report


@pytest.fixture(autouse=True)
def ask_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(healthz, "_FRESH", 0.0)


def beat(newsroom: Newsroom, name: str, ago: str = "0 seconds") -> None:
    newsroom.owner.execute(
        "INSERT INTO process (name, pid, beat_at) VALUES (%s, 1, now() - %s::interval)"
        " ON CONFLICT (name) DO UPDATE SET beat_at = excluded.beat_at",
        (name, ago),
    )


async def healthy(client: httpx.AsyncClient, newsroom: Newsroom) -> dict[str, Any]:
    beat(newsroom, "worker")
    beat(newsroom, "collector")
    answer = await client.get("/healthz")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert isinstance(found, dict)
    return found


async def test_when_all_answers(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    failing = newsroom.house.source(newsroom.workspace, name="Flux en panne")
    newsroom.owner.execute("UPDATE source_health SET error_class = 'gone' WHERE source_id = %s", (failing,))
    newsroom.house.source(newsroom.workspace, name="En pause", state="paused")
    newsroom.house.source(newsroom.workspace, name="Fichier lu", state="done")
    newsroom.owner.execute(
        "INSERT INTO intake (workspace_id, source_id, count, payload) VALUES (%s, %s, 7, '')",
        (newsroom.workspace, newsroom.source),
    )
    newsroom.house.message(newsroom.source, "Enfin une bonne nouvelle")
    newsroom.owner.execute("ANALYZE message")
    assert await healthy(client, newsroom) == {
        "status": "ok",
        "version": __version__,
        "messages": 1,
        "pending": 7,
        "sources": {"active": 1, "failing": 1, "paused": 1},
    }


async def test_the_page_names_no_source(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    await healthy(client, newsroom)
    page = (await client.get("/healthz")).text
    assert "Commentaires" not in page and "courrier" not in page


@pytest.mark.parametrize("name", ["worker", "collector"])
async def test_a_process_that_beats_no_more_is_named(
    client: httpx.AsyncClient, newsroom: Newsroom, name: str
) -> None:
    await healthy(client, newsroom)
    beat(newsroom, name, "16 seconds")
    answer = await client.get("/healthz")
    assert (answer.status_code, answer.json()["failing"]) == (503, [name])


async def test_a_desk_that_is_away_or_broken_is_named(
    client: httpx.AsyncClient, newsroom: Newsroom, desk: FakeDesk
) -> None:
    async def broken(asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await say(writer, b"", "500 Internal Server Error")

    await healthy(client, newsroom)
    desk.answer = broken
    assert (await client.get("/healthz")).json()["failing"] == ["desk"]
    await desk.fall()
    answer = await client.get("/healthz")
    assert (answer.status_code, answer.json()["failing"], answer.json()["status"]) == (503, ["desk"], "failing")


async def test_the_gate_beats(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    async with asyncio.timeout(10):
        while not newsroom.owner.execute("SELECT 1 FROM process WHERE name = 'gate'").fetchone():
            await asyncio.sleep(0.02)


async def test_a_crowd_costs_one_look(
    client: httpx.AsyncClient, newsroom: Newsroom, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(healthz, "_FRESH", 60.0)
    answers = await asyncio.gather(*(client.get("/healthz") for _ in range(30)))
    assert len({answer.text for answer in answers}) == 1
    assert len(desk.asked) == 1


async def test_only_reading_is_taken(client: httpx.AsyncClient) -> None:
    assert (await client.post("/healthz")).status_code == 405
    assert (await client.head("/healthz")).content == b""


def test_without_database_nothing_is_claimed_of_the_others() -> None:
    status, body = report(None, desk=True)
    assert (status, body["failing"]) == (503, ["database"])
    assert "messages" not in body and "sources" not in body


def test_everything_that_fails_is_named() -> None:
    facts = {"beating": ["gate"], "messages": 0, "pending": 0, "sources": {}}
    assert report(facts, desk=False)[1]["failing"] == ["desk", "worker", "collector"]
