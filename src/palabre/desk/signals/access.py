"""From ids that come from outside to rows of the actor's workspace, or 404."""

from django.http import Http404

from palabre.desk.people.scope import Actor
from palabre.desk.signals.models import Label, ModelVersion, PerspectiveKey, ProductRegister, Provider


def access_label_by_id(actor: Actor, label_id: int) -> Label:
    """Return a label that stands; 404 otherwise."""
    found = Label.objects.filter(pk=label_id, workspace_id=actor.workspace_id, undone_at=None).first()
    if found is None:
        raise Http404
    return found


def access_provider_by_id(actor: Actor, provider_id: int) -> Provider:
    """Return a provider; 404 otherwise."""
    found = Provider.objects.filter(pk=provider_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found


def access_version_by_id(actor: Actor, version_id: int) -> ModelVersion:
    """Return a version of the workspace's model; 404 otherwise."""
    found = ModelVersion.objects.filter(pk=version_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found


def access_key_by_id(actor: Actor, key_id: int) -> PerspectiveKey:
    """Return a Perspective key; 404 otherwise."""
    found = PerspectiveKey.objects.filter(pk=key_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found


def access_register_by_id(actor: Actor, register_id: int) -> ProductRegister:
    """Return a register of products, in use or to be confirmed; 404 otherwise."""
    found = ProductRegister.objects.filter(pk=register_id, workspace_id=actor.workspace_id).first()
    if found is None:
        raise Http404
    return found
