"""Going back to a query that a topic had."""

from palabre.desk.people.scope import Actor
from palabre.desk.watch.actions.topics import do_change_topic
from palabre.desk.watch.models import Topic, TopicVersion


def do_restore_version(*, actor: Actor, topic: Topic, version: TopicVersion) -> Topic:
    """Give a topic the query of a former version: a new version, so that nothing of its history is lost.

    Raises ``Refused`` where that query can no longer be read (it called a topic that is gone).
    """
    return do_change_topic(
        actor=actor, topic=topic, query=version.query, dialect=version.dialect, written=version.written
    )
