"""From the database to what can be learned from, and back: examples, the version in use, new versions."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

import psycopg

from palabre.core.charter.heed import USUAL
from palabre.core.model import Message
from palabre.core.signals.blend import Models
from palabre.core.signals.linear import Model
from palabre.core.signals.reader import read_many
from palabre.core.signals.taught import Taught
from palabre.core.signals.view import Words
from palabre.core.text import tokenize_many
from palabre.pipeline.teaching import Learned, Said, enough, learn, model_of, signals_taught
from palabre.store import models, queries

SQL = queries.load("teaching")

#: Messages and suggestions learned from, the newest; messages read at a time.
MOST, BATCH = 50_000, 500
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)

Connection = psycopg.Connection[Any]
Advance = Callable[[int], object]


class NothingToLearn(ValueError):
    """Too few labels and decisions; the text says how many there are, and how many it takes."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with what people said of it, as it stands in the database."""

    key: str
    message: Message
    labels: Mapping[str, float]
    decision: tuple[str, str] | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was kept."""

    id: int
    number: int
    learned: Sequence[Learned]


def lessons(connection: Connection, workspace: int) -> list[Lesson]:
    """Return what people said of messages and of suggested texts, the newest ``MOST`` of each."""
    values = {"workspace": workspace, "most": MOST}
    decided = connection.execute(SQL["decided"], values).fetchall()
    suggested = connection.execute(SQL["suggested"], values).fetchall()
    return [*map(_of_message, decided), *map(_of_suggestion, suggested)]


def _of_message(row: Sequence[Any]) -> Lesson:
    number, group, text, lang, kind, decision, reason, by_person, labels = row
    message = Message(id=str(number), text=text, published=_NO_DATE, lang=lang, kind=kind)
    return Lesson(str(group), message, labels, (decision, reason) if by_person else None, number)


def _of_suggestion(row: Sequence[Any]) -> Lesson:
    text, lang, labels = row
    message = Message(id="-", text=text, published=_NO_DATE, lang=lang)
    return Lesson(" ".join(text.casefold().split()), message, labels)


def read_lessons(
    found: Sequence[Lesson], builtin: Models, used: Taught | None, advance: Advance = lambda count: None
) -> list[Said]:
    """Read lessons with the built-in signals and with the version in use. Pure but for ``advance``."""
    return [
        said for at in range(0, len(found), BATCH) for said in _read(found[at : at + BATCH], builtin, used, advance)
    ]


def _read(found: Sequence[Lesson], builtin: Models, used: Taught | None, advance: Advance) -> Iterator[Said]:
    tokens = tokenize_many([lesson.message.text for lesson in found])
    before = read_many([lesson.message for lesson in found], tokens, builtin)
    now = used.adjust(tokens, before) if used else before
    for lesson, said, first, second in zip(found, tokens, before, now, strict=True):
        yield Said(
            lesson.key,
            tuple(Words(said).words),
            {signal.name: signal.score for signal in first},
            {signal.name: signal.score for signal in second},
            lesson.labels,
            lesson.decision,
            lesson.id,
            suggested=lesson.id is None,
        )
    advance(len(found))


def learn_all(
    said: Sequence[Said], thresholds: Mapping[str, float], advance: Callable[[str], None]
) -> list[Learned]:
    """Learn every signal of which enough is known. Raises ``NothingToLearn``."""
    counted = signals_taught(said)
    ready = [signal for signal, (yes, no) in counted.items() if enough(yes, no)]
    if not ready:
        raise NothingToLearn(_too_few(counted))
    learned = []
    for signal in ready:
        advance(signal)
        learned.append(learn(signal, said, thresholds.get(signal, USUAL)))
    return learned


def _too_few(counted: Mapping[str, tuple[int, int]]) -> str:
    told = ", ".join(f"{signal} {yes} yes and {no} no" for signal, (yes, no) in counted.items()) or "nothing yet"
    return f"there is too little to learn from ({told}): a signal needs 20 examples, five of them yes and five no."


def keep(connection: Connection, workspace: int, learned: Sequence[Learned], builtin: Models) -> Version:
    """Keep a new version, unused. Its report holds figures and ids of messages, no text."""
    report = {"signals": [report_of(one) for one in learned]}
    taught = model_of(learned, "taught")
    values = {
        "workspace": workspace,
        "signals": [one.signal for one in learned],
        "examples": sum(one.examples for one in learned),
        "held_out": sum(one.held_out for one in learned),
        "report": json.dumps(report),
        "weights": models.write(taught),
        "base": base_of(builtin),
        "detail": json.dumps({"by": "palabre train", "signals": [one.signal for one in learned]}),
    }
    row = connection.execute(SQL["keep_version"], values).fetchone()
    if row is None:
        raise LookupError("The version could not be kept.")
    return Version(row[0], row[1], learned)


def report_of(one: Learned) -> dict[str, Any]:
    """Return how a signal compares, as JSON takes it."""
    changed = [asdict(case) for case in one.changed if case.message is not None]
    facts = {"signal": one.signal, "examples": one.examples, "held_out": one.held_out}
    return {**facts, "before": asdict(one.before), "after": asdict(one.after), "changed": changed}


def base_of(builtin: Models) -> str:
    """Return the name of what a version adds to: the built-in models' versions, or the rules alone."""
    return ", ".join(sorted(set(builtin.versions.values()))) or "rules"


def thresholds(connection: Connection, workspace: int) -> dict[str, float]:
    """Return the thresholds of a workspace."""
    return dict(connection.execute(SQL["thresholds"], {"workspace": workspace}).fetchall())


def use(connection: Connection, workspace: int, version: int | None) -> None:
    """Put a version to use, or the built-in models alone, and tell the worker."""
    values = {"workspace": workspace, "version": version, "detail": json.dumps({"by": "palabre train"})}
    with connection.transaction():
        connection.execute(SQL["use_version"], values)
        connection.execute(SQL["tell"])


def taught_of(connection: Connection, version: int) -> Taught:
    """Load a version. Raises ``ModelError`` where it was made for another Palabre, or is damaged."""
    row = connection.execute(SQL["weights"], {"version": version}).fetchone()
    if row is None:
        raise models.ModelError(f"The version {version} is not there any more.")
    return taught_from(row[0], row[1])


def taught_from(number: int, weights: bytes) -> Taught:
    """Return the version ``number`` out of its bytes. Raises ``ModelError``."""
    model = models.read(bytes(weights), f"version {number}")
    return Taught(_named(model, f"taught-{number}"))


def _named(model: Model, version: str) -> Model:
    return replace(model, version=version)
