"""Words that everybody knows to say the like, as classes whose weight is learned once for all of a class.

A few thousand texts show too few of these words often enough to learn each. ``said/feelings.txt`` lists those that
say well or ill, ``said/health.txt`` those of bodies and medicines. The weight of a class is then given to
each of its words, so that whoever reads need not know of classes.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack

from palabre.core.signals import features
from palabre.core.signals.features import PAIR_BUCKETS, WORD_BUCKETS
from palabre.core.signals.grammar import spellings
from palabre.core.signals.spelling import plain_words
from palabre.training.examples import Numbers, Seen
from palabre.training.fit import Weights
from palabre.training.said import lines

_COLUMNS = WORD_BUCKETS + PAIR_BUCKETS


class Classes(NamedTuple):
    """The classes by name, and those of each word; as many more stand for words that are denied."""

    names: tuple[str, ...]
    words: Mapping[str, frozenset[int]]


@cache
def classes(file: str) -> Classes:
    """Return the words of a file of ``said``: lines of ``class | words and their endings, parted by commas``."""
    told = list(lines(file))
    names = tuple(dict.fromkeys(name for _, named, _ in told for name in named))
    found: dict[str, set[int]] = {}
    for _, named, listed in told:
        for word in _spelt(listed):
            found.setdefault(word, set()).update(map(names.index, named))
    return Classes(names, {word: frozenset(ranks) for word, ranks in found.items()})


def _spelt(listed: str) -> Iterator[str]:
    for one in filter(None, map(str.strip, listed.split(","))):
        for spelling in spellings(one):
            words = plain_words(spelling)
            if len(words) != 1:
                raise ValueError(f"{one!r} is {len(words)} words: classes are of single words.")
            yield words[0]


def beside(table: csr_matrix, seen: Sequence[Seen], known: Classes, weight: float) -> csr_matrix:
    """Return features with columns for classes of words after them, each word counting ``weight``."""
    counts = np.array([_counts(features.shown(one.words), known) for one in seen]) * weight
    return csr_matrix(hstack([table, csr_matrix(counts)]))


def _counts(words: Sequence[str], known: Classes) -> Numbers:
    """Return how often each class stands in a message, then each class denied, on the scale of ``features``."""
    size = len(known.names)
    found = np.zeros(2 * size)
    before = ""
    for word in words:
        for rank in known.words.get(word, ()):
            found[rank] += 1
            found[size + rank] += before in features.NEGATIONS
        before = word
    return np.asarray(found / np.sqrt(len(words) + 1))


def folded(fitted: Weights, known: Classes, weight: float) -> Weights:
    """Return weights of ``beside`` as those of ``features`` and of each listed word."""
    said, denied = np.split(fitted.columns[_COLUMNS:] * weight, 2)
    listed = {
        word: (float(sum(said[rank] for rank in ranks)), float(sum(denied[rank] for rank in ranks)))
        for word, ranks in known.words.items()
    }
    return Weights(fitted.columns[:_COLUMNS].copy(), fitted.bias, listed)
