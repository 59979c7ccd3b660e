"""The collector runs sources whose time has come, commits what they say, and notes how that went."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from psycopg_pool import AsyncConnectionPool

from house import House
from palabre.connectors.contract import Check, Job, Manifest, SourceError
from palabre.core.model import Delivery, Gap, Message
from palabre.pipeline.collector import Collector
from palabre.pipeline.rests import after_error, after_poll
from palabre.store.migrate import Connection

Script = Callable[[Job], AsyncIterator[Delivery]]


@dataclass
class Scripted:
    """A connector that does what a test says."""

    script: Script
    rhythm: str = "poll"
    manifest: Manifest = field(init=False)

    def __post_init__(self) -> None:
        self.manifest = Manifest("feed", "", "", "web", self.rhythm, frozenset({"read"}), ())  # type: ignore[arg-type]

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[tuple[str, str, str]]:
        return []

    async def check(self, job: Job) -> Check:
        return Check(True, "", "")

    def collect(self, job: Job) -> AsyncIterator[Delivery]:
        return self.script(job)


@asynccontextmanager
async def collecting(url: str, tmp_path: Path, connector: Scripted) -> AsyncIterator[Collector]:
    pool = AsyncConnectionPool(url, min_size=1, max_size=3, open=False, kwargs={"autocommit": True})
    async with pool:
        collector = Collector(pool, "k", tmp_path, find=lambda _: connector)
        stop = asyncio.Event()
        running = asyncio.create_task(collector.run(stop))
        try:
            yield collector
        finally:
            stop.set()
            await asyncio.wait_for(running, 10)


async def until(true: Callable[[], Any], patience: float = 15) -> None:
    async with asyncio.timeout(patience):
        while not true():
            await asyncio.sleep(0.02)


def said(number: int) -> Message:
    return Message(id=f"m{number}", text=f"Message {number}", published=datetime(2026, 11, 20, tzinfo=UTC))


def health(owner: Connection, source: int) -> dict[str, Any]:
    row = owner.execute("SELECT to_jsonb(h) FROM source_health h WHERE source_id = %s", (source,)).fetchone()
    assert row is not None and isinstance(row[0], dict)
    return row[0]


@pytest.fixture
def source(house: House) -> int:
    return house.source(house.workspace(), connector="feed")


async def test_a_polled_source_is_committed_with_its_cursor_and_rests_as_it_asked(
    source: int, owner: Connection, database: str, tmp_path: Path
) -> None:
    async def script(job: Job) -> AsyncIterator[Delivery]:
        yield Delivery(messages=(said(1), said(2)), cursor={"etag": "x", "next_in": 1800})

    async with collecting(database, tmp_path, Scripted(script)):
        await until(lambda: health(owner, source)["last_success_at"] and not health(owner, source)["leased_by"])
    found = health(owner, source)
    assert (found["cursor"], found["received"]) == ({"etag": "x", "next_in": 1800}, 2)
    rest = owner.execute("SELECT extract(epoch FROM next_run_at - now()) FROM source_health").fetchone()
    assert rest is not None and 1700 < float(str(rest[0])) <= 1800
    assert owner.execute("SELECT count FROM intake").fetchall() == [(2,)]


async def test_a_source_goes_on_from_its_cursor(
    source: int, owner: Connection, database: str, tmp_path: Path
) -> None:
    owner.execute("""UPDATE source_health SET cursor = '{"at": 7}'""")
    seen: list[Any] = []

    async def script(job: Job) -> AsyncIterator[Delivery]:
        seen.append(job.cursor)
        yield Delivery(cursor={"at": 8})

    async with collecting(database, tmp_path, Scripted(script)):
        await until(lambda: health(owner, source)["cursor"] == {"at": 8})
    assert seen == [{"at": 7}]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (SourceError("throttled", "Revenez plus tard.", retry_after=900), "throttled"),
        (SourceError("gone", "Cette page n’existe plus."), "gone"),
        (KeyError("a defect of the connector"), "defect"),
    ],
)
async def test_an_error_is_shown_and_the_source_rests(
    error: Exception, kind: str, source: int, owner: Connection, database: str, tmp_path: Path
) -> None:
    async def script(job: Job) -> AsyncIterator[Delivery]:
        yield Delivery(messages=(said(1),))
        raise error

    async with collecting(database, tmp_path, Scripted(script)):
        await until(lambda: health(owner, source)["error_class"])
    found = health(owner, source)
    assert (found["error_class"], found["error_streak"], found["leased_by"]) == (kind, 1, None)
    assert owner.execute("SELECT count(*) FROM intake").fetchone() == (1,), "what was handed over is kept"
    waits = owner.execute("SELECT next_run_at > now() + interval '30 seconds' FROM source_health").fetchone()
    assert waits == (True,)


async def test_a_source_read_to_its_end_is_done(
    source: int, owner: Connection, database: str, tmp_path: Path
) -> None:
    async def script(job: Job) -> AsyncIterator[Delivery]:
        yield Delivery(messages=(said(1),), gaps=(Gap(said(1).published, said(1).published, "coupure"),))

    async with collecting(database, tmp_path, Scripted(script, rhythm="once")):
        await until(lambda: owner.execute("SELECT state FROM source").fetchone() == ("done",))
    assert owner.execute("SELECT reason FROM gap").fetchall() == [("coupure",)]


async def test_a_stream_ends_at_once_when_its_source_is_paused(
    source: int, owner: Connection, database: str, tmp_path: Path
) -> None:
    ended: list[bool] = []

    async def script(job: Job) -> AsyncIterator[Delivery]:
        try:
            yield Delivery(messages=(said(1),))
            await asyncio.sleep(3600)
        finally:
            ended.append(True)

    async with collecting(database, tmp_path, Scripted(script, rhythm="stream")) as collector:
        await until(lambda: collector.running and health(owner, source)["received"] == 1)
        owner.execute("UPDATE source SET state = 'paused'")
        await until(lambda: ended and not collector.running)
        await until(lambda: health(owner, source)["leased_by"] is None)  # given back right after


async def test_new_settings_are_taken_up(source: int, owner: Connection, database: str, tmp_path: Path) -> None:
    seen: list[Mapping[str, Any]] = []

    async def script(job: Job) -> AsyncIterator[Delivery]:
        seen.append(job.settings)
        yield Delivery(messages=(said(len(seen)),))
        await asyncio.sleep(3600)

    async with collecting(database, tmp_path, Scripted(script, rhythm="stream")):
        await until(lambda: len(seen) == 1)
        owner.execute("""UPDATE source SET settings = '{"channel": "courrier"}'""")
        await until(lambda: len(seen) == 2)
    assert seen[1] == {"channel": "courrier"}


async def test_two_collectors_never_run_the_same_source(
    source: int, owner: Connection, database: str, tmp_path: Path
) -> None:
    runs: list[int] = []

    async def script(job: Job) -> AsyncIterator[Delivery]:
        runs.append(job.source)
        yield Delivery(messages=(said(1),))
        await asyncio.sleep(3600)

    connector = Scripted(script, rhythm="stream")
    async with collecting(database, tmp_path, connector), collecting(database, tmp_path, connector):
        await until(lambda: runs)
        await asyncio.sleep(2.5)
    assert runs == [source]


async def test_a_lease_left_by_a_crash_is_free_again_after_its_minute(
    source: int, owner: Connection, database: str, tmp_path: Path
) -> None:
    owner.execute("UPDATE source_health SET leased_by = 'dead', leased_until = now() + interval '2 seconds'")
    runs: list[int] = []

    async def script(job: Job) -> AsyncIterator[Delivery]:
        runs.append(job.source)
        yield Delivery(cursor={})

    async with collecting(database, tmp_path, Scripted(script)):
        await until(lambda: runs)
    assert runs == [source]


def test_rests_double_and_are_bounded() -> None:
    assert [after_error("temporary", streak, None) for streak in (0, 1, 2, 30)] == [5, 10, 20, 600]
    assert after_error("throttled", 0, 7_200) == 7_200
    assert after_error("throttled", 0, 10**9) == 86_400
    assert after_error("defect", 0, None) == 60


def test_a_poll_rests_as_long_as_its_cursor_asks_within_reason() -> None:
    assert [after_poll(asked) for asked in (None, "soon", True, 0, 90, 10**9)] == [600, 600, 600, 1, 90, 86_400]
