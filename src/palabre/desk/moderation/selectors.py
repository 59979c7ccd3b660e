"""Reading the queue: what is to be decided, in which order, and who has what open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, F, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Now, NullIf

from palabre.core.charter.states import Taken, standing
from palabre.desk.messages.models import Message
from palabre.desk.messages.selectors import alike, brief, count_up_to
from palabre.desk.moderation.models import Claim, Decision
from palabre.desk.moderation.sieve import ALL, Sieve
from palabre.store.partitions import NUMBER_BITS, arrival_of

Tray = Literal["pending", "hold"]
Order = Literal["priority", "oldest", "newest"]

#: Rows of a page of the queue; what a count goes up to.
PAGE = 50
COUNTED = 10_000
#: Rows looked at in one go for a page, and how often where copies fill them.
STRETCH, STRETCHES = 300, 100
#: Similar messages whose decisions are looked at.
LOOKED_AT = 50
_FACTS = ("pk", "near", "priority")
#: Where a message stands among all that arrived (``partitions.arrival_of``), asked of the database.
_ARRIVAL = F("id").bitand((1 << NUMBER_BITS) - 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of the queue ended: the last row's priority and id."""

    priority: int
    id: int

    @staticmethod
    def read(text: str) -> "Place | None":
        """Return the place written ``priority.id``, None where it is not one."""
        priority, _, id = text.partition(".")
        ok = len(text) < 40 and priority.isascii() and priority.isdigit() and id.isascii() and id.isdigit()
        return Place(int(priority), int(id)) if ok else None


def waiting(workspace_id: int, tray: Tray, sieve: Sieve = ALL) -> "QuerySet[Message]":
    """Return the messages of a tray that pass the sieve, those deleted at their source left out."""
    here = Message.objects.filter(workspace_id=workspace_id, decision=tray, deleted_at__isnull=True)
    return sieve.narrow(here)


#: How each order sorts, and what comes after a given place.
_SORTED: dict[Order, tuple[str, ...]] = {"priority": ("-priority", "id"), "oldest": ("id",), "newest": ("-id",)}


def queue(
    workspace_id: int, tray: Tray, order: Order, after: Place | None = None, sieve: Sieve = ALL
) -> list[Message]:
    """Return a page of the queue and one row more where there are more.

    Of messages that say nearly the same, the one that comes first in this order stands for all: a hundred copies of
    a swindle are one row, decided together or one by one.
    """
    ids = leading(workspace_id, tray, order, after, sieve)
    found = {message.pk: message for message in brief(Message.objects.filter(pk__in=ids))}
    return [found[id] for id in ids if id in found]


def leading(
    workspace_id: int, tray: Tray, order: Order, after: Place | None = None, sieve: Sieve = ALL
) -> list[int]:
    """Return the ids of a page of the queue, one of each group. Reads on in stretches where copies fill them."""
    ids: list[int] = []
    for _ in range(STRETCHES):
        rows = waiting(workspace_id, tray, sieve)
        rows = (rows.filter(_beyond(order, after)) if after else rows).order_by(*_SORTED[order])
        stretch = list(rows.values_list(*_FACTS)[:STRETCH])
        groups = {near or id for id, near, _ in stretch}
        first = _first_of_groups(waiting(workspace_id, tray, sieve), order, groups)
        ids += [id for id, near, _ in stretch if first.get(near or id, id) == id]
        if len(ids) > PAGE or len(stretch) < STRETCH:
            break
        after = Place(stretch[-1][2], stretch[-1][0])
    return ids[: PAGE + 1]


def _first_of_groups(here: "QuerySet[Message]", order: Order, groups: set[int]) -> dict[int, int]:
    """Return which message of each group comes first in this order, among those ``here``."""
    members = here.filter(Q(near__in=groups) | Q(pk__in=groups))
    first: dict[int, int] = {}
    for id, near, _ in members.order_by(*_SORTED[order]).values_list(*_FACTS):
        first.setdefault(near or id, id)
    return first


def _beyond(order: Order, place: Place) -> Q:
    if order == "priority":
        return Q(priority__lt=place.priority) | Q(priority=place.priority, id__gt=place.id)
    return Q(id__gt=place.id) if order == "oldest" else Q(id__lt=place.id)


def followers(messages: Iterable[Message]) -> dict[int, int]:
    """Return how many others of its group wait in the same tray, for each message that leads one."""
    groups = {message.near or message.pk: message for message in messages}
    first = next(iter(groups.values()), None)
    if first is None:
        return {}
    same = waiting(first.workspace_id, first.decision).filter(Q(near__in=groups) | Q(pk__in=groups))  # type: ignore[arg-type]  # a tray
    group = Coalesce(NullIf(F("near"), Value(0)), F("pk"))
    counted = same.order_by().values_list(group).annotate(n=Count("pk"))
    return {groups[key].pk: n - 1 for key, n in counted if key in groups and n > 1}


def next_alike(message_id: int, tray: Tray) -> int | None:
    """Return the message of the same group that leads it in ``tray`` now."""
    message = Message.objects.filter(pk=message_id).only("pk", "near", "workspace_id").first()
    if message is None:
        return None
    group = alike(message).filter(workspace_id=message.workspace_id, decision=tray, deleted_at__isnull=True)
    return group.exclude(pk=message_id).order_by("pk").values_list("pk", flat=True).first()


def count_waiting(workspace_id: int, tray: Tray, sieve: Sieve = ALL) -> int:
    """Return how many messages of a tray pass the sieve, ``COUNTED`` at most."""
    return count_up_to(waiting(workspace_id, tray, sieve), COUNTED)


def claims_of_others(ids: Iterable[int], person_id: int | None) -> dict[int, Claim]:
    """Return who else has these messages open now, by message."""
    held = Claim.objects.filter(message_id__in=list(ids), until__gt=Now()).exclude(person_id=person_id or 0)
    return {claim.message_id: claim for claim in held.select_related("person")}


def alike_waiting(message: Message, newest: int | None = None) -> "QuerySet[Message]":
    """Return the messages that say nearly the same as ``message`` and still wait, itself among them.

    With ``newest`` those only that had arrived when that one had (``newest_alike``).
    """
    waiting = alike(message).filter(
        workspace_id=message.workspace_id, decision__in=("pending", "hold"), deleted_at__isnull=True
    )
    return waiting if newest is None else waiting.annotate(arrival=_ARRIVAL).filter(arrival__lte=newest)


def newest_alike(message: Message) -> int:
    """Return the place, among all that arrived, of the newest message that ``alike_waiting`` returns now."""
    newest = alike_waiting(message).aggregate(newest=Max(_ARRIVAL))["newest"]
    return int(newest) if newest is not None else arrival_of(message.pk)


def alike_decided(message: Message) -> dict[str, int]:
    """Return how many messages that say nearly the same were published, and removed."""
    near = alike(message).filter(decision__in=("approve", "remove")).exclude(pk=message.pk)
    return dict(near.order_by().values_list("decision").annotate(n=Count("id")))


def neighbouring(message: Message, at_most: int) -> list[Decision]:
    """Return the last decisions that stand on messages that say nearly the same, the newest first.

    ``LOOKED_AT`` such messages at most are looked at, the newest ones.
    """
    near = alike(message).filter(decision__in=("approve", "remove")).exclude(pk=message.pk)
    ids = list(near.order_by("-pk").values_list("pk", flat=True)[:LOOKED_AT])
    by_message: dict[int, list[Decision]] = {}
    for row in decisions_of(ids):
        by_message.setdefault(row.message_id, []).append(row)
    found = [last for rows in by_message.values() if (last := _last_standing(rows))]
    return sorted(found, key=lambda row: -row.pk)[:at_most]


def decisions_of(ids: Sequence[int]) -> list[Decision]:
    """Return the log of decisions on these messages, in order, with who took them."""
    return list(Decision.objects.filter(message_id__in=ids).select_related("person").order_by("id"))


def log_of(decisions: Iterable[Decision]) -> list[Taken]:
    """Return decisions as the table of states reads them."""
    return [Taken(row.pk, row.action, row.undoes_id) for row in decisions]  # type: ignore[arg-type]  # CHECK in SQL


def standing_decision(message_id: int) -> Decision | None:
    """Return the decision that stands last on a message."""
    return _last_standing(decisions_of([message_id]))


def _last_standing(rows: Sequence[Decision]) -> Decision | None:
    stand = standing(log_of(rows))
    return next((row for row in rows if stand and row.pk == stand[-1][0]), None)
