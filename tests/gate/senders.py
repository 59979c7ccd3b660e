"""Sites that send numbered messages, each once, and remember what they were answered."""

import asyncio
import collections
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import msgspec
import psycopg

from gate.conftest import SIGNING
from palabre.connectors.webhook import HEADER, sign
from palabre.core.model import Delivery


def call_body(number: int, length: int = 0) -> bytes:
    """Return a call with message ``number``, its text at least ``length`` long."""
    text = f"Message numéro {number}".ljust(length, ".")
    return json.dumps({"messages": [{"id": f"{number:06}", "text": text}]}).encode()


def signed(body: bytes) -> dict[str, str]:
    """Return the headers of a call signed now."""
    return {HEADER: sign(body, SIGNING, datetime.now(UTC))}


async def post(client: httpx.AsyncClient, hook: str, number: int, length: int = 0) -> int:
    """Send message ``number`` once; return the status, 0 when there was no answer."""
    body = call_body(number, length)
    try:
        answer = await client.post(hook, content=body, headers=signed(body))
    except httpx.TransportError:
        return 0
    return answer.status_code


def counted(url: str) -> collections.Counter[str]:
    """Return how many times each message is in the intake."""
    with psycopg.connect(url) as connection:
        rows: list[Any] = connection.execute("SELECT payload FROM intake ORDER BY id").fetchall()
    deliveries = [msgspec.json.decode(payload, type=Delivery) for (payload,) in rows]
    return collections.Counter(one.id for delivery in deliveries for one in delivery.messages)


async def keep_sending(
    url: str, hook: str, numbers: Iterator[int], statuses: dict[int, int], senders: int = 8, length: int = 0
) -> None:
    """Send each number once, until there are no more."""

    async def sender() -> None:
        async with httpx.AsyncClient(base_url=url, timeout=30) as client:
            for number in numbers:
                statuses[number] = await post(client, hook, number, length)

    await asyncio.gather(*(sender() for _ in range(senders)))


def acknowledged(statuses: dict[int, int]) -> set[str]:
    return {f"{number:06}" for number, status in statuses.items() if status == 200}
