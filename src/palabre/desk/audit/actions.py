"""Writing the audit log: called inside the transaction of the act that it records."""

import json
from typing import Any

from palabre.desk.audit.models import Entry
from palabre.desk.people.scope import Actor


def record(*, actor: Actor, verb: str, object: str, **detail: Any) -> None:
    """Add one row: ``actor`` did ``verb`` on ``object`` ("message 12"); ``detail`` is kept as JSON."""
    Entry.objects.create(
        workspace_id=actor.workspace_id,
        person_id=actor.person_id,
        verb=verb,
        object=object,
        detail=json.dumps(detail, ensure_ascii=False, sort_keys=True, default=str),
    )
