"""The second reading, over a real database and a real server: what changes, and what never stalls."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from psycopg_pool import AsyncConnectionPool

from house import NOW, House
from palabre.pipeline.providers import read_again
from palabre.pipeline.providers.stage import Stage
from palabre.store.migrate import Connection
from palabre.store.secrets import seal

from .server import chat, serving
from .test_asking import Session

KEY = "the key of the tests"


@pytest.fixture
async def stage(database: str, tmp_path: Path) -> AsyncIterator[Stage]:
    async with AsyncConnectionPool(database, min_size=1, max_size=3, kwargs={"autocommit": True}) as pool:
        yield Stage(pool, KEY, tmp_path)


class Desk:
    """A workspace with an insult that waits for a second reading."""

    def __init__(self, house: House, owner: Connection) -> None:
        self.house, self.owner = house, owner
        self.workspace = house.workspace()
        self.source = house.source(self.workspace)
        self.provider = 0

    def ask(self, address: str, **more: Any) -> None:
        settings = {"address": address, "model": "petit", "private": True, **more.pop("settings", {})}
        columns = {"kind": "chat", "sends_text": True, "state": "active", "seconds": 5, "budget": 100, **more}
        (self.provider,) = self.owner.execute(  # type: ignore[misc]
            "INSERT INTO provider (workspace_id, name, kind, signals, settings, secrets, sends_text, state,"
            " seconds, budget) VALUES (%s, 'Notre modèle', %s, '{insult,hate}', %s, %s, %s, %s, %s, %s)"
            " RETURNING id",
            (self.workspace, columns["kind"], json.dumps(settings), seal({"key": "sk"}, KEY), columns["sends_text"],
             columns["state"], columns["seconds"], columns["budget"]),
        ).fetchone()  # fmt: skip

    def message(self, text: str = "Quel mollusque", insult: float = 0.0) -> int:
        made = self.house.message(self.source, text, NOW)
        if insult:
            self.house.signal(made, "insult", insult)
        self.owner.execute(
            "INSERT INTO second_look (workspace_id, provider_id, message_id) VALUES (%s, %s, %s)",
            (self.workspace, self.provider, made),
        )
        return made

    def signals(self, message: int) -> Any:
        rows = self.owner.execute(
            "SELECT name, score, model FROM signal WHERE message_id = %s ORDER BY 1", (message,)
        )
        return [(name, round(score, 2), model) for name, score, model in rows]  # type: ignore[call-overload]

    def waiting(self) -> Any:
        row = self.owner.execute("SELECT count(*) FROM second_look").fetchone()
        return row[0] if row else None

    def health(self, columns: str) -> Any:
        return self.owner.execute(f"SELECT {columns} FROM provider_health").fetchone()  # type: ignore[arg-type]


@pytest.fixture
def desk(house: House, owner: Connection) -> Desk:
    return Desk(house, owner)


async def test_it_takes_the_place_of_the_built_in_signal_and_moves_the_message(stage: Stage, desk: Desk) -> None:
    async with serving(lambda call: (200, chat(insult=0.95, hate=0.05))) as server:
        desk.ask(server.address)
        message = desk.message(insult=0.4)
        assert await stage.turn() == 1
    assert desk.signals(message) == [("insult", 0.95, "sent:Notre modèle")]
    row = desk.owner.execute("SELECT priority, proposed, article FROM message").fetchone()
    assert row is not None and row[1:] == ("remove", "insult") and row[0] > 40  # type: ignore[operator]
    assert desk.waiting() == 0 and desk.health("calls, streak, answered_at IS NOT NULL") == (1, 0, True)
    assert desk.owner.execute("SELECT kind FROM announcement").fetchall() == [("reread",)]
    assert server.calls[0].headers["authorization"] == "bearer sk"


async def test_copies_cost_one_call(stage: Stage, desk: Desk) -> None:
    async with serving(lambda call: (200, chat(insult=0.9, hate=0.1))) as server:
        desk.ask(server.address)
        desk.message("Même texte")
        await stage.turn()
        desk.message("Même texte")
        await stage.turn()
    assert len(server.calls) == 1 and desk.health("calls") == (1,)


@pytest.mark.parametrize("answer", [None, (500, b""), (200, b"garbage")])
async def test_a_failing_one_leaves_what_was_there(stage: Stage, desk: Desk, answer: Any) -> None:
    async with serving(lambda call: answer) as server:
        desk.ask(server.address, seconds=0.2)
        message = desk.message(insult=0.4)
        await stage.turn()
    assert desk.signals(message) == [("insult", 0.4, "test")]
    failures, error = desk.health("failures, error")
    assert failures >= 1 and error


async def test_after_five_failures_it_is_left_alone(stage: Stage, desk: Desk) -> None:
    async with serving(lambda call: (503, b"")) as server:
        desk.ask(server.address)
        for number in range(8):
            desk.message(f"m{number}")
        for _ in range(5):
            await stage.turn()
        asked = len(server.calls)
        await stage.turn()
        assert len(server.calls) == asked, "the circuit is open"
    assert desk.health("streak >= 5, open_until > now()") == (True, True)
    assert desk.waiting() == 8, "they may be asked about later"


async def test_a_text_that_it_refuses_does_not_block_the_others(stage: Stage, desk: Desk) -> None:
    def answer(call: Any) -> tuple[int, bytes]:
        bad = "poison" in call.body["messages"][1]["content"]
        return (400, b"") if bad else (200, chat(insult=0.9, hate=0.1))

    async with serving(answer) as server:
        desk.ask(server.address)
        bad, good = desk.message("poison"), desk.message("antidote")
        await stage.turn()
    assert desk.signals(bad) == [] and desk.signals(good) != [] and desk.waiting() == 0


async def test_the_budget_of_the_day_holds(stage: Stage, desk: Desk) -> None:
    async with serving(lambda call: (200, chat(insult=0.9, hate=0.1))) as server:
        desk.ask(server.address, budget=2)
        for number in range(5):
            desk.message(f"m{number}")
        for _ in range(3):
            await stage.turn()
        assert len(server.calls) == 2 and desk.waiting() == 0
        assert "used up" in desk.health("error")[0]
        desk.owner.execute("UPDATE provider_health SET day = current_date - 1")
        desk.message("demain")
        await stage.turn()
        assert len(server.calls) == 3, "the next day begins at nought"


async def test_an_edit_meanwhile_wins(stage: Stage, desk: Desk) -> None:
    def answer(call: Any) -> tuple[int, bytes]:
        desk.owner.execute("UPDATE message SET text = 'Autre', revision = 2")
        return 200, chat(insult=0.9, hate=0.1)

    async with serving(answer) as server:
        desk.ask(server.address)
        message = desk.message()
        await stage.turn()
    assert desk.signals(message) == []


async def test_what_has_waited_too_long_and_what_was_paused_leaves(stage: Stage, desk: Desk) -> None:
    desk.ask("http://127.0.0.1:9/v1")
    desk.message()
    desk.owner.execute("UPDATE second_look SET asked_at = now() - %s", (timedelta(minutes=11),))
    await stage.turn()
    assert desk.waiting() == 0
    desk.message("m")
    desk.owner.execute("UPDATE provider SET state = 'paused'")
    await stage.turn()
    assert desk.waiting() == 0


async def test_the_database_itself_refuses_to_start_without_consent(desk: Desk) -> None:
    with pytest.raises(Exception, match="check constraint"):
        desk.ask("https://m.example", sends_text=False)


async def test_a_model_file_on_this_machine(stage: Stage, desk: Desk) -> None:
    stage.open_model = lambda folder, provider: Session(np.array([[0.8, 0.1]]))
    desk.ask("", kind="onnx", sends_text=False, settings={"address": "m.onnx"})
    message = desk.message()
    await stage.turn()
    assert desk.signals(message) == [("insult", 0.8, "file:Notre modèle")]


async def test_a_missing_model_file_falls_back(stage: Stage, desk: Desk) -> None:
    desk.ask("", kind="onnx", sends_text=False, settings={"address": "absent.onnx"})
    message = desk.message(insult=0.4)
    await stage.turn()
    assert desk.signals(message) == [("insult", 0.4, "test")] and "absent.onnx" in desk.health("error")[0]


async def test_it_runs_until_told_to_stop_though_nothing_comes(stage: Stage, desk: Desk) -> None:
    stop = asyncio.Event()
    task = asyncio.create_task(stage.run(stop))
    await asyncio.sleep(0.05)
    stop.set()
    await asyncio.wait_for(task, 10)


async def test_the_first_message_that_waits_brings_the_stage(stage: Stage, desk: Desk, tmp_path: Path) -> None:
    stop = asyncio.Event()
    async with serving(lambda call: (200, chat(insult=0.95, hate=0.05))) as server:
        desk.ask(server.address)
        task = asyncio.create_task(read_again(stage.pool, KEY, tmp_path, stop))
        await asyncio.sleep(0.05)
        message = desk.message(insult=0.4)
        for _ in range(600):
            if not desk.waiting():
                break
            await asyncio.sleep(0.05)
    stop.set()
    await asyncio.wait_for(task, 10)
    assert desk.signals(message) == [("insult", 0.95, "sent:Notre modèle")]


async def test_nothing_that_waits_brings_nothing(stage: Stage, tmp_path: Path) -> None:
    stop = asyncio.Event()
    task = asyncio.create_task(read_again(stage.pool, KEY, tmp_path, stop))
    await asyncio.sleep(0.05)
    stop.set()
    await asyncio.wait_for(task, 10)
