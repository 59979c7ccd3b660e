"""Which signals a page shows: those that reach the workspace's threshold, apart where people contested them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection
from django.db.models import Exists, F, FloatField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from palabre.core.charter.heed import USUAL
from palabre.desk.signals.models import Label, Threshold

if TYPE_CHECKING:
    from palabre.desk.messages.models import Signal


#: The tone may be under zero, and always says something.
TONE = "sentiment"

#: What ``heeded`` asks, written out: every list asks it, and to have Django write it anew costs five times as much
#: as the whole of this.
_HEEDED = """
    SELECT found.message_id, found.name, found.score, found.model, found.evidence, EXISTS (
        SELECT FROM label WHERE label.message_id = found.message_id AND label.signal = found.name
        AND label.undone_at IS NULL AND label.value < 0.5)
    FROM signal AS found
    LEFT JOIN signal_threshold AS chosen ON chosen.workspace_id = found.workspace_id AND chosen.signal = found.name
    WHERE found.message_id = ANY(%s) AND (found.name = %s OR found.score >= COALESCE(chosen.threshold, %s) - 1e-6)
    ORDER BY found.score DESC
"""


class Heeded(NamedTuple):
    """A signal of a message that is sure enough: its probability, what found it, its evidence as JSON."""

    message_id: int
    name: str
    score: float
    model: str
    evidence: str
    contested: bool


def heeded_of(ids: Sequence[int]) -> list[Heeded]:
    """Return the signals of these messages that ``heeded`` lets pass, the surest first."""
    with connection.cursor() as cursor:
        cursor.execute(_HEEDED, [list(ids), TONE, USUAL])
        return [Heeded(*row) for row in cursor.fetchall()]


def heeded(signals: "QuerySet[Signal]") -> "QuerySet[Signal]":
    """Return those of ``signals`` that are sure enough, with ``contested``: people said that it is not so."""
    chosen = Threshold.objects.filter(workspace_id=OuterRef("workspace_id"), signal=OuterRef("name"))
    least = Coalesce(Subquery(chosen.values("threshold")[:1]), Value(USUAL), output_field=FloatField())
    denied = _denied()
    return signals.annotate(least=least, contested=Exists(denied)).filter(
        Q(score__gte=F("least") - 1e-6) | Q(name=TONE)
    )


def believed(signals: "QuerySet[Signal]") -> "QuerySet[Signal]":
    """Return those of ``signals`` that are sure enough and that nobody contested."""
    return heeded(signals).exclude(Exists(_denied()))


def _denied() -> "QuerySet[Label]":
    """Return, inside a query of signals, the labels that say of one of them that it is not so."""
    return Label.objects.filter(
        message_id=OuterRef("message_id"), signal=OuterRef("name"), undone_at=None, value__lt=0.5
    )
