"""What changes topics. The worker takes a change up between two batches: messages from then on follow it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.scope import Actor, announce_on_commit, tell_workers
from palabre.desk.watch.diagnosis import first_error
from palabre.desk.watch.models import Topic

#: Topics of a workspace, at most: what matching was measured with.
MOST = 5_000


def do_add_topic(*, actor: Actor, name: str, query: str) -> Topic:
    """Create a topic. Raises ``Refused`` where the query cannot be read or the name is taken."""
    _check_query(query)
    if Topic.objects.filter(workspace_id=actor.workspace_id).count() >= MOST:
        raise Refused(_("This workspace has %(most)s topics, which is the most.") % {"most": MOST}, "name")
    with _names_free():
        topic = Topic.objects.create(
            workspace_id=actor.workspace_id, name=_name(name), query=query, created_by_id=actor.person_id
        )
    _tell(actor, topic, "topic.add", name=topic.name, query=query)
    return topic


def do_change_topic(*, actor: Actor, topic: Topic, name: str | None = None, query: str | None = None) -> Topic:
    """Change the name or the query of a topic; another query raises its version. Raises ``Refused``."""
    before = {"name": topic.name, "query": topic.query}
    after = {"name": topic.name if name is None else _name(name), "query": topic.query if query is None else query}
    if after == before:
        return topic
    if after["query"] != before["query"]:
        _check_query(after["query"])
    newer = F("version") + int(after["query"] != before["query"])
    with _names_free():
        Topic.objects.filter(pk=topic.pk).update(**after, version=newer, updated_at=timezone.now())
    topic.refresh_from_db()
    changed = {key: value for key, value in before.items() if after[key] != value}
    _tell(actor, topic, "topic.change", before=changed, version=topic.version)
    return topic


def do_pause_topic(*, actor: Actor, topic: Topic) -> bool:
    """Stop matching new messages; return False where it was paused already."""
    return _turn(actor, topic, "active", "paused", "topic.pause")


def do_resume_topic(*, actor: Actor, topic: Topic) -> bool:
    """Match new messages again; return False where it was not paused."""
    return _turn(actor, topic, "paused", "active", "topic.resume")


def do_remove_topic(*, actor: Actor, topic: Topic) -> None:
    """Remove a topic for good. Messages that it matched stay."""
    removed = topic.pk
    Topic.objects.filter(pk=removed).delete()
    record(actor=actor, verb="topic.remove", object=f"topic {removed}", name=topic.name, query=topic.query)
    _word(removed)


def _turn(actor: Actor, topic: Topic, before: str, after: str, verb: str) -> bool:
    changed = Topic.objects.filter(pk=topic.pk, state=before).update(state=after, updated_at=timezone.now())
    if changed:
        _tell(actor, topic, verb)
    return bool(changed)


def _check_query(query: str) -> None:
    if sentence := first_error(query):
        raise Refused(sentence, "query")


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not 1 <= len(name) <= 120:
        raise Refused(_("A name has between 1 and 120 characters."), "name")
    return name


@contextmanager
def _names_free() -> Iterator[None]:
    """Open a savepoint in which a name that is taken becomes a ``Refused``."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Refused(_("Another topic has this name already."), "name") from error


def _tell(actor: Actor, topic: Topic, verb: str, **detail: object) -> None:
    record(actor=actor, verb=verb, object=f"topic {topic.pk}", **detail)
    _word(topic.pk)


def _word(topic_id: int) -> None:
    tell_workers(topic=topic_id)
    announce_on_commit("topic", id=topic_id)
