"""Pausing, resuming and removing a source."""

from django.utils import timezone

from palabre.desk.people.scope import Actor
from palabre.desk.sources.actions.settings import run_now
from palabre.desk.sources.actions.telling import tell
from palabre.desk.sources.models import Source


def do_pause_source(*, actor: Actor, source: Source) -> bool:
    """Stop collecting; what was received stays. Return False where it was not being collected."""
    if not Source.objects.filter(pk=source.pk, state="active").update(state="paused"):
        return False
    tell(actor, source, "source.pause")
    return True


def do_resume_source(*, actor: Actor, source: Source) -> bool:
    """Collect again, from where it stopped. Return False where it was not paused."""
    if not Source.objects.filter(pk=source.pk, state="paused").update(state="active"):
        return False
    run_now(source)
    tell(actor, source, "source.resume")
    return True


def do_remove_source(*, actor: Actor, source: Source) -> bool:
    """Take a source out of the list for good: its messages stay, its secrets are forgotten."""
    removed = Source.objects.filter(pk=source.pk, removed_at=None)
    if not removed.update(removed_at=timezone.now(), secrets=None):
        return False
    tell(actor, source, "source.remove", name=source.name)
    return True
