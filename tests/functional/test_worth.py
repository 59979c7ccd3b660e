"""The families of what is worth it, of health, of tone of voice and of questions, judged by the models shipped."""

import pytest

from palabre.store.models import builtin
from palabre.training.said import sentences
from palabre.training.worth_sets import OF_OURS

from .suite import HERE, Family, families, shares

NAMES = (*OF_OURS, "question", "adverse_event")
#: The share of a family that must be judged rightly. Irony and correction are the hardest to keep apart.
LEAST = 0.8


def of(name: str) -> list[Family]:
    return families(HERE / f"{name}.txt")


@pytest.mark.parametrize("name", NAMES)
def test_each_family_is_judged_rightly(name: str) -> None:
    right = shares(of(name), [name], builtin().models)
    assert all(share >= LEAST for share in right.values()), right


def test_each_signal_has_twenty_sentences_on_both_sides() -> None:
    for name in NAMES:
        sides = {family.wanted: len(family.sentences) for family in of(name)}
        assert sides.keys() == {True, False}
        assert min(sides.values()) >= 20


def test_no_sentence_was_learned_from() -> None:
    learned = {example.text.casefold() for example in sentences("worth")}
    tested = {text.casefold() for name in NAMES for family in of(name) for text in family.sentences}
    assert not learned & tested
    assert len(tested) == sum(len(family.sentences) for name in NAMES for family in of(name))
