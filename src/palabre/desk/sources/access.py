"""From ids that come from outside to sources and set-aside items: of the actor's workspace, or 404."""

from django.http import Http404

from palabre.desk.people.scope import Actor
from palabre.desk.sources.models import SetAside, Source


def access_source_by_id(actor: Actor, source_id: int) -> Source:
    """Return a source of the actor's workspace that was not removed; 404 otherwise."""
    found = Source.objects.filter(pk=source_id, workspace_id=actor.workspace_id, removed_at=None).first()
    if found is None:
        raise Http404
    return found


def access_set_aside_by_id(actor: Actor, source: Source, item_id: int) -> SetAside:
    """Return an open set-aside item of that source; 404 otherwise."""
    found = SetAside.objects.filter(
        pk=item_id, source=source, workspace_id=actor.workspace_id, resolved_at=None
    ).first()
    if found is None:
        raise Http404
    return found
