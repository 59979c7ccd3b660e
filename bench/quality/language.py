"""French among eight languages on tweets: each quarter read by a model that was trained on the three others."""

import sys
from collections.abc import Iterator, Sequence

import numpy as np

from bench.quality import Row
from palabre.core.signals.features import PAIR_BUCKETS
from palabre.core.text import language_of, tokenize_many
from palabre.store.models.languages import PiecesOfWords
from palabre.training import fit, languages
from palabre.training.fit import Weights
from palabre.training.sources import rows as data

TASK = "language"
_reader = sys.modules[language_of.__module__]  # the package has a function of this name


def rows() -> Iterator[Row]:
    tokens = tokenize_many([row["text"] for row in data("langid_tweets_8lang.csv.gz")])
    said = languages.gather()
    table, langs = languages.table(said), np.array([one.lang for one in said])
    parts = np.array([one.part for one in said])
    votes = [verdict[0] for verdict in _reader.languages_of(tokens)]
    yield Row(TASK, "French among 8 languages on tweets, F1, without the model", f1(langs.tolist(), votes))
    found = np.array([""] * len(tokens), dtype=object)
    for part in range(languages.PARTS):
        train, test = np.flatnonzero(parts != part), np.flatnonzero(parts == part)
        fitted = languages.weights(table[train], langs[train])
        nothing = np.zeros(PAIR_BUCKETS, np.float32)
        whole = {label: Weights(np.concatenate([one.columns, nothing]), one.bias) for label, one in fitted.items()}
        guesser = PiecesOfWords(fit.assemble("held-out", whole, {}))
        found[test] = [verdict[0] for verdict in _reader.languages_of([tokens[at] for at in test], guesser)]
    yield Row(TASK, "French among 8 languages on tweets, F1", f1(langs.tolist(), found.tolist()), 0.99, 0.995)


def f1(langs: Sequence[str], found: Sequence[str], code: str = "fr") -> float:
    pairs = list(zip(langs, found, strict=False))
    both = sum(lang == one == code for lang, one in pairs)
    return 2 * both / (sum(lang == code for lang, _ in pairs) + sum(one == code for _, one in pairs))
