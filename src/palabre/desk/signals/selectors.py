"""Reading what stands around the signals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.utils import timezone

from palabre.core.charter.heed import ARTICLE_OF, USUAL, said_by_decision
from palabre.core.signals import names
from palabre.desk.signals.measures import Case, Measure, Rate, measure
from palabre.desk.signals.models import Label, ModelUse, ModelVersion, PerspectiveKey, Provider, Threshold

#: Days that the figures look back on; messages that they look at, the newest first.
DAYS, MOST = 30, 20_000

Values = dict[str, int | float | str | date | list[str] | list[float]]

_CASES = """
SELECT coalesce(s.score, 0), l.value, m.decision, d.reason, is_drawn(m.id)
FROM message m
LEFT JOIN signal s ON s.message_id = m.id AND s.name = %(signal)s
LEFT JOIN label l ON l.message_id = m.id AND l.signal = %(signal)s AND l.undone_at IS NULL
LEFT JOIN LATERAL (
    SELECT reason FROM decision WHERE message_id = m.id AND action = m.decision ORDER BY id DESC LIMIT 1
) d ON m.decision = 'remove'
WHERE m.workspace_id = %(workspace)s AND m.id >= day_floor(%(since)s)
  AND (s.score IS NOT NULL OR l.id IS NOT NULL OR (is_drawn(m.id) AND m.decision IN ('approve', 'remove')))
ORDER BY m.id DESC LIMIT %(most)s
"""

_OVERVIEW = """
SELECT s.name, count(*),
       count(*) FILTER (WHERE l.value >= 0.5
                        OR (l.value IS NULL AND m.decision = 'remove' AND a.article = d.reason)),
       count(*) FILTER (WHERE l.value < 0.5
                        OR (l.value IS NULL AND m.decision = 'approve' AND a.article IS NOT NULL))
FROM signal s
JOIN message m ON m.id = s.message_id
LEFT JOIN unnest(%(signals)s::text[], %(thresholds)s::real[]) AS t (name, threshold) ON t.name = s.name
LEFT JOIN unnest(%(judged)s::text[], %(articles)s::text[]) AS a (name, article) ON a.name = s.name
LEFT JOIN label l ON l.message_id = s.message_id AND l.signal = s.name AND l.undone_at IS NULL
LEFT JOIN LATERAL (
    SELECT reason FROM decision WHERE message_id = m.id AND action = m.decision ORDER BY id DESC LIMIT 1
) d ON m.decision = 'remove'
WHERE s.workspace_id = %(workspace)s AND m.workspace_id = %(workspace)s AND s.message_id >= day_floor(%(since)s)
  AND s.score >= coalesce(t.threshold, %(usual)s)
GROUP BY s.name
"""


@dataclass(frozen=True, slots=True)
class Overview:
    """A signal of the list: messages of the month that it points at, and how often people agreed."""

    name: str
    flagged: int
    precision: Rate
    threshold: float
    provider: Provider | None = None

    @property
    def percent(self) -> int:
        """Return the threshold as a whole percentage."""
        return round(100 * self.threshold)


def since() -> datetime:
    """Return the first moment that the figures look at."""
    return timezone.now() - timedelta(days=DAYS)


def thresholds_of(workspace_id: int) -> dict[str, float]:
    """Return the thresholds that the workspace chose, by signal."""
    return dict(Threshold.objects.filter(workspace_id=workspace_id).values_list("signal", "threshold"))


def threshold_of(workspace_id: int, signal: str) -> float:
    """Return from which probability the workspace heeds ``signal``."""
    return thresholds_of(workspace_id).get(signal, USUAL)


def labels_of(message_ids: Iterable[int]) -> dict[int, dict[str, Label]]:
    """Return the labels that stand on messages, by message and signal."""
    found: dict[int, dict[str, Label]] = defaultdict(dict)
    rows = Label.objects.filter(message_id__in=list(message_ids), undone_at=None).select_related("person")
    for label in rows:
        found[label.message_id or 0][label.signal] = label
    return found


def cases_of(workspace_id: int, signal: str) -> list[Case]:
    """Return the messages of the last month that say something of ``signal``, the newest ``MOST``."""
    values: Values = {"workspace": workspace_id, "signal": signal, "since": since().date(), "most": MOST}
    with connection.cursor() as cursor:
        cursor.execute(_CASES, values)
        rows = cursor.fetchall()
    return [
        Case(score, _truth(signal, value, decision, reason or ""), drawn)
        for score, value, decision, reason, drawn in rows
    ]


def _truth(signal: str, value: float | None, decision: str, reason: str) -> bool | None:
    """Return what people said of the signal: a label before a decision."""
    return value >= 0.5 if value is not None else said_by_decision(signal, decision, reason)


def measure_of(workspace_id: int, signal: str) -> Measure:
    """Return how right a signal was this month."""
    return measure(cases_of(workspace_id, signal), threshold_of(workspace_id, signal))


def overviews(workspace_id: int) -> list[Overview]:
    """Return every signal with its month, in two queries."""
    chosen = thresholds_of(workspace_id)
    counted = _counts(workspace_id, chosen)
    asked = providers_by_signal(workspace_id)
    return [
        Overview(name, flagged, Rate(right, right + wrong), chosen.get(name, USUAL), asked.get(name))
        for name in [*names(), *(found for found in counted if found not in names())]
        for flagged, right, wrong in [counted.get(name, (0, 0, 0))]
    ]


def _counts(workspace_id: int, chosen: Mapping[str, float]) -> dict[str, tuple[int, int, int]]:
    values: Values = {
        "workspace": workspace_id, "since": since().date(), "usual": USUAL,
        "signals": list(chosen), "thresholds": list(chosen.values()),
        "judged": list(ARTICLE_OF), "articles": list(ARTICLE_OF.values()),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_OVERVIEW, values)
        return {name: (flagged, right, wrong) for name, flagged, right, wrong in cursor.fetchall()}


def providers_by_signal(workspace_id: int) -> dict[str, Provider]:
    """Return which provider is asked about each signal."""
    active = Provider.objects.filter(workspace_id=workspace_id, state="active")
    return {signal: provider for provider in active for signal in provider.signals}


def providers_of(workspace_id: int) -> list[Provider]:
    """Return the providers of a workspace, with how they fare."""
    return list(Provider.objects.filter(workspace_id=workspace_id).select_related("health").order_by("name", "pk"))


def versions_of(workspace_id: int) -> list[ModelVersion]:
    """Return the versions that the workspace taught, the newest first."""
    return list(ModelVersion.objects.filter(workspace_id=workspace_id).order_by("-number")[:100])


def in_use(workspace_id: int) -> ModelUse | None:
    """Return which version is in use; None, or a use without version, is the built-in model alone."""
    uses = ModelUse.objects.filter(workspace_id=workspace_id).select_related("version", "person")
    return uses.order_by("-pk").first()


def keys_of(workspace_id: int) -> list[PerspectiveKey]:
    """Return the keys of the Perspective-compatible door, those that work first."""
    keys = PerspectiveKey.objects.filter(workspace_id=workspace_id).select_related("person")
    return sorted(keys.order_by("-pk"), key=lambda key: key.revoked_at is not None)


def label_count(workspace_id: int) -> dict[str, int]:
    """Return how many labels stand, by signal."""
    found: dict[str, int] = defaultdict(int)
    for signal in Label.objects.filter(workspace_id=workspace_id, undone_at=None).values_list("signal", flat=True):
        found[signal] += 1
    return dict(found)
