"""Compact linear models over the features of words, all read in one pass over a batch.

A model is plain arrays: a weight for each bucket and each of its ``labels``. What a word brings to all labels is
remembered as bytes, so that a batch is one join of bytes and a sum (``features`` says why this is exact).
Arrays are passed in: nothing here opens a file (``palabre.store.models`` does).
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from palabre.core.signals import features
from palabre.core.signals.features import Codes, Floats, Ints
from palabre.core.text.memo import Memo

#: Numbers of half precision.
Halves = NDArray[np.float16]
#: Words remembered with what they bring, in each of two generations.
CACHE_SIZE = 32_768
#: Bits of a code by which it is looked up among those of negations.
_SLOTS = np.uint32(0xFFF)
#: New words from which they are looked at all at once.
_FEW = 8


def _denying() -> Codes:
    """Return a table that holds the code of each of ``NEGATIONS`` in its slot, and elsewhere none of that slot."""
    table = np.arange(int(_SLOTS) + 1, dtype=np.uint32) ^ np.uint32(1)
    codes = np.array(list(map(features.code, features.NEGATIONS)), np.uint32)
    if len(np.unique(codes & _SLOTS)) < len(codes):
        raise ValueError("two negations share a slot: give the table more of them.")
    table[codes & _SLOTS] = codes
    return table


_DENYING = _denying()


class Listed(NamedTuple):
    """What single words bring beside their pieces, each for itself: by ``code``, in rising order.

    ``said`` is (codes, labels); ``denied``, of the same shape, comes on top right after one of ``NEGATIONS``. A few
    hundred words of a class would spoil the buckets of a tenth of all others.
    """

    codes: Codes
    said: Floats
    denied: Floats

    @classmethod
    def none(cls, labels: int) -> "Listed":
        """Return the list that holds no word."""
        return cls(np.zeros(0, np.uint32), np.zeros((0, labels), np.float32), np.zeros((0, labels), np.float32))

    @classmethod
    def together(cls, lists: "Sequence[Listed]") -> "Listed":
        """Return lists of models whose labels stand side by side as one."""
        codes = np.unique(np.concatenate([np.zeros(0, np.uint32), *(one.codes for one in lists)]))
        sides: list[list[Floats]] = [[np.zeros((len(codes), 0), np.float32)] for _ in range(2)]
        for one in lists:
            for side, rows in zip(sides, (one.said, one.denied), strict=True):
                spread = np.zeros((len(codes), rows.shape[1]), np.float32)
                spread[np.searchsorted(codes, one.codes)] = rows
                side.append(spread)
        return cls(codes, *(np.hstack(side) for side in sides))


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of one trained model. ``words`` is (WORD_BUCKETS, labels), ``pairs`` (PAIR_BUCKETS, labels).

    ``words`` may be of half precision, as in the files: they are most of the memory of a model, and what a word
    brings is remembered. ``pairs``, which are looked up for each message, are not: widening costs.

    ``blends`` says, for each signal that the model speaks for, how much each input weighs (``blend``).
    ``version`` stands in every signal it gives.
    """

    version: str
    labels: tuple[str, ...]
    words: Floats | Halves
    pairs: Floats
    bias: Floats
    blends: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    listed: Listed | None = None

    def __post_init__(self) -> None:
        wanted = {
            "words": (features.WORD_BUCKETS, len(self.labels)),
            "pairs": (features.PAIR_BUCKETS, len(self.labels)),
            "bias": (len(self.labels),),
        }
        for name, shape in wanted.items():
            array: Floats | Halves = getattr(self, name)
            if array.shape != shape or not np.isfinite(array).all():
                raise ValueError(f"{self.version}: `{name}` must be finite numbers of the shape {shape}.")
        if self.listed is not None:
            self._check_listed(self.listed)

    def _check_listed(self, listed: Listed) -> None:
        shape = (len(listed.codes), len(self.labels))
        rising = bool((listed.codes[1:] > listed.codes[:-1]).all())
        if not rising or any(rows.shape != shape or not np.isfinite(rows).all() for rows in listed[1:]):
            raise ValueError(f"{self.version}: `listed` must be codes in rising order, each with finite numbers.")

    @property
    def words_listed(self) -> Listed:
        """What single words bring beside their pieces: nothing for most models."""
        return self.listed or Listed.none(len(self.labels))


class Weights(NamedTuple):
    """How much some labels weigh in a sum, by their columns. Most signals weigh one of all labels."""

    columns: Ints
    values: Floats

    @classmethod
    def of(cls, weights: Floats) -> "Weights":
        """Return the weights of all labels without those that are nothing."""
        columns = np.flatnonzero(weights)
        return cls(columns, weights[columns])

    def sums(self, brought: Floats) -> Floats:
        """Return the weighted sum of each row of ``brought``, whose first columns are those of the labels.

        Summed row by row, not as a product of matrices, which rounds by what else is in the batch. One label is no
        sum: that is most of what is asked, and a third of the time.
        """
        if len(self.columns) == 1:
            return np.asarray(brought[:, self.columns[0]] * self.values[0])
        return np.asarray((brought[:, self.columns] * self.values).sum(axis=1))


class Examined(NamedTuple):
    """A batch looked at: log-odds (messages, labels), cues (messages, cues), and what each word brought to them.

    The words of a message are the rows ``ends[at - 1]`` to ``ends[at]`` of ``brought``, before ``scales[at]``.
    """

    logits: Floats
    cues: Floats
    brought: Floats
    ends: list[int]
    scales: Floats

    def weighed(self, weights: Weights, at: int | None = None) -> Floats:
        """Return what each word brought to a sum of the labels by ``weights``, of the batch or of a message."""
        if at is not None:
            brought = self.brought[self.ends[at - 1] if at else 0 : self.ends[at]]
            return np.asarray(weights.sums(brought) * self.scales[at])
        ends = np.array([0, *self.ends], np.int64)
        return weights.sums(self.brought) * np.repeat(self.scales, ends[1:] - ends[:-1])


class Linear:
    """The labels of several models side by side, and cues (classes of words), over batches of plain words.

    Not for several threads at once: it remembers words. Results never depend on what it remembers.
    """

    def __init__(self, models: Sequence[Model], cues: Mapping[str, frozenset[str]]) -> None:
        self.cues = tuple(cues)
        self._cues = tuple(cues.values())
        self._uncued = bytes(4 * len(cues))
        self.labels = tuple(label for model in models for label in model.labels)
        if len(set(self.labels)) < len(self.labels):
            raise ValueError(f"two models have a label of the same name: {', '.join(self.labels)}.")
        none = np.zeros((features.WORD_BUCKETS, 0), np.float16), np.zeros((features.PAIR_BUCKETS, 0), np.float32)
        self._words = np.ascontiguousarray(np.hstack([none[0], *(model.words for model in models)]))
        self._pairs = np.ascontiguousarray(np.hstack([none[1], *(model.pairs for model in models)]))
        self._paired = bool(self._pairs.any())
        self._bias = np.concatenate([np.zeros(0, np.float32), *(model.bias for model in models)])
        self._listed = Listed.together([model.words_listed for model in models])
        self._places = {code: row for row, code in enumerate(self._listed.codes.tolist())}
        self._cued = frozenset[str]().union(*self._cues)
        self._memo = Memo(self._record, CACHE_SIZE, lambda word: len(word) <= 64)

    def _record(self, word: str) -> bytes:
        """Return the code of a word in pairs (4 bytes), then what it brings to each label (4 bytes each)."""
        found = features.buckets(word)
        sums = np.add.reduceat(self._weights_of(found), [0], axis=0)[0]  # adds in the order of ``_records``
        return self._recorded(word, sums * np.float32(features.share(len(found))))

    def _records(self, words: list[str]) -> Iterator[bytes]:
        """Return the records of many words: as one by one, in a tenth of the time."""
        if len(words) < _FEW:
            yield from map(self._record, words)
            return
        buckets, counts = features.buckets_of(words)
        sums = np.add.reduceat(self._weights_of(buckets), np.cumsum(counts) - counts, axis=0)
        brought = sums * (1 / np.sqrt(counts)).astype(np.float32)[:, None]
        yield from map(self._recorded, words, brought)

    def _weights_of(self, buckets: Ints | list[int]) -> Floats:
        """Return the weights of buckets, widened to the precision in which they are summed."""
        return self._words.take(buckets, axis=0).astype(np.float32, copy=False)

    def _recorded(self, word: str, brought: Floats) -> bytes:
        if (row := self._places.get(features.code(word))) is not None:
            brought = brought + self._listed.said[row]
        return features.pair_code(word).to_bytes(4, sys.byteorder) + brought.tobytes() + self._cue(word)

    def _cue(self, word: str) -> bytes:
        if word not in self._cued:
            return self._uncued
        return np.array([word in cue for cue in self._cues], np.float32).tobytes()

    def look(self, messages: Sequence[Sequence[str]]) -> tuple[Floats, Floats]:
        """Return the log-odds of each label for each message, and 1 or 0 for each cue that stands in it or not."""
        return self.examine(messages)[:2]

    def examine(self, messages: Sequence[Sequence[str]]) -> Examined:
        """Return what ``look`` does, with what each of the words that are read brought."""
        messages = list(map(features.shown, messages))
        lengths = list(map(len, messages))
        counts = np.array(lengths, np.int64)
        scales = features.scale(counts)
        brought = self._brought(messages)
        sums = _summed(brought, counts)
        logits = sums[:, : len(self.labels)] * scales[:, None] + self._bias
        return Examined(
            logits, np.minimum(sums[:, len(self.labels) :], 1), brought, list(accumulate(lengths)), scales
        )

    def brought(self, words: Sequence[str]) -> Floats:
        """Return what each word, and the pair that it ends, bring to each label of a message: (words, labels)."""
        brought = self._brought([words[: features.MAX_WORDS]])[:, : len(self.labels)]
        return np.asarray(brought * features.scale(np.array([len(brought)]))[0])

    def _brought(self, messages: Sequence[Sequence[str]]) -> Floats:
        words = list(chain.from_iterable(messages))
        record = bytearray().join(self._memo.many(words, self._records))  # ours to write on
        width = 1 + len(self.labels) + len(self.cues)
        brought = np.frombuffer(record, np.float32).reshape(-1, width)[:, 1:]
        if words and (self._paired or self._places):
            codes: Codes = np.ascontiguousarray(np.frombuffer(record, np.uint32).reshape(-1, width)[:, 0])
            self._pair(codes, np.array([count for count in map(len, messages) if count], np.int64), brought)
        return brought

    def _pair(self, codes: Codes, counts: Ints, brought: Floats) -> None:
        """Add what pairs of words bring, and listed words after a negation, each to its last word."""
        starts = np.cumsum(counts) - counts
        if self._paired:
            brought[:, : len(self.labels)] += self._pairs[features.pair_buckets(codes, starts)]
            for places, buckets in features.around(codes, counts):
                brought[places, : len(self.labels)] += self._pairs[buckets]
        if self._places:
            self._deny(codes, starts, brought)

    def _deny(self, codes: Codes, starts: Ints, brought: Floats) -> None:
        """Add what listed words bring that stand right after a negation."""
        denies = _DENYING[codes & _SLOTS] == codes
        denies[starts[1:] - 1] = False  # the last word of a message turns nothing
        after = np.flatnonzero(denies[:-1]) + 1
        if not len(after):
            return
        found = np.minimum(np.searchsorted(self._listed.codes, codes[after]), len(self._listed.codes) - 1)
        known = self._listed.codes[found] == codes[after]
        brought[after[known], : len(self.labels)] += self._listed.denied[found[known]]


def _summed(brought: Floats, counts: Ints) -> Floats:
    """Return the sum of each message's rows, which stand one after the other, ``counts`` each."""
    starts = np.cumsum(counts) - counts
    if counts.all():
        return np.asarray(np.add.reduceat(brought, starts, axis=0) if len(counts) else brought)
    sums = np.zeros((len(counts), brought.shape[1]), np.float32)
    full = counts > 0
    if full.any():
        sums[full] = np.add.reduceat(brought, starts[full], axis=0)
    return sums
