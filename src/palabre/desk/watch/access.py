"""From ids that come from outside to topics: of the actor's workspace, or 404."""

from django.http import Http404

from palabre.desk.people.scope import Actor
from palabre.desk.watch.models import Topic, TopicVersion


def access_topic_by_id(actor: Actor, topic_id: int) -> Topic:
    """Return a topic of the actor's workspace; 404 otherwise."""
    found = Topic.objects.filter(pk=topic_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found


def access_version_by_id(actor: Actor, topic: Topic, version_id: int) -> TopicVersion:
    """Return a version of that topic; 404 otherwise."""
    found = TopicVersion.objects.filter(pk=version_id, topic=topic, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found
