"""Texts with what people said of them. What nobody said of a text is unknown, not false."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from palabre.core.model import Message
from palabre.core.signals.reader import look
from palabre.core.text import tokenize

Places = NDArray[np.int64]
Numbers = NDArray[np.float64]
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)


class Example(NamedTuple):
    """A text, 1 or 0 for the labels that are known of it, its source, and what it weighs.

    ``source`` is never split: where people measure, a source is wholly learned from or wholly held out. Where a set
    has authors, threads or templates, put them in its name ("psytar/zoloft") so that the split is finer.
    """

    text: str
    labels: Mapping[str, float]
    source: str
    weight: float = 1.0


class Seen(NamedTuple):
    """An example as models see it: its plain words, the scores of the rules, the share that is quoted."""

    words: list[str]
    rules: dict[str, float]
    quoted: float


class Held(NamedTuple):
    """Examples with what the labels say of them by weights that never saw their source."""

    examples: list[Example]
    seen: list[Seen]
    logits: dict[str, Numbers]


def see(examples: Sequence[Example]) -> list[Seen]:
    """Return examples as ``read_many`` gives them to models."""
    return [_see(one.text) for one in examples]


def _see(text: str) -> Seen:
    found = look(Message(id="example", text=text, published=_WHEN), tokenize(text))
    rules = {signal.name: signal.score for signal in found.signals}
    return Seen(list(found.said.words), rules, found.view.quoted_share)


def known(examples: Sequence[Example], label: str) -> tuple[Places, Numbers]:
    """Return the places of the examples that say something of ``label``, and what they say."""
    places = [at for at, one in enumerate(examples) if label in one.labels]
    return np.array(places, np.int64), np.array([examples[at].labels[label] for at in places], np.float64)


def folds(examples: Sequence[Example], places: Places, label: str, count: int = 6) -> list[Places]:
    """Return ``places`` in parts that share no source, each with its share of those that have the label."""
    having, total = Counter[str](), Counter[str]()
    for at in places:
        having[examples[at].source] += examples[at].labels[label] > 0
        total[examples[at].source] += 1
    rare, every = max(1, having.total()), max(1, total.total())
    share = {source: having[source] / rare + total[source] / every for source in total}
    loads, part = [0.0] * count, dict[str, int]()
    for source in sorted(share, key=lambda one: (-share[one], one)):
        part[source] = loads.index(min(loads))
        loads[part[source]] += share[source]
    parts = [[at for at in places if part[examples[at].source] == number] for number in range(count)]
    return [np.array(one, np.int64) for one in parts if one]
