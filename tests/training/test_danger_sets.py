"""Our sentences about danger: what their lines say, what they leave unknown, and that they never change."""

from collections import Counter

import pytest

from palabre.training import danger_sets
from palabre.training.danger_sets import NEAR, SIGNALS, files
from palabre.training.examples import Example
from palabre.training.said import lines


@pytest.fixture(scope="module")
def ours() -> list[Example]:
    """Our sentences, made once for the tests that only read them."""
    return danger_sets.ours()


def test_the_same_sentences_at_every_call(ours: list[Example]) -> None:
    assert danger_sets.ours() == ours


def test_every_choice_and_slot_is_filled(ours: list[Example]) -> None:
    left = [one.text for one in ours if any(sign in one.text for sign in "{}|")]
    assert left == []


def test_a_line_weighs_the_more_the_more_it_says_but_less_than_so_many_lines(ours: list[Example]) -> None:
    sizes = Counter(one.source for one in ours)
    assert {round(one.weight * sizes[one.source] ** 0.5, 6) for one in ours} == {1.0}
    assert max(sizes.values()) <= danger_sets.EACH


def test_what_is_near_is_unknown_and_what_is_far_is_not_there(ours: list[Example]) -> None:
    said = [one for one in ours if one.labels.get("threat") == sum(one.labels.values()) == 1.0]
    assert all("harassment" not in one.labels and one.labels["self_harm"] == 0.0 for one in said)
    assert set(NEAR) == set(SIGNALS)


def test_each_signal_has_many_lines_on_both_sides() -> None:
    for name in SIGNALS:
        sides = Counter(bool(labels) for file in files(name) for _, labels, _ in lines(file))
        assert min(sides.values()) >= 40, (name, sides)


def test_no_line_has_a_label_that_is_no_signal(ours: list[Example]) -> None:
    told = {label for one in ours for label in one.labels}
    assert told == set(SIGNALS)


def test_comments_in_many_voices_are_ours_like_the_rest(ours: list[Example]) -> None:
    told = {one.source.removeprefix(danger_sets.OURS).split("/")[0] for one in ours}
    assert told == set(SIGNALS)
    assert any("/voices/" in one.source for one in ours)
