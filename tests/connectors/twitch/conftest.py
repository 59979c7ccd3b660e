"""A listener's evening: a connector at work in the background, and what it has handed over so far."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from palabre.connectors.contract import Connector, Job
from palabre.connectors.twitch.client import TwitchConnector
from palabre.connectors.twitch.pace import Pace
from palabre.core.model import Delivery, Event, Gap, Message, Reject

#: Waits are short, so that a test of a wait does not wait.
QUICK = Pace(
    connect=5, join=1, silence=2, answer=5, beat=0.05, steady=0, first_wait=0.02, longest_wait=0.1, tries=400
)


class SteppingClock:
    """Each look at it is a second later: times differ, and tests know them."""

    def __init__(self) -> None:
        self._seconds = itertools.count()

    def __call__(self) -> datetime:
        return datetime(2026, 3, 2, 20, 0, tzinfo=UTC) + timedelta(seconds=next(self._seconds))


class Gathering:
    """Collects in a task, as the worker does, and keeps all that is handed over."""

    def __init__(self, connector: Connector, job: Job) -> None:
        self.deliveries: list[Delivery] = []
        self.task = asyncio.create_task(self._run(connector, job))

    async def _run(self, connector: Connector, job: Job) -> None:
        async for delivery in connector.collect(job):
            self.deliveries.append(delivery)

    @property
    def messages(self) -> list[Message]:
        return [message for delivery in self.deliveries for message in delivery.messages]

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.messages]

    @property
    def events(self) -> list[Event]:
        return [event for delivery in self.deliveries for event in delivery.events]

    @property
    def gaps(self) -> list[Gap]:
        return [gap for delivery in self.deliveries for gap in delivery.gaps]

    @property
    def rejects(self) -> list[Reject]:
        return [reject for delivery in self.deliveries for reject in delivery.rejects]

    @property
    def cursor(self) -> Mapping[str, Any]:
        return next((one.cursor for one in reversed(self.deliveries) if one.cursor), {})

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until something is so; fails loudly when collecting ended or nothing comes."""
        async with asyncio.timeout(20):
            while not condition():
                if self.task.done():
                    self.task.result()
                    raise AssertionError("collecting ended by itself")
                await asyncio.sleep(0.005)

    async def ended(self) -> None:
        """Wait for the error that ends collecting, and raise it."""
        async with asyncio.timeout(20):
            await asyncio.shield(self.task)

    async def stop(self) -> None:
        self.task.cancel()
        await asyncio.wait([self.task])


Gather = Callable[..., Awaitable[Gathering]]


def job_for(port: int, *channels: str, cursor: Mapping[str, Any] | None = None, **settings: Any) -> Job:
    """A job for a server of 127.0.0.1."""
    token = settings.pop("token", "")
    where = {"host": "127.0.0.1", "port": port, "transport": "tcp", "channels": list(channels), **settings}
    return Job(7, where, {"token": token}, cursor or {}, SteppingClock(), Path())


@pytest.fixture
async def gather() -> AsyncIterator[Gather]:
    """Start collecting; all is stopped at the end of the test."""
    started: list[Gathering] = []

    async def start(job: Job, connector: Connector | None = None) -> Gathering:
        gathering = Gathering(connector or TwitchConnector(QUICK, chance=lambda: 0.5), job)
        started.append(gathering)
        return gathering

    yield start
    for gathering in started:
        await gathering.stop()


@pytest.fixture
def job() -> Callable[..., Job]:
    """Make a job for a server of 127.0.0.1."""
    return job_for


@pytest.fixture
def quick() -> Pace:
    """The short waits of these tests."""
    return QUICK
