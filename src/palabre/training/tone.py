"""The model of tone: well and ill said in posts, well said in reviews, with a head each.

Film reviews do not train a tone for posts (measured: near chance on tweets), so each head has its set. Both also
learn from ``said/tone.txt``: words and phrases that everybody knows to say well or ill.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from palabre.core.signals.linear import Model
from palabre.core.signals.sentiment import HEADS, ILL, REVIEW, WELL
from palabre.training import fit, rare
from palabre.training.examples import Example, Numbers, known, see
from palabre.training.said import lines
from palabre.training.sources import rows

VERSION = "tone-1"
#: What a phrase of ours weighs beside a text, for posts and for reviews; and how freely weights grow.
PHRASE = {WELL: 0.6, ILL: 0.6, REVIEW: 1.2}
FREEDOM = {WELL: 4.0, ILL: 4.0, REVIEW: 6.0}
#: What rules bring to posts, set by hand: tweets of the press hold too little anger and praise to learn it.
RULES = {
    WELL: {"rule.praise": 3.0, "rule.anger": -2.0, "rule.insult": -1.5, "rule.irony": -2.0},
    ILL: {"rule.praise": -2.0, "rule.anger": 4.0, "rule.insult": 2.5, "rule.irony": 3.0},
}
#: Words of the copies of one text that need to be the same for both to stand on one side of a split.
_OPENING = 7


class Report(NamedTuple):
    """A model with what it was made from, and the held-out log-odds of each head."""

    model: Model
    examples: list[Example]
    logits: dict[str, Numbers]


def _posts() -> Iterator[Example]:
    for row in rows("sentiment_fr_tweets.csv"):
        words = [word for word in row["text"].lower().split() if word[:1] not in "@h#"][:_OPENING]
        labels = {WELL: float(row["label"] == "positive"), ILL: float(row["label"] == "negative")}
        yield Example(row["text"], labels, "tweets/" + " ".join(words))  # copies of one text are one source


def _reviews() -> Iterator[Example]:
    for number, row in enumerate(rows("sentiment_fr_allocine.csv.gz")):
        yield Example(row["text"], {REVIEW: float(row["positive"])}, f"films/{number}")


def phrases() -> Iterator[Example]:
    """Yield each phrase of ours, for every head."""
    for _, said, listed in lines("tone"):
        well = float(said == ("positive",))
        for phrase in filter(None, map(str.strip, listed.split(","))):
            yield Example(phrase, {WELL: well, ILL: 1 - well, REVIEW: well}, f"said/tone/{phrase}")


def examples() -> list[Example]:
    """Return the posts, the reviews and our phrases. Raises ``DataMissing``."""
    return [*_posts(), *_reviews(), *phrases()]


def train() -> Report:
    """Train on the public sets and our phrases."""
    taken = examples()
    table = fit.matrix(see(taken))
    logits = {head: rare.held_out(_weighed(taken, head), table, head, FREEDOM[head]) for head in HEADS}
    fitted = {head: rare.fit_label(_weighed(taken, head), table, head, FREEDOM[head]) for head in HEADS}
    blends = {
        head: {"bias": shift(taken, logits[head], head), f"logit.{head}": 1.0} | RULES.get(head, {})
        for head in HEADS
    }
    return Report(fit.assemble(VERSION, fitted, blends, least=0.003), taken, logits)


def _weighed(taken: list[Example], head: str) -> list[Example]:
    return [one._replace(weight=PHRASE[head]) if one.source.startswith("said/") else one for one in taken]


def shift(taken: list[Example], logits: Numbers, head: str) -> float:
    """Return the bias after which as many texts of the sets are found as there are: training saw other shares."""
    places, wanted = known(taken, head)
    texts = np.array([not taken[at].source.startswith("said/") for at in places])
    return -float(np.quantile(logits[places][texts], 1 - wanted[texts].mean()))
