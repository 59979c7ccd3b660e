"""Ids of decisions that come from outside become rows here: the open workspace's, or 404."""

from django.http import Http404

from palabre.desk.moderation.models import Decision
from palabre.desk.people.scope import Actor


def access_decision_by_id(actor: Actor, decision_id: int) -> Decision:
    """Return a decision of the actor's workspace; 404 otherwise."""
    found = Decision.objects.filter(pk=decision_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found
