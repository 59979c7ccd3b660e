"""The log of decisions on one message, as its page shows it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from palabre.core.charter.states import standing
from palabre.desk.moderation.models import Decision
from palabre.desk.moderation.selectors import decisions_of, log_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, or the undoing of one: whether it still stands, whether it is the one that stands last."""

    row: Decision
    stands: bool
    last: bool

    @property
    def name(self) -> str:
        """Return who decided."""
        return str(self.row.person) if self.row.person else _("a rule")


def read_log(message_id: int) -> list[Entry]:
    """Return the log, the latest first."""
    rows = decisions_of([message_id])
    stand = [id for id, _action in standing(log_of(rows))]
    last = stand[-1] if stand else None
    entries = [Entry(row, row.action == "undo" or row.pk in stand, row.pk == last) for row in rows]
    return entries[::-1]
