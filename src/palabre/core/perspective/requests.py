"""The two requests, read and checked as the protocol does; what is wrong raises ``ApiError`` in its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from palabre.core.perspective.attributes import ATTRIBUTES
from palabre.core.perspective.errors import ApiError, bad_payload, of_analyzer

#: Bytes of a comment (in UTF-8), the bound of the original, and of a request with its context.
MOST_COMMENT, MOST_BODY = 20_480, 1_500_000
#: Characters of what is echoed or kept as it came.
_TOKEN = 10_000

_BOTH = {"comment", "context", "languages", "clientToken", "communityId", "sessionId"}
_ANALYZE = _BOTH | {"requestedAttributes", "doNotStore", "spanAnnotations"}
_SUGGEST = _BOTH | {"attributeScores"}

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Analyze:
    """``comments:analyze``. ``attributes`` maps each wanted one to the score under which it is left out."""

    text: str
    attributes: Mapping[str, float]
    languages: tuple[str, ...] = ()
    spans: bool = False
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Suggest:
    """``comments:suggestscore``: the score (0..1) that the caller would have given each attribute."""

    text: str
    scores: Mapping[str, float]
    languages: tuple[str, ...] = ()
    token: str | None = None
    community: str = ""
    context: tuple[str, ...] = ()


def read_analyze(body: bytes) -> Analyze:
    """Return the request of ``comments:analyze``. Raises ``ApiError``."""
    fields = _fields(body, _ANALYZE)
    text = _comment(fields)
    return Analyze(
        text,
        _attributes(fields),
        _languages(fields),
        _flag(fields, "spanAnnotations"),
        _text(fields, "clientToken"),
    )


def read_suggest(body: bytes) -> Suggest:
    """Return the request of ``comments:suggestscore``. Raises ``ApiError``."""
    fields = _fields(body, _SUGGEST)
    text = _comment(fields)
    return Suggest(
        text,
        _suggested(fields),
        _languages(fields),
        _text(fields, "clientToken"),
        (_text(fields, "communityId") or "")[:500],
        _context(fields),
    )


def _fields(body: bytes, known: set[str]) -> Json:
    """Return the object with its names in camel case; the protocol also takes them with underscores."""
    try:
        given = msgspec.json.decode(body or b"{}", type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise bad_payload(f"Invalid JSON payload received. {error}") from None
    fields = {_camel(name): value for name, value in given.items() if value is not None}
    for name in fields.keys() - known:
        raise bad_payload(f'Invalid JSON payload received. Unknown name "{name[:100]}": Cannot find field.')
    return fields


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def _object(value: Any, field: str) -> Json:
    if not isinstance(value, Mapping):
        raise bad_payload(f"Invalid value at '{field}': an object is expected.", field)
    return value


def _comment(fields: Json) -> str:
    comment = _object(fields.get("comment", {}), "comment")
    kind = comment.get("type", "PLAIN_TEXT")
    if kind not in ("PLAIN_TEXT", "TEXT_TYPE_UNSPECIFIED"):
        raise ApiError("Currently, only 'PLAIN_TEXT' comments are supported")
    text = comment.get("text", "")
    if not isinstance(text, str):
        raise bad_payload("Invalid value at 'comment.text' (TYPE_STRING)", "comment.text")
    if not text.strip():
        raise of_analyzer("Comment must be non-empty.", "COMMENT_EMPTY")
    if len(text) > MOST_COMMENT or len(text.encode()) > MOST_COMMENT:
        raise of_analyzer("Comment text too long.", "COMMENT_TOO_LONG")
    return text


def _attributes(fields: Json) -> dict[str, float]:
    given = _object(fields.get("requestedAttributes", {}), "requested_attributes")
    if not given:
        raise ApiError("Missing requested_attributes")
    _check_known(given)
    return {name: _threshold(name, _object(wanted, name)) for name, wanted in given.items()}


def _check_known(given: Json) -> None:
    unknown = sorted(given.keys() - ATTRIBUTES.keys())
    if unknown:
        raise ApiError(f"Unknown requested attributes: {', '.join(unknown)[:500]}")


def _threshold(name: str, wanted: Json) -> float:
    told = {_camel(key): value for key, value in wanted.items()}
    kind = told.get("scoreType", "PROBABILITY")
    if kind not in ("PROBABILITY", "SCORE_TYPE_UNSPECIFIED"):
        raise ApiError(f"Requested score type {str(kind)[:60]} is not supported by attribute {name}")
    return _number(told.get("scoreThreshold", 0), f"requested_attributes.{name}.score_threshold")


def _number(value: Any, field: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise bad_payload(f"Invalid value at '{field}' (TYPE_FLOAT)", field)
    return float(value)


def _suggested(fields: Json) -> dict[str, float]:
    given = _object(fields.get("attributeScores", {}), "attribute_scores")
    if not given:
        raise ApiError("Missing attribute_scores")
    _check_known(given)
    return {name: _suggestion(name, _object(scores, name)) for name, scores in given.items()}


def _suggestion(name: str, scores: Json) -> float:
    """Return the summary score, or the highest of the spans' where only these are given."""
    told = {_camel(key): value for key, value in scores.items()}
    spans = told.get("spanScores", [])
    each = [_object(span, name).get("score", {}) for span in spans] if isinstance(spans, list) else []
    summary = told.get("summaryScore")
    values = [_value(name, one) for one in ([summary] if summary is not None else each)]
    if not values:
        raise ApiError(f"Attribute {name} has no suggested score")
    return max(values)


def _value(name: str, score: Any) -> float:
    value = _number(_object(score, name).get("value", 0), f"attribute_scores.{name}.value")
    if not 0 <= value <= 1:
        raise ApiError(f"Suggested scores must be between 0 and 1, inclusive: {name}")
    return value


def _languages(fields: Json) -> tuple[str, ...]:
    given = fields.get("languages", [])
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given) or len(given) > 20:
        raise bad_payload("Invalid value at 'languages' (repeated TYPE_STRING)", "languages")
    return tuple(one.strip().lower()[:20] for one in given if one.strip())


def _flag(fields: Json, name: str) -> bool:
    value = fields.get(name, False)
    if not isinstance(value, bool):
        raise bad_payload(f"Invalid value at '{name}' (TYPE_BOOL)", name)
    return value


def _text(fields: Json, name: str) -> str | None:
    value = fields.get(name)
    if value is not None and (not isinstance(value, str) or len(value) > _TOKEN):
        raise bad_payload(f"Invalid value at '{name}' (TYPE_STRING)", name)
    return value


def _context(fields: Json) -> tuple[str, ...]:
    context = _object(fields.get("context", {}), "context")
    entries = context.get("entries", [])
    if entries and {"articleAndParentComment", "article_and_parent_comment"} & context.keys():
        raise ApiError(
            "Context can have either entries or article_and_parent_comment, but both fields were populated."
        )
    texts = (
        [entry.get("text") for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []
    )
    return tuple(text[:2_000] for text in texts[:5] if isinstance(text, str))
