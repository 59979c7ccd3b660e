"""What the pages of a topic and of a rule share: what it asks, what it catches, what it was."""

from typing import Any

from django.utils import timezone

from palabre.desk.watch.acts import Acts
from palabre.desk.watch.counts import DAY, days_of_topic
from palabre.desk.watch.diagnosis import diagnose
from palabre.desk.watch.models import Standing
from palabre.desk.watch.references import saved_queries
from palabre.desk.watch.selectors import latest_matches
from palabre.desk.watch.versions import editions_of

#: Days that the page's curve shows.
DAYS = 30


def standing_context(standing: Standing, acts: Acts) -> dict[str, Any]:
    """Return what the template of a standing query's page needs."""
    counts = days_of_topic(standing.workspace_id, standing.number, DAYS)
    return {
        "standing": standing,
        "acts": acts,
        "diagnosis": diagnose(standing.query, saved_queries(standing.workspace_id)),
        "counts": counts,
        "total": sum(counts),
        "days": DAYS,
        "first": timezone.now().date() - DAY * (DAYS - 1),
        "cards": latest_matches(standing),
        "editions": editions_of(standing),
    }
