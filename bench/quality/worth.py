"""What is worth it, questions and health: on unseen patients, sources and lines, and on our families.

The families of what is worth it were read once before the rules were widened (docs/reference/signals.md gives what
was found at first sight): they guard against loss, they are no measure of what nobody has seen.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import precision_recall_curve, roc_auc_score

from bench.quality import Row
from palabre.core.signals.blend import BIAS
from palabre.store.models import builtin
from palabre.training import fit, worth
from palabre.training.examples import Numbers, known

TASK = "worth"
_FAMILIES = Path(__file__).parents[2] / "tests" / "functional"


def rows() -> Iterator[Row]:
    report = worth.train()
    odds, wanted, sources = held_out(report, "question")
    real = np.isin(sources, ["covid", "ud", "said"])
    figure = recall_at(wanted[real], odds[real], 0.8)
    yield Row(TASK, "questions without their mark, unseen sources, recall at .8", figure, 0.60, 0.80)
    odds, wanted, sources = held_out(report, "adverse_event")
    patients = sources == "psytar"
    auc = float(roc_auc_score(wanted[patients], odds[patients]))
    yield Row(TASK, "adverse event, English posts, unseen patients, AUC", auc, 0.90, 0.92)
    yield from families()


def held_out(report: worth.Report, label: str) -> tuple[Numbers, Numbers, NDArray[np.str_]]:
    """Return the blended log-odds of the examples that say something of a label, what they say, and their set."""
    places, wanted = known(report.examples, label)
    given = fit.inputs(report.seen, {label: report.logits[label]}, [label])
    blend = report.model.blends[label]
    odds = sum(weight * given[name][places] for name, weight in blend.items()) + 0 * given[BIAS][places]
    return odds, wanted, np.array([report.examples[at].source.split("/")[0] for at in places])


def recall_at(wanted: Numbers, odds: Numbers, precision: float) -> float:
    """Return the highest recall that keeps a precision."""
    precisions, recalls, _ = precision_recall_curve(wanted, odds)
    return float(max(recalls[precisions >= precision], default=0.0))


def families() -> Iterator[Row]:
    from tests.functional.suite import FLAG
    from tests.functional.suite import families as read
    from tests.functional.suite import scores as judged

    models = builtin().models
    for name in worth.LABELS:
        found = read(_FAMILIES / f"{name}.txt")
        scores = {one: judged(one.sentences, [name], models) for one in found}
        for family, those in scores.items():
            right = float(np.mean([(score >= FLAG) == family.wanted for score in those]))
            yield Row(TASK, f"{name}: {family.name}", right, 0.70, 0.80)
        if name == "adverse_event":
            truth = np.array([float(one.wanted) for one, those in scores.items() for _ in those])
            every = np.array([score for those in scores.values() for score in those])
            yield Row(
                TASK, "adverse event, French families, recall at .3", recall_at(truth, every, 0.3), 0.80, 0.90
            )
