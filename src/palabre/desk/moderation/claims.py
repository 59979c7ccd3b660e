"""Who has which message open. A claim lasts two minutes and is renewed while the message stays on the screen."""

from collections.abc import Sequence

from django.db import connection

from palabre.desk.moderation.models import Claim
from palabre.desk.moderation.refusals import Before, Refused
from palabre.desk.moderation.selectors import claims_of_others
from palabre.desk.people.scope import Actor, announce_on_commit

SECONDS = 120

# One statement: the row's lock makes the second of two people wait, then find the first one's claim.
_CLAIM = """
    INSERT INTO claim (message_id, workspace_id, person_id, until)
    SELECT id, workspace_id, %(person)s, clock_timestamp() + make_interval(secs => %(seconds)s)
    FROM message WHERE id = %(message)s AND workspace_id = %(workspace)s AND decision IN ('pending', 'hold')
    ON CONFLICT (message_id) DO UPDATE SET person_id = excluded.person_id, until = excluded.until
        WHERE claim.person_id = excluded.person_id OR claim.until < clock_timestamp()
    RETURNING message_id
"""


def do_claim_message(*, actor: Actor, message_id: int, name: str) -> None:
    """Take or renew the claim on a message, and let go of the person's other ones.

    ``name`` is what colleagues see. Raise ``Refused`` where someone else holds it, or it no longer waits.
    """
    values = {
        "person": actor.person_id,
        "seconds": SECONDS,
        "message": message_id,
        "workspace": actor.workspace_id,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, values)
        taken = cursor.fetchone() is not None
    if not taken:
        claim = claims_of_others([message_id], actor.person_id).get(message_id)
        raise Refused("claimed", Before(name=str(claim.person))) if claim else Refused("decided")
    do_release_claims(actor=actor, besides=message_id)
    announce_on_commit("claimed", id=message_id, person=actor.person_id, name=name)


def do_release_claims(*, actor: Actor, besides: int | None = None) -> None:
    """Let go of all that the person has open here, but for ``besides``."""
    mine = Claim.objects.filter(person_id=actor.person_id or 0, workspace_id=actor.workspace_id)
    ids = list(mine.exclude(message_id=besides or 0).values_list("message_id", flat=True))
    if ids:
        mine.filter(message_id__in=ids).delete()
        announce_on_commit("released", ids=ids)


def forget_claims(actor: Actor, ids: Sequence[int]) -> None:
    """Remove the claims on messages that have been decided; the announcement of the decision says so too."""
    Claim.objects.filter(message_id__in=ids, workspace_id=actor.workspace_id).delete()
