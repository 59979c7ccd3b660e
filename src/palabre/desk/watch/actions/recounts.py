"""Asking for a topic to be matched with the messages that were there before it."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor, announce_on_commit
from palabre.desk.watch.models import Topic, TopicRecount
from palabre.store.partitions import EPOCH

OPEN = ("waiting", "running")
#: Recounts of a workspace that may wait at once: one after the other, each reads its whole history.
MOST = 500


def do_ask_recount(*, actor: Actor, topic: Topic, days: int | None) -> TopicRecount:
    """Ask for a recount of the last ``days`` days (None: of everything).

    It takes the place of one that is under way. Raises ``Refused`` where too many wait already.
    """
    waiting = TopicRecount.objects.filter(workspace_id=actor.workspace_id, state__in=OPEN)
    _stop(topic)
    if waiting.count() >= MOST:
        raise Refused(_("%(most)s recounts are waiting already: let them end first.") % {"most": MOST})
    asked = TopicRecount.objects.create(
        workspace_id=actor.workspace_id,
        topic=topic,
        version=topic.version,
        since=first_day(days),
        person_id=actor.person_id,
    )
    record(actor=actor, verb="topic.recount", object=f"topic {topic.pk}", since=asked.since)
    announce_on_commit("topic", id=topic.pk)
    return asked


def do_stop_recount(*, actor: Actor, topic: Topic) -> bool:
    """Stop the recount of a topic; what it found stays. Return False where none was under way."""
    stopped = _stop(topic)
    if stopped:
        record(actor=actor, verb="topic.stop_recount", object=f"topic {topic.pk}")
        announce_on_commit("topic", id=topic.pk)
    return stopped


def first_day(days: int | None) -> date:
    """Return the first of the last ``days`` days, today's included."""
    return EPOCH if days is None else timezone.now().date() - timedelta(days=days - 1)


def _stop(topic: Topic) -> bool:
    waiting = TopicRecount.objects.filter(topic=topic, state__in=OPEN)
    return bool(waiting.update(state="stopped", ended_at=timezone.now()))
