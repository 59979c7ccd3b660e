"""The second reading: a task of the collector's process, after messages are stored. Nothing waits for it.

It takes some messages of each provider, asks, writes what came back in short transactions. What fails stays for a
later turn, and leaves after ten minutes with what the built-in reader said.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from psycopg_pool import AsyncConnectionPool

from palabre.pipeline.providers import onnx
from palabre.pipeline.providers.breaker import rest
from palabre.pipeline.providers.http import Asker
from palabre.pipeline.providers.memory import Memory
from palabre.pipeline.providers.model import BadAnswer, NoAnswer, Provider, Scores
from palabre.pipeline.providers.writing import SQL, write
from palabre.store.secrets import SecretsError, open_secrets

log = logging.getLogger(__name__)

#: Texts of one provider in one turn, and asked at once; seconds between turns, and that a message waits at most.
MOST, AT_ONCE, PAUSE, PATIENCE = 32, 4, 1.0, 600.0

Pool = AsyncConnectionPool[psycopg.AsyncConnection[Any]]


class Waiting(NamedTuple):
    """A message that a provider is to be asked about."""

    look: int
    message: int
    text: str
    revision: int


@dataclass(slots=True)
class _Turn:
    """What came of one turn with one provider. ``done``: messages that need not be asked about again."""

    scores: dict[int, Scores] = field(default_factory=dict)
    done: list[int] = field(default_factory=list)
    failures: int = 0
    error: str = ""
    away: bool = False


@dataclass
class Stage:
    """Asks providers. ``pool`` gives connections in autocommit under the owner's role, ``key`` opens secrets."""

    pool: Pool
    key: str
    models: Path
    asker: Asker = field(default_factory=Asker)
    open_model: Callable[[Path, Provider], onnx.Session] = onnx.open_model
    memory: Memory = field(default_factory=Memory)
    _sessions: dict[tuple[int, str], onnx.Session] = field(default_factory=dict)

    async def run(self, stop: asyncio.Event) -> None:
        """Read until ``stop``. A database that is away is waited for."""
        while not stop.is_set():
            try:
                asked = await self.turn()
            except (psycopg.Error, OSError) as error:
                log.info("The second reading waits for the database (%s).", type(error).__name__)
                asked = 0
            if not asked:
                await _either(stop, PAUSE)

    async def turn(self) -> int:
        """Ask each provider that is ready about its next messages; return how many were looked at."""
        await self._rows("forget_late", patience=PATIENCE)
        ready = [self._provider(row) for row in await self._rows("ready")]
        done = await asyncio.gather(*(self._serve(provider) for provider in ready))
        return sum(done)

    async def _serve(self, provider: Provider) -> int:
        if provider.left <= 0:
            await self._note_wrong(provider, 0, "the calls of the day are used up: the built-in reader reads on")
            await self._rows("drop_all_looks", provider=provider.id)
            return 0
        rows = await self._rows("next_texts", provider=provider.id, most=min(MOST, provider.left))
        waiting = [Waiting(*row) for row in rows]
        if not waiting:
            return 0
        turn = await self._ask(provider, waiting)
        await self._write(provider, waiting, turn)
        await self._note(provider, turn)
        return len(turn.done)

    async def _ask(self, provider: Provider, waiting: Sequence[Waiting]) -> _Turn:
        turn = _Turn()
        fresh = []
        for one in waiting:
            known = self.memory.get(provider, one.text)
            if known is None:
                fresh.append(one)
            else:
                turn.scores[one.look] = known
        if fresh:
            await self._rows("count_calls", provider=provider.id, workspace=provider.workspace, calls=len(fresh))
            await (
                self._ask_file(provider, fresh, turn)
                if provider.kind == "onnx"
                else self._ask_all(provider, fresh, turn)
            )
        turn.done += turn.scores
        return turn

    async def _ask_file(self, provider: Provider, waiting: Sequence[Waiting], turn: _Turn) -> None:
        """Read with a model file, all texts at once, beside the loop and within the provider's seconds."""
        try:
            async with asyncio.timeout(provider.seconds * len(waiting)):
                found = await asyncio.to_thread(self._read_file, provider, [one.text for one in waiting])
        except TimeoutError:
            turn.failures, turn.error = 1, f"no answer within {provider.seconds:g} seconds a message"
        except (NoAnswer, BadAnswer) as error:
            turn.failures, turn.error = 1, str(error)
            turn.done += [one.look for one in waiting] if isinstance(error, BadAnswer) else []
        else:
            for one, scores in zip(waiting, found, strict=True):
                self._keep(provider, one, scores, turn)

    def _read_file(self, provider: Provider, texts: Sequence[str]) -> list[Scores]:
        place = (provider.id, str(provider.settings.get("address", "")))
        if place not in self._sessions:
            self._sessions[place] = self.open_model(self.models, provider)
        return onnx.read_with(self._sessions[place], provider, texts)

    async def _ask_all(self, provider: Provider, waiting: Sequence[Waiting], turn: _Turn) -> None:
        """Ask an address, a few texts at once; after the first failure to answer, no more in this turn."""
        room = asyncio.Semaphore(AT_ONCE)

        async def one_by_one(one: Waiting) -> None:
            async with room:
                if not turn.away:
                    await self._ask_one(provider, one, turn)

        await asyncio.gather(*(one_by_one(one) for one in waiting))

    async def _ask_one(self, provider: Provider, one: Waiting, turn: _Turn) -> None:
        try:
            self._keep(provider, one, await self.asker.ask(provider, one.text), turn)
        except NoAnswer as error:
            turn.failures, turn.error, turn.away = turn.failures + 1, str(error), True
        except BadAnswer as error:  # of this text: the others may still be asked about
            turn.failures, turn.error = turn.failures + 1, turn.error or str(error)
            turn.done.append(one.look)

    def _keep(self, provider: Provider, one: Waiting, scores: Scores, turn: _Turn) -> None:
        self.memory.put(provider, one.text, scores)
        turn.scores[one.look] = scores

    async def _write(self, provider: Provider, waiting: Sequence[Waiting], turn: _Turn) -> None:
        async with self.pool.connection() as connection:
            changed = [
                one.message
                for one in waiting
                if one.look in turn.scores and await write(connection, provider, one, turn.scores[one.look])
            ]
            if changed:
                body = '{"ids":[' + ",".join(map(str, changed)) + "]}"
                await connection.execute(SQL["announce"], {"workspace": provider.workspace, "body": body})
            if turn.done:
                await connection.execute(SQL["drop_looks"], {"ids": turn.done})

    async def _note(self, provider: Provider, turn: _Turn) -> None:
        if turn.failures:
            await self._note_wrong(provider, turn.failures, turn.error, answered=bool(turn.scores))
        elif turn.scores:
            await self._rows("went_well", provider=provider.id)

    async def _note_wrong(self, provider: Provider, failures: int, error: str, answered: bool = False) -> None:
        streak = failures if answered else provider.streak + failures
        await self._rows("count_calls", provider=provider.id, workspace=provider.workspace, calls=0)
        await self._rows(
            "went_wrong",
            provider=provider.id,
            failures=failures,
            streak=streak,
            rest=rest(streak),
            error=error[:500],
        )

    async def _rows(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        async with self.pool.connection() as connection:
            cursor = await connection.execute(SQL[statement], values)
            return await cursor.fetchall() if cursor.description else []

    def _provider(self, row: tuple[Any, ...]) -> Provider:
        id, workspace, name, kind, signals, settings, sealed, sends, seconds, budget, calls, streak = row
        return Provider(
            id, workspace, name, kind, tuple(signals), _mapping(settings), self._secret(sealed), sends, seconds,
            budget - calls, streak,
        )  # fmt: skip

    def _secret(self, sealed: bytes | None) -> str:
        try:
            return open_secrets(sealed, self.key).get("key", "")
        except SecretsError as error:
            log.warning("The key of a provider cannot be opened: %s", error)
            return ""


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


async def _either(stop: asyncio.Event, seconds: float) -> None:
    """Wait for ``stop``, at most ``seconds``."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
