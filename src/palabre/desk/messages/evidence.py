"""Reading the evidence that the pipeline wrote as JSON. What cannot be read is left out: no page fails for it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from palabre.desk.messages.reasons import reason
from palabre.desk.messages.signs import sign_of
from palabre.desk.messages.spans import Mark


def rows(text: str) -> list[Any]:
    """Return the JSON list that ``text`` holds, empty where it holds none."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def evidence_marks(signal: str, evidence: str) -> Iterator[Mark]:
    """Yield the marks of one signal."""
    sign = sign_of(signal)
    for row in rows(evidence):
        if isinstance(row, dict) and isinstance(row.get("start"), int) and isinstance(row.get("end"), int):
            why = reason(str(row.get("why", "")))
            label = f"{sign.word} · {why}" if why else sign.word
            yield Mark(row["start"], row["end"], sign.family, label, why, row.get("why") == "learned")


def standing_marks(family: str, name: str, spans: str) -> Iterator[Mark]:
    """Yield the marks of one match of a topic or a rule (``family``)."""
    for span in rows(spans):
        if isinstance(span, list) and len(span) == 2 and all(isinstance(edge, int) for edge in span):
            yield Mark(span[0], span[1], family, name)


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks as they come in the text."""
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))
