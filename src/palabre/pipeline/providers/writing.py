"""Writing what another reader said of one message, unless the message changed meanwhile."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import psycopg

from palabre.core.charter.rules import Rule
from palabre.core.model import Evidence, Message, Signal
from palabre.pipeline.lessons import SQL as TEACHING
from palabre.pipeline.providers.merge import merged, proposal
from palabre.pipeline.providers.model import Provider, Scores
from palabre.store import queries

if TYPE_CHECKING:
    from palabre.pipeline.providers.stage import Waiting

SQL = queries.load("providers")
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
_evidence = msgspec.json.Decoder(tuple[Evidence, ...]).decode
_json = msgspec.json.Encoder().encode

Connection = psycopg.AsyncConnection[Any]


async def write(connection: Connection, provider: Provider, waiting: "Waiting", scores: Scores) -> bool:
    """Put the signals and the proposal that follow; False where the message was edited meanwhile, or is gone."""
    async with connection.transaction():
        row = await (await connection.execute(SQL["lock_message"], {"id": waiting.message})).fetchone()
        if row is None or row[0] != waiting.revision:
            return False
        found = [_signal(one) async for one in await connection.execute(SQL["signals_of"], {"id": waiting.message})]
        signals = merged(found, provider, scores)
        await _put_signals(connection, provider, waiting.message, signals)
        message = Message(
            id="-", text=waiting.text, published=_NO_DATE, kind=row[1], visibility=row[2], first=row[3]
        )
        await _reorder(connection, provider, waiting.message, message, signals)
    return True


def _signal(row: tuple[str, float, str, str]) -> Signal:
    name, score, model, evidence = row
    try:
        return Signal(name, round(score, 4), model, _evidence(evidence))
    except msgspec.MsgspecError:
        return Signal(name, round(score, 4), model)


async def _put_signals(connection: Connection, provider: Provider, message: int, signals: list[Signal]) -> None:
    names = list(provider.signals)
    await connection.execute(SQL["forget_signals"], {"id": message, "names": names})
    for signal in signals:
        if signal.name in names:
            values = {
                "id": message, "workspace": provider.workspace, "name": signal.name, "score": signal.score,
                "model": signal.model, "evidence": _json(signal.evidence).decode(),
            }  # fmt: skip
            await connection.execute(SQL["put_signal"], values)


async def _reorder(
    connection: Connection, provider: Provider, id: int, message: Message, signals: list[Signal]
) -> None:
    rows = await connection.execute(TEACHING["thresholds"], {"workspace": provider.workspace})
    thresholds = {signal: round(threshold, 4) async for signal, threshold in rows}
    rules = [Rule(*row) async for row in await connection.execute(SQL["rules_of"], {"id": id})]
    made = proposal(message, signals, thresholds, rules)
    values = {
        "id": id, "priority": made.priority, "proposed": made.action or "", "article": made.article,
        "parts": _json(made.parts).decode() if made.parts else "",
    }  # fmt: skip
    await connection.execute(SQL["reorder"], values)
