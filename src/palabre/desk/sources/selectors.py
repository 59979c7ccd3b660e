"""Reading sources and their health."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import timezone

from palabre.desk.sources.health import Health, health
from palabre.desk.sources.models import Gap, SetAside, Source, SourceHealth
from palabre.desk.watch.counts import minutes_by_source

#: Rows shown of gaps and set-aside items.
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Overview:
    """A source, its row of health (None before its first run), and how it is doing."""

    source: Source
    row: SourceHealth | None
    health: Health


def sources_of(workspace_id: int, *, removed: bool = False) -> list[Source]:
    """Return the sources of a workspace by name; those that were removed only where ``removed`` asks for them."""
    found = Source.objects.filter(workspace_id=workspace_id)
    kept = found if removed else found.filter(removed_at=None)
    return list(kept.order_by("name", "pk"))


def overviews(sources: Iterable[Source]) -> list[Overview]:
    """Return each source with its health, in a bounded number of queries whatever their number."""
    listed = list(sources)
    ids = [source.pk for source in listed]
    rows = SourceHealth.objects.in_bulk(ids)
    aside, gaps = open_items(ids), recent_gaps(ids)
    rates = minutes_by_source(ids)
    return [
        Overview(source, row, _health(source, row, rates.get(source.pk, []), aside[source.pk], gaps[source.pk]))
        for source in listed
        for row in [rows.get(source.pk)]
    ]


def open_items(source_ids: list[int]) -> Counter[int]:
    """Return how many set-aside items wait, by source."""
    found = SetAside.objects.filter(source_id__in=source_ids, resolved_at=None)
    return Counter(dict(found.values_list("source_id").annotate(n=Count("pk")).order_by()))


def recent_gaps(source_ids: list[int]) -> Counter[int]:
    """Return how many gaps ended in the last day, by source."""
    since = timezone.now() - timedelta(days=1)
    found = Gap.objects.filter(source_id__in=source_ids, ended__gte=since)
    return Counter(dict(found.values_list("source_id").annotate(n=Count("pk")).order_by()))


def gaps_of(source: Source) -> list[Gap]:
    """Return the newest gaps of a source."""
    return list(Gap.objects.filter(source=source).order_by("-started")[:SHOWN])


def gaps_between(source_ids: list[int], start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """Return the gaps of some sources that touch a stretch of time, as (start, end); a thousand at most."""
    found = Gap.objects.filter(source_id__in=source_ids, ended__gt=start, started__lt=end)
    return list(found.values_list("started", "ended")[:1_000])


def items_of(source: Source, *, after: int = 0, limit: int = SHOWN) -> list[SetAside]:
    """Return open set-aside items of a source, oldest first, with ids above ``after``."""
    found = SetAside.objects.filter(source=source, resolved_at=None, pk__gt=after)
    return list(found.order_by("pk")[:limit])


def _health(source: Source, row: SourceHealth | None, rate: list[int], aside: int, gaps: int) -> Health:
    return health(
        state=source.state,
        error_class=row.error_class if row else None,
        received=row.received if row else 0,
        last_received=row.last_received_at if row else None,
        last_published=row.last_published if row else None,
        cursor=row.cursor if row and isinstance(row.cursor, dict) else {},
        rate=rate,
        set_aside=aside,
        gaps=gaps,
    )
