"""The tone: tweets (copies of one text on one side of the split) and film reviews (each its own source)."""

from collections.abc import Iterator

import numpy as np
from sklearn.metrics import f1_score

from bench.quality import Row
from palabre.core.signals.sentiment import EVEN, ILL, REVIEW, WELL, of_post
from palabre.training import tone

TASK = "tone"


def rows() -> Iterator[Row]:
    report = tone.train()
    sources = np.array([one.source.split("/")[0] for one in report.examples])
    odds = report.odds
    films = sources == "films"
    wanted = np.array([one.labels.get(REVIEW, 0) for one in report.examples])
    right = ((odds[REVIEW] > 0) == (wanted > 0))[films].mean()
    yield Row(TASK, "film reviews, well or ill, accuracy", float(right), 0.88, 0.90)
    tweets = sources == "tweets"
    truth = np.array([one.labels.get(WELL, 0) - one.labels.get(ILL, 0) for one in report.examples])
    chances = 1 / (1 + np.exp(-np.stack([odds[WELL], odds[ILL], odds[EVEN]], axis=1)))
    told = np.array([np.sign(of_post(*one)) for one in chances.tolist()])
    score = f1_score(truth[tweets], told[tweets], average="macro")
    yield Row(TASK, "tweets, 3 classes, macro-F1", float(score), 0.62, 0.68)
