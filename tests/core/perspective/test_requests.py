"""Requests of the Perspective protocol: what is read, and how each mistake is said."""

import json
from typing import Any

import pytest

from palabre.core.perspective import ApiError, read_analyze, read_suggest
from palabre.core.perspective.errors import no_key, quota_exceeded, wrong_key
from palabre.core.perspective.requests import MOST_COMMENT

ANALYZER = "type.googleapis.com/google.commentanalyzer.v1alpha1.Error"


def body(**fields: Any) -> bytes:
    return json.dumps({"comment": {"text": "Bonjour"}, "requestedAttributes": {"TOXICITY": {}}, **fields}).encode()


def suggestion(scores: Any, **fields: Any) -> bytes:
    return json.dumps({"comment": {"text": "Bonjour"}, "attributeScores": scores, **fields}).encode()


def refusal(data: bytes, suggest: bool = False) -> ApiError:
    with pytest.raises(ApiError) as refused:
        (read_suggest if suggest else read_analyze)(data)
    return refused.value


def test_every_field_of_the_protocol_is_taken() -> None:
    asked = read_analyze(
        body(
            comment={"text": "Salut", "type": "PLAIN_TEXT"},
            context={"entries": [{"text": "avant", "type": "PLAIN_TEXT"}]},
            requestedAttributes={
                "TOXICITY": {"scoreType": "PROBABILITY", "scoreThreshold": 0.4},
                "INSULT": {"score_threshold": 1},
                "SPAM": {},
            },
            languages=["fr", " EN "],
            doNotStore=True,
            clientToken="c-1",
            sessionId="s-1",
            communityId="Coral:https://courrier.example",
            spanAnnotations=True,
        )
    )
    assert asked.text == "Salut" and asked.spans and asked.token == "c-1"
    assert asked.attributes == {"TOXICITY": 0.4, "INSULT": 1.0, "SPAM": 0.0}
    assert asked.languages == ("fr", "en")


def test_names_with_underscores_and_nulls_are_taken_as_the_original_does() -> None:
    asked = read_analyze(b'{"comment": {"text": "x"}, "requested_attributes": {"INSULT": {}}, "clientToken": null}')
    assert asked.attributes == {"INSULT": 0.0} and asked.token is None


@pytest.mark.parametrize(
    ("data", "message", "kind"),
    [
        (body(comment={"text": " \n"}), "Comment must be non-empty.", "COMMENT_EMPTY"),
        (body(comment={}), "Comment must be non-empty.", "COMMENT_EMPTY"),
        (b"", "Comment must be non-empty.", "COMMENT_EMPTY"),
        (body(comment={"text": "é" * (MOST_COMMENT // 2 + 1)}), "Comment text too long.", "COMMENT_TOO_LONG"),
    ],
)
def test_refusals_of_the_analyzer_itself(data: bytes, message: str, kind: str) -> None:
    assert refusal(data).body() == {
        "error": {
            "code": 400,
            "message": message,
            "status": "INVALID_ARGUMENT",
            "details": [{"@type": ANALYZER, "errorType": kind}],
        }
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (body(requestedAttributes={}), "Missing requested_attributes"),
        (body(requestedAttributes={"NICE": {}, "TOXICITY": {}}), "Unknown requested attributes: NICE"),
        (body(comment={"text": "x", "type": "HTML"}), "Currently, only 'PLAIN_TEXT' comments are supported"),
        (
            body(requestedAttributes={"INSULT": {"scoreType": "STD_DEV_SCORE"}}),
            "Requested score type STD_DEV_SCORE is not supported by attribute INSULT",
        ),
    ],
)
def test_what_cannot_be_asked(data: bytes, message: str) -> None:
    error = refusal(data).body()["error"]
    assert (error["code"], error["message"], error["status"]) == (400, message, "INVALID_ARGUMENT")


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b'"x"',
        b"\xff",
        b"[" * 5_000,
        body(comment="x"),
        body(comment={"text": 3}),
        body(requestedAttributes=["TOXICITY"]),
        body(requestedAttributes={"TOXICITY": 1}),
        body(requestedAttributes={"TOXICITY": {"scoreThreshold": "high"}}),
        body(languages="fr"),
        body(languages=[3]),
        body(doNotStore=True, spanAnnotations="yes"),
        body(clientToken=3),
        body(verdict=1),
    ],
)
def test_what_is_no_such_request(data: bytes) -> None:
    error = refusal(data).body()["error"]
    assert error["code"] == 400
    assert error["details"][0]["@type"] == "type.googleapis.com/google.rpc.BadRequest"
    assert error["details"][0]["fieldViolations"][0]["description"] == error["message"]


def test_an_unknown_field_is_named() -> None:
    assert 'Unknown name "verdict": Cannot find field.' in refusal(body(verdict=1)).message


def test_a_suggestion_gives_a_score_to_each_attribute() -> None:
    asked = read_suggest(
        suggestion(
            {
                "TOXICITY": {"summaryScore": {"value": 0}},
                "INSULT": {
                    "spanScores": [{"begin": 0, "end": 3, "score": {"value": 0.2}}, {"score": {"value": 1}}]
                },
            },
            communityId="/forum/rugby",
            clientToken="comment:53",
            context={"entries": [{"text": '{"url": "https://courrier.example/a"}'}]},
        )
    )
    assert asked.scores == {"TOXICITY": 0.0, "INSULT": 1.0}
    assert (asked.community, asked.token) == ("/forum/rugby", "comment:53")
    assert asked.context == ('{"url": "https://courrier.example/a"}',)


@pytest.mark.parametrize(
    "data",
    [
        suggestion({}),
        suggestion({"NICE": {"summaryScore": {"value": 1}}}),
        suggestion({"TOXICITY": {}}),
        suggestion({"TOXICITY": {"summaryScore": {"value": 1.5}}}),
        suggestion({"TOXICITY": {"summaryScore": {"value": True}}}),
        suggestion({"TOXICITY": {"summaryScore": 1}}),
        suggestion({"TOXICITY": {"summaryScore": {"value": 1}}}, doNotStore=True),
        suggestion(
            {"TOXICITY": {"summaryScore": {"value": 1}}},
            context={"entries": [{"text": "a"}], "articleAndParentComment": {}},
        ),
    ],
)
def test_suggestions_that_cannot_be_taken(data: bytes) -> None:
    assert refusal(data, suggest=True).code == 400


def test_keys_and_quota_are_refused_in_google_s_words() -> None:
    assert (no_key().code, no_key().status) == (403, "PERMISSION_DENIED")
    (detail,) = wrong_key().body()["error"]["details"]
    assert (wrong_key().code, detail["reason"]) == (400, "API_KEY_INVALID")
    assert wrong_key().message == "API key not valid. Please pass a valid API key."
    error = quota_exceeded("site", "AnalyzeComment", 3).body()["error"]
    assert (error["code"], error["status"]) == (429, "RESOURCE_EXHAUSTED")
    assert error["details"][0]["reason"] == "RATE_LIMIT_EXCEEDED"
    assert error["details"][0]["metadata"]["quota_limit_value"] == "3"
