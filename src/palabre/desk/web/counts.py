"""The small numbers beside the rooms of the rail: what waits for somebody there. "" where nothing does."""

from palabre.desk.messages.selectors import count_up_to
from palabre.desk.moderation.selectors import waiting
from palabre.desk.people.scope import Scope

#: Counting stops here: nobody needs to know whether 1,000 or 1,200 wait, and a page must not wait for it.
MOST = 1_000


def count_of(room: str, scope: Scope) -> str:
    """Return the number for one room."""
    if room != "queue":
        return ""
    return _bounded(count_up_to(waiting(scope.workspace.pk, "pending"), MOST))


def _bounded(count: int) -> str:
    if count >= MOST:
        return f"{MOST - 1}+"
    return str(count) if count else ""
