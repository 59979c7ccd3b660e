"""Compact linear models over the features of words, all read in one pass over a batch.

A model is plain arrays: a weight for each bucket and each of its ``labels``. What a word brings to all labels is
remembered as bytes, so that a batch is one join of bytes and a sum (``features`` says why this is exact).
Arrays are passed in: nothing here opens a file (``palabre.store.models`` does).
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from palabre.core.signals import features
from palabre.core.signals.features import Codes, Floats, Ints
from palabre.core.text.memo import Memo

#: Words remembered with what they bring, in each of two generations.
CACHE_SIZE = 32_768
#: New words from which they are looked at all at once.
_FEW = 8


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of one trained model. ``words`` is (WORD_BUCKETS, labels), ``pairs`` (PAIR_BUCKETS, labels).

    ``blends`` says, for each signal that the model speaks for, how much each input weighs (``blend``).
    ``version`` stands in every signal it gives.
    """

    version: str
    labels: tuple[str, ...]
    words: Floats
    pairs: Floats
    bias: Floats
    blends: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        wanted = {
            "words": (features.WORD_BUCKETS, len(self.labels)),
            "pairs": (features.PAIR_BUCKETS, len(self.labels)),
            "bias": (len(self.labels),),
        }
        for name, shape in wanted.items():
            array: NDArray[np.float32] = getattr(self, name)
            if array.shape != shape or not np.isfinite(array).all():
                raise ValueError(f"{self.version}: `{name}` must be finite numbers of the shape {shape}.")


class Examined(NamedTuple):
    """A batch looked at: log-odds (messages, labels), cues (messages, cues), and what each word brought to them.

    The words of a message are the rows ``ends[at - 1]`` to ``ends[at]`` of ``brought``, before ``scales[at]``.
    """

    logits: Floats
    cues: Floats
    brought: Floats
    ends: list[int]
    scales: Floats

    def weighed(self, weights: Floats, at: int | None = None) -> Floats:
        """Return what each word brought to a sum of the labels by their ``weights``: of the batch, or of a message.

        Summed word by word, not as a product of matrices, which rounds by what else is in the batch.
        """
        labels = self.logits.shape[1]
        if at is not None:
            brought = self.brought[self.ends[at - 1] if at else 0 : self.ends[at], :labels]
            return np.asarray((brought * weights).sum(axis=1) * self.scales[at])
        ends = np.array([0, *self.ends], np.int64)
        sums = (self.brought[:, :labels] * weights).sum(axis=1)
        return np.asarray(sums * np.repeat(self.scales, ends[1:] - ends[:-1]))


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
        none = np.zeros((features.WORD_BUCKETS, 0), np.float32), np.zeros((features.PAIR_BUCKETS, 0), np.float32)
        self._words = np.ascontiguousarray(np.hstack([none[0], *(model.words for model in models)]))
        self._pairs = np.ascontiguousarray(np.hstack([none[1], *(model.pairs for model in models)]))
        self._bias = np.concatenate([np.zeros(0, np.float32), *(model.bias for model in models)])
        self._cued = frozenset[str]().union(*self._cues)
        self._memo = Memo(self._record, CACHE_SIZE, lambda word: len(word) <= 64)

    def _record(self, word: str) -> bytes:
        """Return the code of a word (4 bytes), then what it brings to each label (4 bytes each)."""
        found = features.buckets(word)
        sums = np.add.reduceat(self._words.take(found, axis=0), [0], axis=0)[0]  # adds in the order of ``_records``
        brought: Floats = sums * np.float32(features.share(len(found)))
        return features.code(word).to_bytes(4, sys.byteorder) + brought.tobytes() + self._cue(word)

    def _records(self, words: list[str]) -> Iterator[bytes]:
        """Return the records of many words: as one by one, in a tenth of the time."""
        if len(words) < _FEW:
            yield from map(self._record, words)
            return
        buckets, counts = features.buckets_of(words)
        sums = np.add.reduceat(self._words.take(buckets, axis=0), np.cumsum(counts) - counts, axis=0)
        brought = sums * (1 / np.sqrt(counts)).astype(np.float32)[:, None]
        for word, row in zip(words, brought, strict=True):
            yield features.code(word).to_bytes(4, sys.byteorder) + row.tobytes() + self._cue(word)

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
        sums = np.zeros((len(counts), brought.shape[1]), np.float32)
        full = counts > 0
        if full.any():
            sums[full] = np.add.reduceat(brought, _starts(counts[full].tolist()), axis=0)
        logits = sums[:, : len(self.labels)] * scales[:, None] + self._bias
        return Examined(
            logits, np.minimum(sums[:, len(self.labels) :], 1), brought, list(accumulate(lengths)), scales
        )

    def brought(self, words: Sequence[str]) -> Floats:
        """Return what each word, and the pair that it ends, bring to each label of a message: (words, labels)."""
        brought = self._brought([words])[:, : len(self.labels)]
        return np.asarray(brought * features.scale(np.array([len(brought)]))[0])

    def _brought(self, messages: Sequence[Sequence[str]]) -> Floats:
        words = [word for message in messages for word in message[: features.MAX_WORDS]]
        record = b"".join(self._memo.many(words, self._records))
        width = 1 + len(self.labels) + len(self.cues)
        codes: Codes = np.ascontiguousarray(np.frombuffer(record, np.uint32).reshape(-1, width)[:, 0])
        brought = np.frombuffer(record, np.float32).reshape(-1, width)[:, 1:].copy()
        counts = [n for words in messages if (n := min(len(words), features.MAX_WORDS))]
        if len(codes):
            pairs = features.pair_buckets(codes, _starts(counts))
            brought[:, : len(self.labels)] += self._pairs[pairs]
        return brought


def _starts(counts: Sequence[int]) -> Ints:
    """Return where each message begins when they stand one after the other."""
    return np.array([0, *accumulate(counts)][: len(counts)], np.int64)
