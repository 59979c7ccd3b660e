"""The stream: everything as it arrives, newest first, through a person's filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict

from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.models import Message
from palabre.desk.messages.selectors import brief

PAGE = 60


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person wants to see of the stream. "" and None stand for all."""

    source: int | None = None
    lang: str = ""
    words: str = ""

    @staticmethod
    def read(query: QueryDict) -> "Filters":
        """Return the filters of an address; what cannot be read filters nothing."""
        source = query.get("source", "")
        number = int(source) if source.isascii() and source.isdigit() and len(source) < 19 else None
        return Filters(number, query.get("lang", "")[:12], query.get("q", "").strip()[:300])


def stream(workspace_id: int, filters: Filters) -> "QuerySet[Message]":
    """Return the messages that pass the filters, newest first."""
    found = Message.objects.filter(workspace_id=workspace_id).order_by("-id")
    if filters.source is not None:
        found = found.filter(source_id=filters.source)
    if filters.lang:
        found = found.filter(lang=filters.lang)
    return found


def stream_cards(
    workspace_id: int, filters: Filters, ids: Sequence[int] | None = None, before: int | None = None
) -> list[Card]:
    """Return a page of the stream, or those of ``ids`` that pass the filters."""
    found = stream(workspace_id, filters)
    if ids is not None:
        found = found.filter(pk__in=ids)
    if before is not None:
        found = found.filter(pk__lt=before)
    return cards(brief(found)[: PAGE + 1])
