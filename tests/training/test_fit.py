"""What is fitted can be read back by the models of the core, and what must only lower never raises."""

import numpy as np
import pytest

from palabre.core.signals.blend import Models
from palabre.training import fit, hurts, rare, written
from palabre.training.examples import Example, see

GOOD, BAD = ["merci beaucoup", "belle photo", "bonne journée à tous"], ["sale abruti", "gros nul", "tu es minable"]
EXAMPLES = [
    Example(text, {"bad": float(bad)}, source)
    for source in ("one", "two", "three")
    for bad, texts in enumerate((GOOD, BAD))
    for text in texts
]


def test_a_fitted_model_reads_as_scikit_learn_does() -> None:
    seen = see(EXAMPLES)
    table = fit.matrix(seen)
    weights = rare.fit_label(EXAMPLES, table, "bad", 100.0)  # so few examples ask for more freedom
    model = fit.assemble("t-1", {"bad": weights}, {"insult": {"logit.bad": 1.0}})
    judged = Models([model]).judge([one.words for one in seen], [{}] * len(seen), [0.0] * len(seen))[:, 0]
    plain = 1 / (1 + np.exp(-(table @ weights.columns + weights.bias)))
    assert np.allclose(judged, plain, atol=1e-3)
    assert ((judged > 0.5) == [one.labels["bad"] == 1 for one in EXAMPLES]).all()


def test_what_is_held_out_was_never_seen() -> None:
    odd = [Example("zorglub", {"bad": 1.0}, "four"), *EXAMPLES]
    logits = fit.held_out(odd, fit.matrix(see(odd)), "bad", rare.fit_label, parts=4)
    assert logits[0] < logits[1 + len(GOOD)], "a word of its own source alone must not be known"


def test_a_label_of_one_source_cannot_be_held_out() -> None:
    lone = [Example("a", {"bad": 1.0}, "one"), Example("b", {"bad": 0.0}, "two")]
    with pytest.raises(ValueError, match="one source alone"):
        fit.held_out(lone, fit.matrix(see(lone)), "bad", rare.fit_label)


def test_a_blend_stays_within_its_bounds() -> None:
    chance = np.random.default_rng(3)
    wanted = (chance.random(300) < 0.5).astype(float)
    given = {"bias": np.ones(300), "rule.hate": wanted, "quoted": wanted}  # quoting goes with hate here, wrongly
    bounds = {name: hurts.bounds(name) for name in given}
    found = fit.fit_blend(given, wanted, np.ones(300), bounds)
    assert found["rule.hate"] > 1 and found.get("quoted", 0.0) <= 0


def test_the_written_sentences_are_always_the_same_and_both_sides() -> None:
    first = written.examples()
    assert first == written.examples()
    assert 0.3 < np.mean([one.labels["hate"] for one in first if "hate" in one.labels]) < 0.7


def test_every_group_stands_on_both_sides() -> None:
    said = written.examples()
    for group in ("musulmans", "femmes", "juifs", "réfugiés"):
        labels = {one.labels["hate"] for one in said if group in one.text and "hate" in one.labels}
        assert labels == {0.0, 1.0}, group
