"""Our sentences of scams and adverts: what their lines say, and what they leave unknown."""

from collections import Counter

import pytest
from tests.functional.suite import HERE, families

from palabre.training.classes import classes
from palabre.training.said import lines
from palabre.training.swindle_sets import NONE, OURS, SIGNALS, TOLD, ours


def test_the_same_sentences_at_every_call_with_every_choice_made() -> None:
    made = ours()
    assert made == ours()
    assert [one.text for one in made if "|" in one.text or "(" in one.text] == []


def test_a_scam_may_be_an_advert_and_an_advert_is_no_scam() -> None:
    told = {tuple(sorted(one.labels.items())) for one in ours()}
    assert told == {tuple(sorted(labels.items())) for labels in (*TOLD.values(), NONE)}
    assert "spam" not in TOLD["scam"]
    assert TOLD["spam"]["scam"] == 0.0


@pytest.mark.parametrize("name", SIGNALS)
def test_each_signal_has_many_lines_on_both_sides(name: str) -> None:
    sides = Counter(name in labels for _, labels, _ in lines(f"swindle/{name}"))
    assert min(sides.values()) >= 60


def test_no_line_has_a_label_that_is_not_known() -> None:
    told = {label for name in SIGNALS for _, labels, _ in lines(f"swindle/{name}") for label in labels}
    assert told == set(TOLD)


def test_no_sentence_stands_in_the_functional_suite() -> None:
    tested = {text for name in SIGNALS for one in families(HERE / f"{name}.txt") for text in one.sentences}
    assert not {one.text.casefold() for one in ours()} & {text.casefold() for text in tested}


def test_classes_hold_the_words_of_trade_and_of_warning() -> None:
    known = classes("swindle/classes")
    assert known.words["arnaque"] == {known.names.index("warn")}
    assert known.names.index("coin") in known.words["bitcoins"]


def test_comments_in_many_voices_are_ours_like_the_rest() -> None:
    assert all(one.source.startswith(OURS) for one in ours())
    assert any("/voices/" in one.source for one in ours())
