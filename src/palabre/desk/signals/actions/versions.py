"""Which of the workspace's own versions is in use. Going back is the same act: one row more."""

from palabre.desk.audit.actions import record
from palabre.desk.people.scope import Actor, tell_workers
from palabre.desk.signals.models import ModelUse, ModelVersion
from palabre.desk.signals.selectors import in_use


def do_use_version(*, actor: Actor, version: ModelVersion | None) -> bool:
    """Put a version to use, or the built-in model alone (None). False where it is in use already."""
    last = in_use(actor.workspace_id)
    if (last.version_id if last else None) == (version.pk if version else None):
        return False
    ModelUse.objects.create(workspace_id=actor.workspace_id, version=version, person_id=actor.person_id)
    record(
        actor=actor, verb="model.use", object=f"model {version.number if version else 0}",
        before=last.version.number if last and last.version else 0,
    )  # fmt: skip
    tell_workers(signals=actor.workspace_id)
    return True
