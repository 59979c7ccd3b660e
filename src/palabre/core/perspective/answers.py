"""What is answered: attribute scores with their spans, languages, the caller's token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from palabre.core.perspective.attributes import LANGUAGES, scores
from palabre.core.perspective.errors import language_not_supported
from palabre.core.perspective.requests import Analyze, Suggest
from palabre.core.perspective.sentences import Span, in_utf16

Signals = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scored:
    """A piece of the comment (in characters) and the probabilities of the signals found in it."""

    span: Span
    signals: Signals


def language_asked(asked: Analyze, detected: str, usual: str) -> tuple[str, ...]:
    """Return the languages of the comment: those told, else the one detected, else ``usual``. Raises ``ApiError``.

    A comment of which no language can be told ("+1", an emoji) is read in the usual one: the original refused it.
    """
    told = asked.languages or ((detected or usual),)
    if not any(_base(one) in LANGUAGES for one in told):
        raise language_not_supported(next(iter(asked.attributes)), told)
    return told


def _base(language: str) -> str:
    return language.partition("-")[0]


def analyzed(
    asked: Analyze, whole: Signals, pieces: Sequence[Scored], languages: Sequence[str], detected: str
) -> dict[str, Any]:
    """Return the answer to ``comments:analyze``. Scores under an attribute's threshold are left out."""
    wanted = tuple(asked.attributes)
    summary = scores(whole, wanted)
    spans = in_utf16(asked.text, [piece.span for piece in pieces])
    parts = [scores(piece.signals, wanted) for piece in pieces]
    told = {
        name: {
            "spanScores": [
                {"begin": begin, "end": end, "score": _score(part[name])}
                for (begin, end), part in zip(spans, parts, strict=True)
                if part[name] >= least
            ],
            "summaryScore": _score(summary[name]),
        }
        for name, least in asked.attributes.items()
        if summary[name] >= least
    }
    answer: dict[str, Any] = {"attributeScores": told} if told else {}
    answer["languages"] = list(languages)
    answer["detectedLanguages"] = [detected] if detected else []
    return answer | _token(asked.token)


def suggested(asked: Suggest) -> dict[str, Any]:
    """Return the answer to ``comments:suggestscore``."""
    return _token(asked.token)


def _token(token: str | None) -> dict[str, str]:
    return {} if token is None else {"clientToken": token}


def _score(value: float) -> dict[str, Any]:
    return {"value": value, "type": "PROBABILITY"}
