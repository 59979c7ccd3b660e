"""Webhooks: 200 once it is on disk, and otherwise a clear word and nothing kept."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import msgspec
import pytest

from gate.conftest import SIGNING, SOURCES, Newsroom, RunningGate, start
from palabre.connectors.webhook import HEADER, MAX_BYTES, sign
from palabre.core.model import Delivery
from palabre.gate.config import Config
from palabre.store import secrets
from palabre.store.migrate import Connection


def body(*ids: str, text: str = "La rocade ferme encore…") -> bytes:
    return json.dumps({"messages": [{"id": one, "text": text} for one in ids]}).encode()


async def call(
    client: httpx.AsyncClient, newsroom: Newsroom, content: bytes, secret: str = SIGNING, **headers: str
) -> httpx.Response:
    headers.setdefault(HEADER, sign(content, secret, datetime.now(UTC)))
    return await client.post(newsroom.hook, content=content, headers=headers)


def kept(owner: Connection) -> list[str]:
    """Return the ids of the messages of the intake, oldest first."""
    rows: list[Any] = owner.execute("SELECT payload FROM intake ORDER BY id").fetchall()
    return [one.id for (payload,) in rows for one in msgspec.json.decode(payload, type=Delivery).messages]


async def test_a_call_is_on_disk_when_it_is_answered(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    answer = await call(client, newsroom, body("m1", "m2"))
    assert (answer.status_code, answer.json()) == (200, {"accepted": 2})
    assert kept(newsroom.owner) == ["m1", "m2"]
    assert newsroom.owner.execute("SELECT received, error_class FROM source_health").fetchone() == (2, None)


async def test_events_and_fields_left_aside_are_told(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    event = {"kind": "delete", "target": "m0"}
    content = json.dumps({"messages": [{"id": "m1", "text": "oui", "mood": 3}], "events": [event]}).encode()
    answer = (await call(client, newsroom, content)).json()
    assert answer["accepted"] == 1
    assert answer["events"] == 1
    assert list(answer["unknown"].values()) == [1]


async def test_sixty_four_senders_at_once_each_acknowledged_message_once(
    client: httpx.AsyncClient, newsroom: Newsroom
) -> None:
    async def sender(number: int) -> list[str]:
        acknowledged = []
        for turn in range(8):
            ids = [f"{number}-{turn}-{n}" for n in range(3)]
            if (await call(client, newsroom, body(*ids))).status_code == 200:
                acknowledged += ids
        return acknowledged

    acknowledged = [one for group in await asyncio.gather(*map(sender, range(64))) for one in group]
    assert len(acknowledged) == 64 * 8 * 3
    assert sorted(kept(newsroom.owner)) == sorted(acknowledged)
    assert newsroom.owner.execute("SELECT count(*) FROM intake").fetchone() == (64 * 8,)
    assert newsroom.owner.execute("SELECT received FROM source_health").fetchone() == (len(acknowledged),)


async def test_calls_of_one_sender_keep_their_order(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    for number in range(30):
        await call(client, newsroom, body(f"{number:02}"))
    assert kept(newsroom.owner) == [f"{number:02}" for number in range(30)]


async def test_the_same_call_twice_is_harmless(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    content = body("m1")
    signature = sign(content, SIGNING, datetime.now(UTC))
    answers = [await call(client, newsroom, content, **{HEADER: signature}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]


@pytest.mark.parametrize(
    "address", ["/hooks/5f1e9a9c-33d5-4bb1-9a3d-000000000000", "/hooks/nonsense", "/hooks/%00"]
)
async def test_an_unknown_source_is_not_found(client: httpx.AsyncClient, newsroom: Newsroom, address: str) -> None:
    answer = await client.post(address, content=b"{}")
    assert (answer.status_code, answer.json()["error"]) == (404, "unknown_source")


@pytest.mark.parametrize("change", ["removed_at = now()", "connector = 'feed'"])
async def test_what_is_no_longer_a_webhook_is_not_found(
    client: httpx.AsyncClient, newsroom: Newsroom, change: str
) -> None:
    newsroom.owner.execute(f"UPDATE source SET {change}".encode())
    assert (await call(client, newsroom, body("m1"))).status_code == 404


async def test_a_wrong_signature_is_refused_in_both_languages(
    client: httpx.AsyncClient, newsroom: Newsroom
) -> None:
    answer = await call(client, newsroom, body("m1"), secret="x" * 32)
    assert answer.status_code == 401
    said = answer.json()
    assert said["error"] == "signature_wrong"
    assert "signature" in said["message"]["fr"] and "signature" in said["message"]["en"]
    assert kept(newsroom.owner) == []


async def test_a_signature_out_of_its_window_is_refused(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    content = body("m1")
    old = sign(content, SIGNING, datetime.now(UTC) - timedelta(minutes=6))
    answer = await call(client, newsroom, content, **{HEADER: old})
    assert (answer.status_code, answer.json()["error"]) == (401, "signature_stale")


async def test_a_field_that_is_wrong_is_named(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    answer = await call(client, newsroom, b'{"messages":[{"id":"m1","text":"oui"},{"id":"m2"}]}')
    assert (answer.status_code, answer.json()["where"]) == (422, "messages[1].text")
    assert kept(newsroom.owner) == []


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"{", b"[" * 100_000, b'{"messages":[{"id":"a","text":"\\u0000"}', b"null"]
)
async def test_what_cannot_be_read_is_refused_and_the_gate_goes_on(
    client: httpx.AsyncClient, newsroom: Newsroom, content: bytes
) -> None:
    answer = await call(client, newsroom, content)
    assert answer.status_code in (400, 422)
    assert answer.json()["message"]["fr"]
    assert (await call(client, newsroom, body("after"))).status_code == 200


async def test_a_nul_in_a_text_is_taken(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    assert (await call(client, newsroom, b'{"id":"m1","text":"a\\u0000b"}')).status_code == 200
    assert kept(newsroom.owner) == ["m1"]


async def test_a_body_too_large_is_refused_before_it_comes(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    answer = await call(client, newsroom, b"x" * (MAX_BYTES + 1))
    assert (answer.status_code, answer.json()["error"]) == (413, "too_large")


async def test_a_body_that_does_not_tell_its_length_is_bounded_too(
    client: httpx.AsyncClient, newsroom: Newsroom
) -> None:
    async def pieces() -> Any:
        for _ in range(MAX_BYTES // 65_536 + 2):
            yield b"x" * 65_536

    answer = await client.post(newsroom.hook, content=pieces(), headers={HEADER: "t=1,v1=" + "0" * 64})
    assert answer.status_code == 413


async def test_a_body_in_pieces_is_taken(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    content = body("m1")

    async def pieces() -> Any:
        for place in range(0, len(content), 7):
            yield content[place : place + 7]

    signature = sign(content, SIGNING, datetime.now(UTC))
    assert (await client.post(newsroom.hook, content=pieces(), headers={HEADER: signature})).status_code == 200
    assert kept(newsroom.owner) == ["m1"]


async def test_a_large_call_is_taken(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    content = body(*(f"m{n}" for n in range(1_000)), text="é" * 400)
    assert (await call(client, newsroom, content)).json() == {"accepted": 1_000}


async def test_only_post_is_taken(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    answer = await client.get(newsroom.hook)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_a_paused_source_asks_to_come_back(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    newsroom.owner.execute("UPDATE source SET state = 'paused'")
    answer = await call(client, newsroom, body("m1"))
    assert (answer.status_code, answer.json()["error"]) == (503, "source_paused")
    assert int(answer.headers["retry-after"]) > 0


async def test_a_new_secret_holds_as_soon_as_it_is_told(client: httpx.AsyncClient, newsroom: Newsroom) -> None:
    assert (await call(client, newsroom, body("m1"))).status_code == 200
    sealed = secrets.seal({"secret": "f" * 32, "previous_secret": SIGNING}, SOURCES)
    newsroom.owner.execute("UPDATE source SET secrets = %s", (sealed,))
    newsroom.owner.execute("NOTIFY config")
    async with asyncio.timeout(5):
        while (await call(client, newsroom, body("m2"), secret="f" * 32)).status_code != 200:
            await asyncio.sleep(0.01)
    assert (await call(client, newsroom, body("m3"))).status_code == 200  # the previous one, while it is kept


async def test_secrets_sealed_with_another_key_are_no_fault_of_the_sender(
    client: httpx.AsyncClient, newsroom: Newsroom
) -> None:
    newsroom.owner.execute("UPDATE source SET secrets = %s", (secrets.seal({"secret": SIGNING}, "another"),))
    answer = await call(client, newsroom, body("m1"))
    assert (answer.status_code, answer.json()["error"]) == (503, "secrets_unreadable")


async def test_too_far_behind_asks_to_come_back(config: Config, newsroom: Newsroom) -> None:
    running = await start(replace(config, max_pending=10))
    try:
        async with httpx.AsyncClient(base_url=running.url) as client:
            first = await call(client, newsroom, body(*(f"m{n}" for n in range(11))))
            second = await call(client, newsroom, body("late"))
            assert (first.status_code, second.status_code) == (200, 429)
            assert second.json()["error"] == "too_many_pending"
            assert int(second.headers["retry-after"]) > 0
            newsroom.owner.execute("DELETE FROM intake")
            async with asyncio.timeout(10):
                while (await call(client, newsroom, body("late"))).status_code != 200:
                    await asyncio.sleep(0.05)
        assert kept(newsroom.owner) == ["late"]
    finally:
        await running.stop()


async def test_a_source_deleted_under_a_call_falls_alone(
    client: httpx.AsyncClient, gate: RunningGate, newsroom: Newsroom
) -> None:
    """A group commit must not fail for the calls of others."""
    other = newsroom.house.source(
        newsroom.workspace, name="Autre", secrets=secrets.seal({"secret": SIGNING}, SOURCES)
    )
    gone = Newsroom(newsroom.house, newsroom.owner, newsroom.workspace, newsroom.person, other)
    hook = gone.hook
    assert (await call(client, gone, body("m0"))).status_code == 200  # remembered for a few seconds
    newsroom.owner.execute("DELETE FROM source WHERE id = %s", (other,))
    content = body("lost")
    signature = sign(content, SIGNING, datetime.now(UTC))
    calls = [call(client, newsroom, body(f"m{n}")) for n in range(20)]
    calls.insert(7, client.post(hook, content=content, headers={HEADER: signature}))
    answers = await asyncio.gather(*calls)
    assert [answer.status_code for answer in answers].count(200) == 20
    assert answers[7].status_code == 404
    assert sorted(kept(newsroom.owner)) == sorted(f"m{n}" for n in range(20))
