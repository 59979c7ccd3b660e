"""Workspaces: founding one, changing its settings."""

from collections.abc import Mapping

from django.db import IntegrityError, connection, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from palabre.desk.audit.actions import record
from palabre.desk.people.errors import Refused
from palabre.desk.people.models import Person, Workspace
from palabre.desk.people.scope import Actor, set_scope

LONGEST_SLUG = 50
SETTINGS = frozenset({"name", "language", "timezone", "keep_days"})


def do_found_workspace(
    *, owner: Person, name: str, slug: str = "", language: str = "fr", timezone: str = "Europe/Paris"
) -> Workspace:
    """Create a workspace with its owner, and open it for the rest of the transaction.

    ``slug`` stands in its address; without one, it is drawn from the name. Raises ``Refused`` where the slug
    is taken or cannot stand in an address.
    """
    chosen = slug or slug_for(name)
    with transaction.atomic():
        made = _found(chosen, name, language, timezone, owner.pk)
        set_scope(owner.pk, made)
        record(actor=Actor(made, owner.pk, "owner"), verb="workspace.found", object=f"workspace {made}", name=name)
        return Workspace.objects.get(pk=made)


def do_change_workspace(*, actor: Actor, changes: Mapping[str, object]) -> Workspace:
    """Write settings of the workspace (keys of ``SETTINGS``) and record what they were."""
    if unknown := set(changes) - SETTINGS:
        raise ValueError(f"These are no settings of a workspace: {', '.join(sorted(unknown))}.")
    workspace = Workspace.objects.get(pk=actor.workspace_id)
    before = {
        name: getattr(workspace, name) for name, value in changes.items() if getattr(workspace, name) != value
    }
    if before:
        for name in before:
            setattr(workspace, name, changes[name])
        workspace.save(update_fields=list(before))
        after = {name: changes[name] for name in before}
        record(actor=actor, verb="workspace.change", object=f"workspace {workspace.pk}", before=before, after=after)
    return workspace


def slug_for(name: str) -> str:
    """Return a free-standing address part for ``name``: "Le Courrier du Lauragais" → "le-courrier-du-lauragais"."""
    return slugify(name)[:LONGEST_SLUG].strip("-") or "palabre"


def _found(slug: str, name: str, language: str, timezone: str, owner: int) -> int:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT found_workspace(%s, %s, %s, %s, %s)", [slug, name, language, timezone, owner])
            row: tuple[int] = cursor.fetchone()
            return row[0]
    except IntegrityError as error:
        raise Refused(_why(error), "slug") from error


def _why(error: IntegrityError) -> str:
    if "workspace_slug_key" in str(error):
        return _("Another workspace already has this address: choose another one.")
    return _("An address holds small letters, digits and hyphens only, and begins with a letter or a digit.")
