import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from palabre.connectors.contract import Job
from palabre.demo import OPENING

START = datetime(2026, 3, 17, tzinfo=UTC)
NOON = START + OPENING

MakeJob = Callable[..., Job]


class FakeClock:
    """A clock that goes on only when somebody sleeps; it remembers how long each sleep was."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.sleeps: list[float] = []

    def __call__(self) -> datetime:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    """The desk has just been opened."""
    clock = FakeClock(NOON)
    monkeypatch.setattr(asyncio, "sleep", clock.sleep)
    return clock


@pytest.fixture
def start() -> datetime:
    return START


@pytest.fixture
def job(clock: FakeClock) -> MakeJob:
    def make(part: str = "site", cursor: Mapping[str, Any] | None = None, **settings: Any) -> Job:
        told = {"part": part, "start": START.isoformat(), **settings}
        return Job(source=1, settings=told, secrets={}, cursor=cursor or {}, now=clock)

    return make
