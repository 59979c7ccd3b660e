"""Taking many topics at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor, announce_on_commit, tell_workers
from palabre.desk.watch.actions.standing import MOST
from palabre.desk.watch.models import Topic


@dataclass(frozen=True, slots=True)
class Wanted:
    """A topic to take, its query read and found good; ``known`` is the one whose query it shall replace."""

    name: str
    query: str
    folder: str = ""
    dialect: str = "palabre"
    written: str = ""
    known: Topic | None = None


def do_import_topics(*, actor: Actor, wanted: Sequence[Wanted]) -> tuple[int, int]:
    """Add topics, and change those that have their name already; return how many of each.

    All of them or none. Raises ``Refused`` where the workspace would have too many.
    """
    new = [one for one in wanted if one.known is None]
    if Topic.objects.filter(workspace_id=actor.workspace_id).count() + len(new) > MOST:
        raise Refused(_("This workspace has %(most)s topics, which is the most.") % {"most": MOST}, "text")
    Topic.objects.bulk_create([_topic(actor, one) for one in new])
    changed = sum(_change(one) for one in wanted)
    names = [one.name for one in wanted]
    record(
        actor=actor,
        verb="topic.import",
        object=f"{len(names)} topics",
        added=len(new),
        changed=changed,
        names=names,
    )
    tell_workers(topics=len(wanted))
    announce_on_commit("topic", id=0)
    return len(new), changed


def _topic(actor: Actor, one: Wanted) -> Topic:
    return Topic(
        workspace_id=actor.workspace_id,
        name=one.name,
        query=one.query,
        folder=one.folder,
        dialect=one.dialect,
        written=one.written,
        created_by_id=actor.person_id,
    )


def _change(one: Wanted) -> int:
    if one.known is None or one.known.query == one.query:
        return 0
    values = {"query": one.query, "dialect": one.dialect, "written": one.written}
    return Topic.objects.filter(pk=one.known.pk).update(**values, updated_at=timezone.now())
