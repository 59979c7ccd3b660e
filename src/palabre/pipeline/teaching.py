"""Learning from a workspace's own words and decisions: a correction to the built-in signals. Pure, deterministic.

A signal is learned by a logistic regression whose offset is the log-odds of the built-in signal: what is learned is
only where people disagree with it. Weights are kept small (ridge), so that a few labels change a few cases. It goes
down by accelerated gradient (Nesterov 1983) on the features that occur; there is no chance in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from palabre.core.charter.heed import ARTICLE_OF, said_by_decision
from palabre.core.perspective import GROUPS
from palabre.core.signals import features
from palabre.core.signals.linear import Model
from palabre.core.signals.taught import log_odds, probability

#: The least examples of a signal, and of each answer, that anything is learned from.
LEAST, LEAST_EACH = 20, 5
#: The tone is no yes or no: what people say of it is kept, and not learned from.
NOT_TAUGHT = frozenset(["sentiment"])
#: One example in so many is held out; what a decision and a suggestion weigh beside a word on the signal itself.
HELD, BY_DECISION, BY_SUGGESTION = 5, 0.5, 0.7
_RIDGE, _STEPS = 0.01, 150

Floats = NDArray[np.float64]
Progress = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Said:
    """What people said of one text. ``words`` are its plain words, ``scores`` the signals of the model in use.

    ``labels`` maps signals (or groups of them) to 1 or 0; ``decision`` is (action, article) or None. ``key`` is the
    same for texts that say nearly the same: they are never parted between learning and comparing.
    """

    key: str
    words: Sequence[str]
    builtin: Mapping[str, float]
    scores: Mapping[str, float]
    labels: Mapping[str, float]
    decision: tuple[str, str] | None = None
    message: int | None = None
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """One text with the truth about one signal, and how much it weighs."""

    said: Said
    truth: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How a model did on the examples held out, at the workspace's threshold: (right, of how many)."""

    precision: tuple[int, int]
    recall: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Changed:
    """A message that would be read otherwise."""

    message: int | None
    before: float
    after: float
    truth: bool


@dataclass(frozen=True, slots=True)
class Learned:
    """One signal: its weights by column, its bias, and how it compares with the model in use."""

    signal: str
    examples: int
    held_out: int
    columns: NDArray[np.int64]
    weights: Floats
    bias: float
    before: Counts
    after: Counts
    changed: tuple[Changed, ...]


def examples_of(signal: str, said: Sequence[Said]) -> list[Example]:
    """Return what is known of one signal: words on it first, groups and decisions where there are none."""
    found = []
    for one in said:
        truth, weight = _truth(signal, one)
        if truth is not None:
            found.append(Example(one, truth, weight))
    return found


def _truth(signal: str, said: Said) -> tuple[bool | None, float]:
    if signal in said.labels:
        return said.labels[signal] >= 0.5, BY_SUGGESTION if said.suggested else 1.0
    for group, value in said.labels.items():
        if signal in GROUPS.get(group, ()):
            return _of_group(signal, group, value, said), BY_SUGGESTION
    if said.decision is not None:
        return said_by_decision(signal, *said.decision), BY_DECISION
    return None, 0.0


def _of_group(signal: str, group: str, value: float, said: Said) -> bool | None:
    """Return what a word on a group says of one of its signals: no, of all; yes, of the strongest only."""
    if value < 0.5:
        return False
    strongest = max(GROUPS[group], key=lambda name: (said.builtin.get(name, 0.0), name == GROUPS[group][0]))
    return True if signal == strongest else None


def signals_taught(said: Sequence[Said]) -> dict[str, tuple[int, int]]:
    """Return each signal of which anything is known, with how many say yes and how many no."""
    named = {name for one in said for label in one.labels for name in GROUPS.get(label, (label,))}
    judged = set(ARTICLE_OF) if any(one.decision for one in said) else set()
    counted = {}
    for signal in sorted((named | judged) - NOT_TAUGHT):
        truths = [example.truth for example in examples_of(signal, said)]
        counted[signal] = (sum(truths), len(truths) - sum(truths))
    return counted


def enough(yes: int, no: int) -> bool:
    """Tell whether there is enough to learn a signal from."""
    return yes + no >= LEAST and min(yes, no) >= LEAST_EACH


def learn(signal: str, said: Sequence[Said], threshold: float) -> Learned:
    """Learn one signal from a part of the examples, and compare on the others."""
    examples = examples_of(signal, said)
    kept = [one for one in examples if not _is_held(one)]
    held = [one for one in examples if _is_held(one)]
    columns, weights, bias = _fit(signal, kept)
    before = [one.said.scores.get(signal, 0.0) for one in held]
    after = _corrected(signal, held, columns, weights, bias)
    changed = _changes(held, before, after, threshold)
    return Learned(
        signal, len(kept), len(held), columns, weights, bias,
        _counts(held, before, threshold), _counts(held, after, threshold), changed,
    )  # fmt: skip


def model_of(learned: Sequence[Learned], version: str) -> Model:
    """Return the model that adds what was learned; ``version`` stands in the signals that it changes."""
    size = len(learned)
    words = np.zeros((features.WORD_BUCKETS, size), np.float32)
    pairs = np.zeros((features.PAIR_BUCKETS, size), np.float32)
    for place, one in enumerate(learned):
        of_words = one.columns < features.WORD_BUCKETS
        words[one.columns[of_words], place] = one.weights[of_words]
        pairs[one.columns[~of_words] - features.WORD_BUCKETS, place] = one.weights[~of_words]
    bias = np.array([one.bias for one in learned], np.float32)
    return Model(version, tuple(one.signal for one in learned), words, pairs, bias)


def _is_held(example: Example) -> bool:
    return crc32(example.said.key.encode()) % HELD == 0


def _fit(signal: str, examples: Sequence[Example]) -> tuple[NDArray[np.int64], Floats, float]:
    """Return the columns that occur, their weights, and the bias."""
    rows = features.rows([one.said.words for one in examples])
    columns, places = np.unique(rows.columns, return_inverse=True)
    row_of = np.repeat(np.arange(len(examples)), np.diff(rows.ends))
    offset = np.array([log_odds(one.said.builtin.get(signal, 0.0)) for one in examples])
    truth = np.array([one.truth for one in examples], np.float64)
    weight = _balanced(truth, np.array([one.weight for one in examples]))
    values = rows.values.astype(np.float64)

    def gradient(point: Floats) -> Floats:
        scores = offset + point[-1] + np.bincount(row_of, values * point[places], len(examples))
        error = weight * (1 / (1 + np.exp(-np.clip(scores, -30, 30))) - truth)
        of_columns = np.bincount(places, values * error[row_of], len(columns))
        return np.concatenate([of_columns + _RIDGE * point[:-1], [error.sum() + _RIDGE * point[-1]]])

    found = _descend(gradient, len(columns) + 1, _steepness(values, row_of, weight))
    return columns.astype(np.int64), found[:-1], float(found[-1])


def _balanced(truth: Floats, weight: Floats) -> Floats:
    """Return weights that sum to 1; rarer answers count at most three times as much as commoner ones."""
    yes = float((weight * truth).sum()) or 1.0
    no = float((weight * (1 - truth)).sum()) or 1.0
    lift = np.where(truth > 0.5, min(3.0, max(1.0, no / yes)), min(3.0, max(1.0, yes / no)))
    raised = weight * lift
    return np.asarray(raised / raised.sum())


def _steepness(values: Floats, row_of: NDArray[np.int64], weight: Floats) -> float:
    """Return a bound of the curvature: a step of its inverse never overshoots."""
    norms = np.bincount(row_of, values * values, len(weight)) + 1
    return float((weight * norms).sum() / 4 + _RIDGE)


def _descend(gradient: Callable[[Floats], Floats], size: int, steepness: float) -> Floats:
    point, ahead = np.zeros(size), np.zeros(size)
    for step in range(_STEPS):
        new = ahead - gradient(ahead) / steepness
        ahead = new + step / (step + 3) * (new - point)
        point = new
    return point


def _corrected(
    signal: str, examples: Sequence[Example], columns: NDArray[np.int64], weights: Floats, bias: float
) -> list[float]:
    """Return the probabilities with the correction."""
    known = dict(zip(columns.tolist(), weights.tolist(), strict=True))
    corrected = []
    for one in examples:
        row = features.rows([one.said.words])
        values = zip(row.columns.tolist(), row.values.tolist(), strict=True)
        correction = bias + sum(known.get(column, 0.0) * value for column, value in values)
        corrected.append(probability(log_odds(one.said.builtin.get(signal, 0.0)) + correction))
    return corrected


def _counts(examples: Sequence[Example], scores: Sequence[float], threshold: float) -> Counts:
    over = [score >= threshold for score in scores]
    right = sum(flag and one.truth for flag, one in zip(over, examples, strict=True))
    return Counts((right, sum(over)), (right, sum(one.truth for one in examples)))


def _changes(
    examples: Sequence[Example], before: Sequence[float], after: Sequence[float], threshold: float
) -> tuple[Changed, ...]:
    """Return the messages that cross the threshold, the largest moves first, twelve at most."""
    crossed = [
        Changed(one.said.message, old, new, one.truth)
        for one, old, new in zip(examples, before, after, strict=True)
        if (old >= threshold) != (new >= threshold)
    ]
    return tuple(sorted(crossed, key=lambda one: -abs(one.after - one.before))[:12])
