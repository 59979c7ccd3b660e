"""Pure: settings and cursor → what to play and from where; what is due → deliveries."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from palabre.connectors.contract import SourceError
from palabre.connectors.demo.manifest import PARTS
from palabre.core.model import Delivery, Event, Message
from palabre.demo import DEFAULT_SPEED, Demo, day_one

#: The most messages and events in one delivery.
BATCH = 200

#: Beyond this, three days go by in a second: there is nothing left to watch.
FASTEST = 100_000.0

Item = tuple[datetime, Message | Event]
Problem = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Play:
    """What to play: a part of the demo, the start of day one, a speed, and how much was delivered already."""

    part: str
    start: datetime
    speed: float
    position: int = 0


def play(settings: Mapping[str, Any], cursor: Mapping[str, Any], now: datetime) -> Play:
    """Return what to play. The cursor's start wins: the past must not move when the connector is restarted.

    Raises ``SourceError`` where the settings or the cursor cannot be used.
    """
    wrong = problems(settings)
    if wrong:
        raise SourceError("malformed", wrong[0][2])
    try:
        told = cursor.get("start") or settings.get("start")
        start = moment(str(told)) if told else day_one(now)
        return Play(settings["part"], start, speed(settings), _position(cursor))
    except (TypeError, ValueError) as error:
        raise SourceError("malformed", f"The cursor cannot be read: {error}") from error


def _position(cursor: Mapping[str, Any]) -> int:
    """Return how much was delivered already. Raises ``ValueError`` for what no delivery could have left."""
    found = int(cursor.get("position", 0))
    if found < 0:
        raise ValueError(f"its position is {found}; it must be 0 or more.")
    return found


def problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return (field, French sentence, English sentence) for each setting that is wrong."""
    return [*_wrong_part(settings), *_wrong_speed(settings), *_wrong_start(settings)]


def moment(text: str) -> datetime:
    """Read an ISO date that says its time zone. Raises ``ValueError`` otherwise."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone.")
    return found


def speed(settings: Mapping[str, Any]) -> float:
    """Return the speed asked for, or the default one. Raises ``ValueError`` where it is out of bounds."""
    told = settings.get("speed")
    found = DEFAULT_SPEED if told in (None, "") else float(str(told).replace(",", "."))
    if not (math.isfinite(found) and 0 < found <= FASTEST):
        raise ValueError(f"a speed must be above 0 and at most {FASTEST:.0f}.")
    return found


def score(demo: Demo, what: Play) -> list[Item]:
    """Return everything that one part will ever play, in time order."""
    line = demo.timeline(what.start, what.speed)
    return [(due, thing) for due, part, thing in line if part == what.part]


def deliveries(items: Sequence[Item], what: Play, until: datetime) -> Iterator[Delivery]:
    """Yield what is due by ``until`` from the play's position on, with the cursor that follows each delivery.

    A delivery ends with the first event, and before a second version of a message: what it holds means the
    same whether its messages or its events are looked at first.
    """
    position = what.position
    while position < len(items) and items[position][0] <= until:
        batch = _batch(items, position, until)
        position += len(batch)
        yield _delivery(batch, Play(what.part, what.start, what.speed, position))


def _batch(items: Sequence[Item], position: int, until: datetime) -> list[Message | Event]:
    """Return the longest run of due items that may be delivered together."""
    batch: list[Message | Event] = []
    seen: set[str] = set()
    for due, thing in items[position : position + BATCH]:
        if due > until or (isinstance(thing, Message) and thing.id in seen):
            break
        batch.append(thing)
        if isinstance(thing, Event):
            break
        seen.add(thing.id)
    return batch


def _delivery(batch: Sequence[Message | Event], after: Play) -> Delivery:
    """Return a batch with its cursor."""
    return Delivery(
        messages=tuple(thing for thing in batch if isinstance(thing, Message)),
        events=tuple(thing for thing in batch if isinstance(thing, Event)),
        cursor={"position": after.position, "start": after.start.isoformat()},
    )


def wait(items: Sequence[Item], position: int, now: datetime, longest: timedelta) -> float:
    """Return how many seconds to sleep before the next item, at most ``longest``."""
    return max(0.0, min(items[position][0] - now, longest).total_seconds())


def _wrong_part(settings: Mapping[str, Any]) -> list[Problem]:
    if settings.get("part") in PARTS:
        return []
    names = ", ".join(PARTS)
    return [("part", f"Choisissez une partie : {names}.", f"Choose a part: {names}.")]


def _wrong_speed(settings: Mapping[str, Any]) -> list[Problem]:
    try:
        speed(settings)
    except ValueError:
        most = f"{FASTEST:.0f}"
        return [
            (
                "speed",
                f"La vitesse est un nombre au-dessus de 0, jusqu’à {most}.",
                f"The speed is a number above 0, up to {most}.",
            )
        ]
    return []


def _wrong_start(settings: Mapping[str, Any]) -> list[Problem]:
    try:
        moment(str(settings["start"])) if settings.get("start") else None
    except ValueError:
        return [
            (
                "start",
                "Écrivez une date ISO avec son fuseau, par exemple 2026-03-17T00:00+01:00.",
                "Write an ISO date with its time zone, for instance 2026-03-17T00:00+01:00.",
            )
        ]
    return []
