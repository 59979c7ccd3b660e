"""From ids that come from outside to topics and rules: of the actor's workspace, or 404."""

from typing import TypeVar

from django.http import Http404

from palabre.desk.people.scope import Actor
from palabre.desk.watch.models import Rule, RuleVersion, Standing, Topic, TopicVersion

Kind = TypeVar("Kind", bound=Standing)


def access_topic_by_id(actor: Actor, topic_id: int) -> Topic:
    """Return a topic of the actor's workspace; 404 otherwise."""
    return _access(Topic, actor, topic_id)


def access_rule_by_id(actor: Actor, rule_id: int) -> Rule:
    """Return a rule of the actor's workspace; 404 otherwise."""
    return _access(Rule, actor, rule_id)


def _access(kind: type[Kind], actor: Actor, number: int) -> Kind:
    found = kind._default_manager.filter(pk=number, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found


def access_topic_version_by_id(actor: Actor, topic: Topic, version_id: int) -> TopicVersion:
    """Return a version of that topic; 404 otherwise."""
    found = TopicVersion.objects.filter(pk=version_id, topic=topic, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found


def access_rule_version_by_id(actor: Actor, rule: Rule, version_id: int) -> RuleVersion:
    """Return a version of that rule; 404 otherwise."""
    found = RuleVersion.objects.filter(pk=version_id, rule=rule, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found
