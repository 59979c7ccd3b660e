"""The floors that what hurts must keep on families of sentences that no model has learnt from."""

import pytest

from functional.suite import HERE, families, macro_f1, scores, shares
from palabre.store.models import builtin
from palabre.training import danger_sets, written

#: Signal → those that may say it, the least macro-F1, and the least share of an innocent family left alone.
FLOORS = {
    "hate": (("hate", "dehumanising"), 0.80, 0.80),
    "insult": (("insult",), 0.80, 0.80),
    "threat": (("threat",), 0.80, 0.80),
    "violence_call": (("violence_call", "threat"), 0.80, 0.80),
    "harassment": (("harassment",), 0.70, 0.80),
    "sexual": (("sexual",), 0.70, 0.80),
    "self_harm": (("self_harm",), 0.80, 0.80),
    "personal_data": (("personal_data",), 0.80, 0.80),
    "scam": (("scam",), 0.80, 0.80),
    "spam": (("spam", "scam"), 0.70, 0.80),
    "coded_hate": (("coded_hate",), 0.70, 0.70),
}
#: Families written before anything was looked at, in other words than the rules: a measure, with no floor to reach.
MEASURED = "fresh_"


@pytest.mark.parametrize("signal", FLOORS)
def test_the_floors_are_kept(signal: str) -> None:
    names, least_f1, least_innocent = FLOORS[signal]
    found = [one for one in families(HERE / f"{signal}.txt") if not one.name.startswith(MEASURED)]
    right = shares(found, names, builtin().models)
    assert macro_f1(found, right) >= least_f1, right
    innocent = {one.name: right[one.name] for one in found if not one.wanted}
    assert min(innocent.values()) >= least_innocent, innocent


@pytest.mark.parametrize("family", ["leet", "spacing"])
def test_disguises_come_off(family: str) -> None:
    found = [one for one in families(HERE / "hate.txt") if one.name == family]
    assert shares(found, ("hate", "dehumanising"), builtin().models)[family] >= 0.95


@pytest.mark.parametrize("signal", FLOORS)
def test_a_family_has_twenty_sentences(signal: str) -> None:
    for family in families(HERE / f"{signal}.txt"):
        assert len(set(family.sentences)) >= 20, family.name


def test_no_sentence_was_learnt() -> None:
    learnt = {one.text.casefold().strip(" .!") for one in [*written.examples(), *danger_sets.ours()]}
    for signal in FLOORS:
        for family in families(HERE / f"{signal}.txt"):
            shared = {text for text in family.sentences if text.casefold().strip(" .!") in learnt}
            assert not shared, (family.name, shared)


def test_models_beat_rules_nowhere_by_raising_quotations() -> None:
    texts = ["« Les Arabes sont des voleurs »", "« sale pédé »"]
    bare = [text.strip("« »") for text in texts]
    models = builtin().models
    for quoted, said in zip(scores(texts, ("hate",), models), scores(bare, ("hate",), models), strict=True):
        assert quoted <= said


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("Les Roms ne sont pas tous des voleurs, arrêtez avec ça.", "Les Roms sont tous des voleurs"),
        ("Les immigrés volent pas votre travail, arrêtez", "Les immigrés volent votre travail"),
        ("Not all Arabs are thieves", "All Arabs are thieves"),
        ("On ne devrait jamais refuser un logement à un Tchadien", "Je ne louerai jamais à un Tchadien"),
    ],
)
def test_what_is_denied_is_not_raised_by_what_was_learned(denied: str, said: str) -> None:
    lowered, whole = scores([denied, said], ("hate",), builtin().models)
    assert lowered < 0.5 <= whole


def test_pas_que_is_no_denial_and_a_denial_clears_nothing_else() -> None:
    texts = [
        "Les Kurdes ne sont pas que des voleurs, ce sont des menteurs",
        "Les Kurdes ne sont pas tous des voleurs, mais je les déteste",
    ]
    assert min(scores(texts, ("hate",), builtin().models)) >= 0.5
