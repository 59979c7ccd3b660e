"""The stream: everything as it arrives, newest first, through a person's filters."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.http import QueryDict

from palabre.desk.messages.asking import Asked, ask, highlight
from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.finding import Sieve, among, find
from palabre.desk.messages.models import Message
from palabre.desk.messages.numbers import whole
from palabre.desk.messages.selectors import brief, messages_by_id
from palabre.desk.people.scope import Scope

PAGE = 60


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person wants to see of the stream. "" and None stand for all."""

    source: int | None = None
    lang: str = ""
    asked: Asked = field(default_factory=Asked)

    @staticmethod
    def read(query: QueryDict) -> "Filters":
        """Return the filters of an address; what cannot be read filters nothing."""
        return Filters(whole(query.get("source", "")), query.get("lang", "")[:12], ask(query.get("q", "")[:1_000]))

    @property
    def any(self) -> bool:
        """Tell whether something is filtered out."""
        return bool(self.source or self.lang or self.asked.tree)


def stream_cards(
    scope: Scope, filters: Filters, ids: Sequence[int] | None = None, before: int | None = None
) -> list[Card]:
    """Return a page of the stream and one more where there are more; or those of ``ids`` that pass the filters."""
    if ids is not None:
        left = ids if filters.asked.tree is None else among(filters.asked.tree, ids)
        found = list(brief(_filtered(scope, filters).filter(pk__in=left)))
    elif filters.asked.tree is None:
        page = _filtered(scope, filters) if before is None else _filtered(scope, filters).filter(pk__lt=before)
        found = list(brief(page)[: PAGE + 1])
    else:  # behind row-level security only the database's own function may use the index of words
        sieve = Sieve([filters.source] if filters.source else None, [filters.lang] if filters.lang else None)
        found = messages_by_id(find(filters.asked.tree, sieve, PAGE + 1, before=before))
    return highlight(cards(found), filters.asked)


def _filtered(scope: Scope, filters: Filters) -> "QuerySet[Message]":
    found = Message.objects.filter(workspace=scope.workspace).order_by("-id")
    if filters.source is not None:
        found = found.filter(source_id=filters.source)
    if filters.lang:
        found = found.filter(lang=filters.lang)
    return found
