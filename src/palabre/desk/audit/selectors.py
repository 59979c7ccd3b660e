"""Reading the audit log, and checking its chain."""

from dataclasses import dataclass

from django.db import connection

from palabre.desk.audit.models import Entry

#: Rows of one page.
PAGE = 100


@dataclass(frozen=True, slots=True)
class Chain:
    """What a check of the whole log found: ``broken`` is the number of the first unsound row, None when sound."""

    rows: int
    broken: int | None


def entries(workspace_id: int, *, before: int | None = None, verb: str = "", limit: int = PAGE) -> list[Entry]:
    """Return up to ``limit`` rows of the log, newest first, those numbered below ``before`` where it is given.

    ``verb`` keeps one verb ("message.decide") or one family of them ("message").
    """
    found = Entry.objects.select_related("person").filter(workspace_id=workspace_id)
    if before is not None:
        found = found.filter(number__lt=before)
    if verb:
        found = found.filter(verb=verb) if "." in verb else found.filter(verb__startswith=f"{verb}.")
    return list(found.order_by("-number")[:limit])


def check_chain(workspace_id: int) -> Chain:
    """Compute every hash of the workspace's log again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM audit WHERE workspace_id = %s), audit_broken(%s)",
            [workspace_id, workspace_id],
        )
        rows, broken = cursor.fetchone()
    return Chain(rows, broken)
