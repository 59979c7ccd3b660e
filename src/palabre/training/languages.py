"""The model of languages: eight of them on tweets, French and English of other sites beside."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from palabre.core.signals import features
from palabre.core.signals.features import PAIR_BUCKETS, WORD_BUCKETS
from palabre.core.signals.linear import Model
from palabre.core.text import tokenize
from palabre.core.text.language import read_words
from palabre.store.models.languages import PREFIX
from palabre.training import fit, rare
from palabre.training.examples import Numbers
from palabre.training.fit import Weights
from palabre.training.sources import rows

VERSION = "language-1"
CODES = {
    "arabic": "ar", "english": "en", "french": "fr", "german": "de", "hindi": "hi", "italian": "it",
    "portuguese": "pt", "spanish": "es",
}  # fmt: skip
#: Other texts: file, language, how many rows are passed over for one that is read.
OTHERS = (
    ("sentiment_fr_allocine.csv.gz", "fr", 8), ("hate_fr_mlma.csv", "fr", 5), ("question_fr_ud.csv.gz", "fr", 5),
    ("hate_en_davidson.csv.gz", "en", 25), ("ade_en_psytar.csv", "en", 8),
)  # fmt: skip
#: Characters read of a text; parts of the held-out guesses; how freely weights grow.
READ, PARTS, FREEDOM = 300, 4, 10.0


class Said(NamedTuple):
    """The words of a text, its language, and its part where it may be measured (-1: it only trains)."""

    words: list[str]
    lang: str
    part: int


def gather() -> list[Said]:
    """Return the tweets of eight languages, dealt into parts in runs of a hundred neighbours, and other texts."""
    return [*_tweets(), *_others()]


def _tweets() -> Iterator[Said]:
    for number, row in enumerate(rows("langid_tweets_8lang.csv.gz")):
        yield Said(read_words(tokenize(row["text"])), CODES[row["lang"]], number // 100 % PARTS)


def _others() -> Iterator[Said]:
    for file, lang, each in OTHERS:
        for number, row in enumerate(rows(file)):
            if number % each == 0:
                yield Said(read_words(tokenize(row["text"][:READ])), lang, -1)


def table(said: list[Said]) -> csr_matrix:
    """Return the features of texts, without pairs of words: names of films are no language."""
    found = features.rows([one.words for one in said])
    whole = csr_matrix((found.values, found.columns, found.ends), shape=(len(said), WORD_BUCKETS + PAIR_BUCKETS))
    return whole[:, :WORD_BUCKETS]


def weights(columns: csr_matrix, langs: Numbers) -> dict[str, Weights]:
    """Fit one label a language, each language weighing the same; no language is likelier than another unread."""
    fitted = {}
    for code in CODES.values():
        wanted = (langs == code).astype(float)
        found = rare.fit(columns, wanted, rare.balanced(wanted, np.ones(len(wanted))), FREEDOM)
        fitted[PREFIX + code] = Weights(found.columns, 0.0)
    return fitted


def train() -> Model:
    """Train on everything."""
    said = gather()
    fitted = weights(table(said), np.array([one.lang for one in said]))
    nothing = np.zeros(PAIR_BUCKETS, np.float32)
    whole = {label: Weights(np.concatenate([one.columns, nothing]), one.bias) for label, one in fitted.items()}
    return fit.assemble(VERSION, whole, {}, least=0.003)
