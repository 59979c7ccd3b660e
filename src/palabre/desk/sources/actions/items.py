"""Items set aside: trying them again, or dismissing them."""

from collections.abc import Sequence

import msgspec
import psycopg
from django.db.models import F
from django.utils import timezone

from palabre.core.model import Delivery
from palabre.desk.people.scope import Actor
from palabre.desk.sources.actions.telling import tell
from palabre.desk.sources.models import SetAside, Source
from palabre.store import address, intake

#: Items tried again at once.
MOST = 500


def do_retry_items(*, actor: Actor, source: Source, items: Sequence[SetAside]) -> int:
    """Hand items to the intake again and close them; return how many.

    The intake commits on a connection of its own, before this transaction does: were this one to fail, an item
    would be handed over twice, which is harmless, and never lost. Items that cannot be retried are left open.
    """
    good = [(item, delivery) for item in items[:MOST] if (delivery := delivery_of(item)) is not None]
    if not good:
        return 0
    entries = [intake.Entry(actor.workspace_id, source.pk, delivery) for _, delivery in good]
    with psycopg.connect(address.owner_url(), autocommit=True) as owner:
        intake.commit_all(owner, entries)
    ids = [item.pk for item, _ in good]
    _close(ids, tried=F("tried") + 1)
    tell(actor, source, "source.retry", items=ids)
    return len(good)


def do_dismiss_items(*, actor: Actor, source: Source, items: Sequence[SetAside]) -> int:
    """Close items without trying them again; return how many. They stay in the database, closed."""
    ids = [item.pk for item in items]
    if not ids or not (closed := _close(ids)):
        return 0
    tell(actor, source, "source.dismiss", items=ids)
    return closed


def delivery_of(item: SetAside) -> Delivery | None:
    """Return what a retryable item holds, None where it cannot be retried."""
    if not item.retryable:
        return None
    try:
        return msgspec.json.decode(item.payload, type=Delivery)
    except msgspec.MsgspecError:
        return None


def _close(ids: Sequence[int], **changes: object) -> int:
    return SetAside.objects.filter(pk__in=ids, resolved_at=None).update(resolved_at=timezone.now(), **changes)
