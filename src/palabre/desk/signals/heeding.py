"""Which signals a page shows: those that reach the workspace's threshold, apart where people contested them."""

from typing import TYPE_CHECKING

from django.db.models import Exists, F, FloatField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from palabre.core.charter.heed import USUAL
from palabre.desk.signals.models import Label, Threshold

if TYPE_CHECKING:
    from palabre.desk.messages.models import Signal


#: The tone may be under zero, and always says something.
TONE = "sentiment"


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
