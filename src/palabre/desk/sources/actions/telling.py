"""What every change of a source ends with: its audit row, and word to the workers and the browsers."""

from typing import Any

from palabre.desk.audit.actions import record
from palabre.desk.people.scope import Actor, announce_on_commit, tell_workers
from palabre.desk.sources.models import Source


def tell(actor: Actor, source: Source, verb: str, **detail: Any) -> None:
    """Record ``verb`` on ``source``; tell the worker, the collectors and the open pages when it is committed."""
    record(actor=actor, verb=verb, object=f"source {source.pk}", **detail)
    tell_workers(source=source.pk)
    announce_on_commit("source", id=source.pk)
