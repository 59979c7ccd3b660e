"""What a version would change, for people: figures of each signal, and messages as examples."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.messages.signs import Sign, sign_of
from palabre.desk.signals.measures import Rate
from palabre.desk.signals.models import ModelVersion

if TYPE_CHECKING:
    from palabre.desk.messages.models import Message


@dataclass(frozen=True, slots=True)
class Changed:
    """A message that a version would read otherwise; percentages of before and after, and what people said."""

    message: "Message"
    before: int
    after: int
    truth: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One signal of a version: the figures of the model in use then, its own, what would change."""

    sign: Sign
    before: tuple[Rate, Rate]
    after: tuple[Rate, Rate]
    learned: int
    held_out: int
    changed: list[Changed]


def examples_of(version: ModelVersion) -> list[Row]:
    """Return what the report of a version says. A report that cannot be read gives no rows."""
    report = version.report if isinstance(version.report, dict) else {}
    rows = [one for one in report.get("signals", []) if isinstance(one, dict)]
    ids = [int(case["message"]) for row in rows for case in row.get("changed", []) if case.get("message")]
    known = {message.pk: message for message in messages_by_id(ids)}
    return [_row(row, known) for row in rows]


def _row(row: Mapping[str, Any], known: "Mapping[int, Message]") -> Row:
    return Row(
        sign_of(str(row.get("signal", ""))),
        (_rate(row, "before", "precision"), _rate(row, "before", "recall")),
        (_rate(row, "after", "precision"), _rate(row, "after", "recall")),
        int(row.get("examples", 0)),
        int(row.get("held_out", 0)),
        list(_changed(row.get("changed", []), known)),
    )


def _rate(row: Mapping[str, Any], when: str, what: str) -> Rate:
    right, total = row.get(when, {}).get(what, (0, 0))
    return Rate(int(right), int(total))


def _changed(cases: Iterable[Mapping[str, Any]], known: "Mapping[int, Message]") -> Iterable[Changed]:
    for case in cases:
        message = known.get(int(case.get("message") or 0))
        if message is not None:
            before, after = (round(100 * float(case[name])) for name in ("before", "after"))
            yield Changed(message, before, after, bool(case["truth"]))
