"""Every signal and every reason has its words; what cannot be read never breaks a page."""

import json

import pytest
from django.utils import translation

from palabre.core.charter.propose import POINTS
from palabre.core.signals import names
from palabre.desk.messages.evidence import evidence_marks, standing_marks
from palabre.desk.messages.reasons import reason
from palabre.desk.messages.signs import SIGNS, part_word, sign_of
from palabre.desk.web.icons import ICONS


def test_every_signal_that_raises_a_priority_has_a_face() -> None:
    assert set(POINTS) <= set(SIGNS)


def test_every_detector_has_a_face() -> None:
    assert set(names()) <= set(SIGNS)


def test_words_are_the_detectors_own_in_the_persons_language() -> None:
    with translation.override("fr"):
        assert sign_of("coded_hate").word == "haine codée"
        assert reason("insult_mild") == "mot de mépris"
    with translation.override("en"):
        assert sign_of("coded_hate").word == "coded hate"
        assert part_word("private") == "sent in private"


def test_every_face_has_an_icon_of_the_sprite() -> None:
    assert {sign.icon for sign in SIGNS.values()} <= ICONS


def test_an_unknown_signal_shows_its_own_name() -> None:
    assert str(sign_of("new_thing").word) == "new thing"
    assert str(part_word("new_thing")) == "new thing"


def test_evidence_becomes_marks() -> None:
    evidence = json.dumps([{"start": 2, "end": 7, "why": "insult_mild"}])
    (mark,) = evidence_marks("insult", evidence)
    assert (mark.start, mark.end, mark.family) == (2, 7, "harm")


@pytest.mark.parametrize(
    "broken", ["", "nope", "{}", "[1]", '[{"start": "a", "end": 2}]', "null", '[{"start": 1}]']
)
def test_evidence_that_cannot_be_read_is_left_out(broken: str) -> None:
    assert list(evidence_marks("insult", broken)) == []


@pytest.mark.parametrize("broken", ["", "x", "[[1]]", '[["a", 2]]', "[1, 2]"])
def test_spans_that_cannot_be_read_are_left_out(broken: str) -> None:
    assert list(standing_marks("topic", "Eau", broken)) == []


def test_a_reason_that_counts_says_how_many_and_by_whom() -> None:
    with translation.override("fr"):
        assert reason("hurt_together:4:2:Ana, Bob") == (
            "plusieurs s’en prennent à la même personne (4 messages de 2 auteurs : Ana, Bob)"
        )
        assert reason("hurt_again:3:1:Ana").endswith("(3 messages de Ana)")
    with translation.override("en"):
        assert reason("insists:6:1:Ana").endswith("(6 messages by Ana)")
