"""Who may listen to a workspace: a sound ticket, an open session, a member of that workspace."""

import re
import time
from collections.abc import Sequence
from datetime import datetime

from palabre.gate import wishes
from palabre.gate.hub import Listener
from palabre.gate.lines import Lines
from palabre.store import queries, ticket
from palabre.store.ticket import Ticket

_SQL = queries.load("gate")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")


class NotSignedIn(Exception):
    """No ticket, a ticket that has ended, or a session that was closed: sign in again."""


class NotFound(Exception):
    """No such workspace, or not one of this person's: the answer is the same."""


def ticket_of(cookies: str, secret: str, now: datetime) -> Ticket:
    """Return the sound ticket of a Cookie header. Raises ``NotSignedIn``."""
    sound = ticket.check(wishes.cookie(cookies, ticket.COOKIE), secret, now)
    if sound is None:
        raise NotSignedIn
    return sound


async def admit(lines: Lines, given: Ticket, slug: str) -> Listener:
    """Return the listener that this ticket lets into the workspace ``slug``.

    Raises ``NotSignedIn``, ``NotFound``, and ``psycopg.Error`` or ``TimeoutError`` when the database is away.
    """
    if not _SLUG.fullmatch(slug):
        raise NotFound
    asked = {"slug": slug, "person": given.person, "session": given.session_hash}
    ((is_open, workspace),) = await lines.rows(_SQL["admit"], asked)
    if not is_open:
        raise NotSignedIn
    if workspace is None:
        raise NotFound
    return Listener(workspace, given.person, given.session_hash, given.expires.timestamp())


async def turned_away(lines: Lines, listeners: Sequence[Listener]) -> list[Listener]:
    """Return those of ``listeners`` that may not go on: session closed, member no more, ticket at its end."""
    asked = {
        "people": [one.person for one in listeners],
        "workspaces": [one.workspace for one in listeners],
        "sessions": [one.session for one in listeners],
    }
    rows = await lines.rows(_SQL["still_admitted"], asked)
    welcome = {place - 1 for (place,) in rows}
    now = time.time()
    return [one for place, one in enumerate(listeners) if place not in welcome or one.until <= now]
