"""Answers: attributes out of signals, spans, thresholds, languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palabre.core.perspective import (
    ATTRIBUTES,
    GROUPS,
    Analyze,
    ApiError,
    Scored,
    Suggest,
    analyzed,
    language_asked,
    scores,
    sentences,
    suggested,
)
from palabre.core.perspective.sentences import MOST, in_utf16
from palabre.core.signals import names

TEXT = "Merci pour la carte. Sale type !"


def test_an_attribute_is_the_strongest_of_its_signals() -> None:
    found = scores({"insult": 0.9, "hate": 0.3}, ("TOXICITY", "IDENTITY_ATTACK", "THREAT", "SPAM"))
    assert found == {"TOXICITY": 0.9, "IDENTITY_ATTACK": 0.3, "THREAT": 0.0, "SPAM": 0.0}


def test_attributes_and_labels_speak_of_signals_that_exist() -> None:
    known = {*names(), "flood"}
    for mix, label in ATTRIBUTES.values():
        assert mix.keys() <= known and (label in known or label in GROUPS)
    assert all(set(members) <= known for members in GROUPS.values())


@given(st.dictionaries(st.sampled_from(sorted(names())), st.floats(0, 1)))
@settings(max_examples=50)
def test_scores_are_probabilities_and_severe_is_never_above_toxic(signals: dict[str, float]) -> None:
    found = scores(signals, tuple(ATTRIBUTES))
    assert all(0 <= value <= 1 for value in found.values())
    assert found["SEVERE_TOXICITY"] <= found["TOXICITY"]


def test_the_answer_has_the_protocol_s_shape() -> None:
    asked = Analyze(TEXT, {"INSULT": 0.0, "THREAT": 0.0}, ("fr",), True, "t-1")
    pieces = [Scored((0, 20), {}), Scored((21, 32), {"insult": 0.8})]
    assert analyzed(asked, {"insult": 0.7}, pieces, ["fr"], "fr") == {
        "attributeScores": {
            "INSULT": {
                "spanScores": [
                    {"begin": 0, "end": 20, "score": {"value": 0.0, "type": "PROBABILITY"}},
                    {"begin": 21, "end": 32, "score": {"value": 0.8, "type": "PROBABILITY"}},
                ],
                "summaryScore": {"value": 0.7, "type": "PROBABILITY"},
            },
            "THREAT": {
                "spanScores": [
                    {"begin": 0, "end": 20, "score": {"value": 0.0, "type": "PROBABILITY"}},
                    {"begin": 21, "end": 32, "score": {"value": 0.0, "type": "PROBABILITY"}},
                ],
                "summaryScore": {"value": 0.0, "type": "PROBABILITY"},
            },
        },
        "languages": ["fr"],
        "detectedLanguages": ["fr"],
        "clientToken": "t-1",
    }


def test_scores_under_the_threshold_are_left_out() -> None:
    asked = Analyze(TEXT, {"INSULT": 0.9, "TOXICITY": 0.5})
    found = analyzed(asked, {"insult": 0.7}, [Scored((0, 32), {"insult": 0.7})], ["fr"], "")
    assert list(found["attributeScores"]) == ["TOXICITY"]
    none = analyzed(Analyze(TEXT, {"INSULT": 0.9}), {"insult": 0.7}, [], ["fr"], "fr")
    assert none == {"languages": ["fr"], "detectedLanguages": ["fr"]}


def test_a_suggestion_is_answered_by_its_token() -> None:
    assert suggested(Suggest("x", {"TOXICITY": 1.0}, token="comment-53922")) == {"clientToken": "comment-53922"}
    assert suggested(Suggest("x", {"TOXICITY": 1.0})) == {}


def test_sentences_keep_their_place() -> None:
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == ["Merci pour la carte.", "Sale type !"]
    assert sentences("  Un seul  ") == [(2, 9)]
    assert sentences(" \n ") == []
    assert sentences("« Oui ! » dit-il.\nNon…") == [(0, 9), (10, 17), (18, 22)]


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_sentences_lose_nothing_but_blanks(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(start < end for start, end in found)


def test_sentences_are_bounded() -> None:
    found = sentences("Non. " * 500)
    assert len(found) == MOST and found[-1][1] == len("Non. " * 500) - 1


@given(st.text(max_size=60), st.data())
@settings(max_examples=60)
def test_offsets_count_utf16_units(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    ((begin, finish),) = in_utf16(text, [(start, end)])
    units = text.encode("utf-16-le", "surrogatepass")
    assert units[begin * 2 : finish * 2].decode("utf-16-le", "surrogatepass") == text[start:end]


def test_an_emoji_counts_for_two() -> None:
    assert in_utf16("🤬 non", [(2, 5)]) == [(3, 6)]


@pytest.mark.parametrize(
    ("told", "detected", "languages"),
    [((), "fr", ("fr",)), ((), "en", ("en",)), ((), "", ("fr",)), (("fr-CA",), "en", ("fr-CA",))],
)
def test_languages(told: tuple[str, ...], detected: str, languages: tuple[str, ...]) -> None:
    assert language_asked(Analyze("x", {"INSULT": 0.0}, told), detected, "fr") == languages


def test_a_language_that_is_not_served() -> None:
    with pytest.raises(ApiError) as refused:
        language_asked(Analyze("x", {"INSULT": 0.0}), "it", "fr")
    (detail,) = refused.value.body()["error"]["details"]
    assert refused.value.message == "Attribute INSULT does not support request languages: it"
    assert detail["errorType"] == "LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE"
    assert detail["languageNotSupportedByAttributeError"] == {"detectedLanguages": ["it"], "attribute": "INSULT"}
