"""The model of scams and adverts: what rules find stands, and few of the innocent are flagged."""

import numpy as np
import pytest

from palabre.core.signals.blend import Models
from palabre.training import rare, swindle
from palabre.training.examples import Example, Held
from palabre.training.swindle import hold
from palabre.training.swindle_sets import NONE, ours


@pytest.fixture(scope="module")
def held() -> Held:
    """Hold some of our sentences, with a few that stand for ordinary speech."""
    plain = [Example(f"Le train de {hour} heures est en retard", NONE, f"ordinary/{hour}") for hour in range(40)]
    return hold([*ours()[::4], *plain])


def test_few_of_the_twins_are_flagged_by_weights_that_never_saw_them(held: Held) -> None:
    twins = np.array([at for at, one in enumerate(held.examples) if one.labels == NONE])
    blended = swindle.blend(held, "scam")
    odds = swindle.odds_of(swindle.given(held, "scam", twins), blended)
    assert np.mean(odds > 0) <= 0.06
    assert blended["rule.scam"] >= 8.0


def test_the_model_tells_a_scam_from_a_warning(held: Held) -> None:
    models = Models([swindle.train(held)])
    scam = ["votre", "colis", "est", "bloque", "payez", "les", "frais", "de", "douane", "sur", "ce", "lien"]
    warning = ["attention", "aux", "faux", "messages", "de", "la", "poste", "une", "arnaque", "signalez", "les"]
    judged = models.judge([scam, warning], [{}, {}], [0.0, 0.0])[:, models.signals.index("scam")]
    assert judged[0] > judged[1]


def test_what_a_rule_finds_stands(held: Held) -> None:
    models = Models([swindle.train(held)])
    plain = ["le", "train", "de", "midi", "est", "en", "retard"]
    silent, told = models.judge([plain, plain], [{}, {"scam": 0.9}], [0.0, 0.0])[:, models.signals.index("scam")]
    assert silent < 0.5 <= told


def test_a_quantile_counts_weights() -> None:
    values, weights = np.array([3.0, 1.0, 2.0]), np.array([1.0, 8.0, 1.0])
    assert rare.quantile(values, weights, 0.5) == 1.0
    assert rare.quantile(values, weights, 0.95) == 3.0
