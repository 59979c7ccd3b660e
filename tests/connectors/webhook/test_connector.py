"""The webhook as a source: its settings, its test, and that it fetches nothing."""

from datetime import UTC, datetime
from pathlib import Path

from palabre.connectors.contract import Job
from palabre.connectors.webhook import CONNECTOR

GOOD = "ab" * 32


def job(secrets: dict[str, str]) -> Job:
    return Job(1, {}, secrets, {}, lambda: datetime(2026, 3, 2, tzinfo=UTC), Path())


def test_a_secret_is_asked_for_and_must_be_long() -> None:
    assert [field for field, _, _ in CONNECTOR.problems({}, {})] == ["secret"]
    assert [field for field, _, _ in CONNECTOR.problems({}, {"secret": "court"})] == ["secret"]
    assert [f for f, _, _ in CONNECTOR.problems({}, {"secret": GOOD, "previous_secret": "x"})] == [
        "previous_secret"
    ]
    assert CONNECTOR.problems({}, {"secret": GOOD, "previous_secret": ""}) == []


async def test_the_test_of_the_connection_says_what_remains_to_do() -> None:
    assert not (await CONNECTOR.check(job({}))).ok
    ready = await CONNECTOR.check(job({"secret": GOOD}))
    assert ready.ok
    assert "first signed call" in ready.message_en


async def test_nothing_is_fetched() -> None:
    assert [delivery async for delivery in CONNECTOR.collect(job({"secret": GOOD}))] == []
