"""Families of sentences: read from their files, judged by the models that come with Palabre, counted."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from palabre.core.model import Message
from palabre.core.signals.blend import Models
from palabre.core.signals.reader import read_many
from palabre.core.text import tokenize_many

HERE = Path(__file__).parent
WHEN = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
#: The threshold of a flag: the probability from which a signal is shown as found.
FLAG = 0.5


class Family(NamedTuple):
    """Sentences of one kind: those of a family all have the signal of their file, or none has."""

    name: str
    wanted: bool
    sentences: tuple[str, ...]


def families(path: Path) -> list[Family]:
    """Return the families of a file. Raises ``ValueError`` for a heading that is badly written."""
    found: list[Family] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("== "):
            name, wanted, _ = line[3:].split(" | ")
            if wanted not in ("yes", "no"):
                raise ValueError(f"{path.name}: {name} says {wanted!r}, not yes or no.")
            found.append(Family(name, wanted == "yes", ()))
        elif line and not line.startswith("#"):
            found[-1] = found[-1]._replace(sentences=(*found[-1].sentences, line))
    return found


def scores(texts: Sequence[str], names: Sequence[str], models: Models | None) -> list[float]:
    """Return, for each text, the highest probability among some signals."""
    messages = [Message(id=str(at), text=text, published=WHEN) for at, text in enumerate(texts)]
    read = read_many(messages, tokenize_many(texts), models, 0.0)
    return [max((one.score for one in found if one.name in names), default=0.0) for found in read]


def shares(found: Sequence[Family], names: Sequence[str], models: Models | None) -> dict[str, float]:
    """Return the share of each family that is judged rightly."""
    result = {}
    for family in found:
        flagged = [score >= FLAG for score in scores(family.sentences, names, models)]
        result[family.name] = sum(one == family.wanted for one in flagged) / len(flagged)
    return result


def macro_f1(found: Sequence[Family], right: dict[str, float]) -> float:
    """Return the mean of the F1 of both sides, each sentence counted once."""
    hits = sum(right[one.name] * len(one.sentences) for one in found if one.wanted)
    passed = sum(right[one.name] * len(one.sentences) for one in found if not one.wanted)
    missed = sum(len(one.sentences) for one in found if one.wanted) - hits
    false = sum(len(one.sentences) for one in found if not one.wanted) - passed
    return (2 * hits / (2 * hits + missed + false) + 2 * passed / (2 * passed + missed + false)) / 2
