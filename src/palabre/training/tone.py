"""The model of tone: well, ill and neither said in posts, well said in reviews, with a head each.

Film reviews do not train a tone for posts (measured: near chance on tweets), so each head has its set. Both also
learn from ``said/tone.txt``: words and phrases that everybody knows to say well or ill; and posts from the classes
of ``said/feelings.txt``, which do not help reviews (measured: the *peur* of a horror film is no blame).
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from palabre.core.signals.linear import Model
from palabre.core.signals.sentiment import EVEN, HEADS, ILL, REVIEW, WELL
from palabre.training import classes, fit, rare
from palabre.training.examples import Example, Numbers, Seen, known, see
from palabre.training.said import lines
from palabre.training.sources import rows

VERSION = "tone-3"


class Way(NamedTuple):
    """How a head is fitted: what a phrase of ours weighs beside a text, a pair of words beside a piece, a word of
    ``said/feelings.txt`` beside both; and how freely weights grow."""

    phrase: float
    pairs: float
    feeling: float
    freedom: float


_POST = Way(phrase=0.3, pairs=0.3, feeling=1.0, freedom=12.0)
WAYS = {WELL: _POST, ILL: _POST, EVEN: _POST, REVIEW: Way(phrase=1.0, pairs=0.5, feeling=0.0, freedom=20.0)}
#: What rules bring to posts, set by hand: tweets of the press hold too little anger and praise to learn it.
RULES = {
    WELL: {"rule.praise": 3.0, "rule.anger": -2.0, "rule.insult": -1.5, "rule.irony": -2.0},
    ILL: {"rule.praise": -2.0, "rule.anger": 4.0, "rule.insult": 2.5, "rule.irony": 3.0},
    EVEN: {"rule.praise": -2.0, "rule.anger": -2.0, "rule.insult": -2.0, "rule.irony": -2.0},
}
#: Weights under this share of the greatest are dropped.
LEAST = 0.001
#: Words of the copies of one text that need to be the same for both to stand on one side of a split.
_OPENING = 7
#: What the set of posts calls what each head says.
_NAMED = {WELL: "positive", ILL: "negative", EVEN: "neutral"}


class Report(NamedTuple):
    """A model with what it was made from, and the held-out log-odds of each head, the rules weighed in."""

    model: Model
    examples: list[Example]
    odds: dict[str, Numbers]


def _posts() -> Iterator[Example]:
    for row in rows("sentiment_fr_tweets.csv"):
        words = [word for word in row["text"].lower().split() if word[:1] not in "@h#"][:_OPENING]
        labels = {head: float(row["label"] == said) for head, said in _NAMED.items()}
        yield Example(row["text"], labels, "tweets/" + " ".join(words))  # copies of one text are one source


def _reviews() -> Iterator[Example]:
    for number, row in enumerate(rows("sentiment_fr_allocine.csv.gz")):
        yield Example(row["text"], {REVIEW: float(row["positive"])}, f"films/{number}")


def phrases() -> Iterator[Example]:
    """Yield each phrase of ours, for every head."""
    for _, said, listed in lines("tone"):
        well = float(said == ("positive",))
        for phrase in filter(None, map(str.strip, listed.split(","))):
            yield Example(phrase, {WELL: well, ILL: 1 - well, EVEN: 0.0, REVIEW: well}, f"said/tone/{phrase}")


def examples() -> list[Example]:
    """Return the posts, the reviews and our phrases. Raises ``DataMissing``."""
    return [*_posts(), *_reviews(), *phrases()]


def train() -> Report:
    """Train on the public sets and our phrases."""
    taken = examples()
    seen = see(taken)
    plain = fit.matrix(seen)
    listed = classes.classes("feelings")
    logits: dict[str, Numbers] = {}
    fitted: dict[str, fit.Weights] = {}
    for head, way in WAYS.items():
        table = classes.beside(plain, seen, listed, way.feeling)
        weighed = _weighed(taken, head)
        logits[head] = rare.held_out(weighed, table, head, way.freedom, way.pairs)
        found = rare.fit_label(weighed, table, head, way.freedom, way.pairs)
        fitted[head] = classes.folded(found, listed, way.feeling)
    blends = {
        head: {"bias": shift(taken, logits[head], head), f"logit.{head}": 1.0} | RULES.get(head, {})
        for head in HEADS
    }
    return Report(fit.assemble(VERSION, fitted, blends, LEAST), taken, _blended(seen, logits, blends))


def _blended(
    seen: list[Seen], logits: dict[str, Numbers], blends: dict[str, dict[str, float]]
) -> dict[str, Numbers]:
    """Return the log-odds of each head as the blend gives them."""
    rules = dict.fromkeys(name[5:] for blend in blends.values() for name in blend if name[:5] == "rule.")
    given = fit.inputs(seen, logits, list(rules))
    return {
        head: np.asarray(sum(weight * given[name] for name, weight in blend.items()))
        for head, blend in blends.items()
    }


def _weighed(taken: list[Example], head: str) -> list[Example]:
    return [one._replace(weight=WAYS[head].phrase) if one.source.startswith("said/") else one for one in taken]


def shift(taken: list[Example], logits: Numbers, head: str) -> float:
    """Return the bias after which as many texts of the sets are found as there are: training saw other shares."""
    places, wanted = known(taken, head)
    texts = np.array([not taken[at].source.startswith("said/") for at in places])
    return -float(np.quantile(logits[places][texts], 1 - wanted[texts].mean()))
