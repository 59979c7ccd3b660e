"""Reading the audit log, and checking its chain."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Q

from palabre.desk.audit.models import Entry
from palabre.desk.audit.words import beginnings

#: Rows of one page.
PAGE = 100


@dataclass(frozen=True, slots=True)
class Chain:
    """What a check of the whole log found: ``broken`` is the number of the first unsound row, None when sound."""

    rows: int
    broken: int | None


def entries(workspace_id: int, *, before: int | None = None, verb: str = "", limit: int = PAGE) -> list[Entry]:
    """Return up to ``limit`` rows of the log, newest first, those numbered below ``before`` where it is given.

    ``verb`` keeps one verb ("message.decide") or one family of them ("source").
    """
    found = Entry.objects.select_related("person").filter(workspace_id=workspace_id)
    if before is not None:
        found = found.filter(number__lt=before)
    if verb:
        found = found.filter(verb=verb) if "." in verb else found.filter(_in_family(verb))
    return list(found.order_by("-number")[:limit])


def _in_family(family: str) -> Q:
    return reduce(or_, (Q(verb__startswith=beginning) for beginning in beginnings(family)))


def check_chain(workspace_id: int) -> Chain:
    """Compute every hash of the workspace's log again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM audit WHERE workspace_id = %s), audit_broken(%s)",
            [workspace_id, workspace_id],
        )
        rows, broken = cursor.fetchone()
    return Chain(rows, broken)
