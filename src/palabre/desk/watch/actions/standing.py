"""What all standing queries have in common when they change: names, queries, pauses, and who is told."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor, announce_on_commit, tell_workers
from palabre.desk.watch.diagnosis import first_error
from palabre.desk.watch.models import Standing, Topic
from palabre.desk.watch.references import saved_queries

#: Topics of a workspace, and rules, at most: what matching was measured with.
MOST = 5_000


def kind_of(standing: Standing | type[Standing]) -> str:
    """Return ``topic`` or ``rule``: what the audit log and the announcements call it."""
    return str(standing._meta.db_table)


def pause(actor: Actor, standing: Standing) -> bool:
    """Stop matching new messages; return False where it was paused already."""
    return _turn(actor, standing, "active", "paused", "pause")


def resume(actor: Actor, standing: Standing) -> bool:
    """Match new messages again; return False where it was not paused."""
    return _turn(actor, standing, "paused", "active", "resume")


def _turn(actor: Actor, standing: Standing, before: str, after: str, verb: str) -> bool:
    found = type(standing)._default_manager.filter(pk=standing.pk, state=before)
    changed = found.update(state=after, updated_at=timezone.now())
    if changed:
        tell(actor, standing, verb)
    return bool(changed)


def remove(actor: Actor, standing: Standing) -> None:
    """Remove a standing query for good. Messages that it matched stay."""
    removed = standing.pk
    type(standing)._default_manager.filter(pk=removed).delete()
    tell(actor, standing, "remove", name=standing.name, query=standing.query)


def check_query(actor: Actor, query: str, topic: Topic | None = None) -> None:
    """Raise ``Refused`` where a query cannot be read."""
    if sentence := first_error(query, saved_queries(actor.workspace_id, topic, query)):
        raise Refused(sentence, "query")


def name_of(given: str) -> str:
    """Return a name without its spare spaces. Raises ``Refused`` where it is none."""
    name = " ".join(given.split())
    if not 1 <= len(name) <= 120:
        raise Refused(_("A name has between 1 and 120 characters."), "name")
    return name


@contextmanager
def names_free(taken: str) -> Iterator[None]:
    """Open a savepoint in which a name that is taken becomes a ``Refused`` that says ``taken``."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Refused(taken, "name") from error


def tell(actor: Actor, standing: Standing, verb: str, **detail: object) -> None:
    """Record an act, and have the worker and the browsers hear of it."""
    kind, number = kind_of(standing), int(standing.pk)
    record(actor=actor, verb=f"{kind}.{verb}", object=f"{kind} {number}", **detail)
    tell_workers(**{kind: number})
    announce_on_commit(kind, id=number)
