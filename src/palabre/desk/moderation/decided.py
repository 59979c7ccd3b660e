"""What was decided last, by a person or by the whole team, to look at again and to take back."""

from dataclasses import dataclass

from palabre.core.charter.states import standing
from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.moderation.charter import Cited, cited
from palabre.desk.moderation.models import Decision
from palabre.desk.moderation.selectors import decisions_of, log_of
from palabre.desk.people.scope import Scope

#: Decisions of a page.
PAGE = 50


@dataclass(frozen=True, slots=True)
class Done:
    """One decision and its message; ``stands``: nobody took it back; ``last``: it is what holds on the message now.

    ``card`` is None where the message is gone.
    """

    row: Decision
    card: Card | None
    stands: bool
    last: bool

    @property
    def article(self) -> Cited | None:
        """Return the article that was cited."""
        return cited(self.row.reason)


def decided(scope: Scope, mine: bool, before: int | None = None) -> list[Done]:
    """Return a page of decisions, the newest first, and one more where there are more."""
    found = Decision.objects.filter(workspace_id=scope.workspace.pk).exclude(action="undo")
    if mine:
        found = found.filter(person=scope.person)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.select_related("person").order_by("-pk")[: PAGE + 1])
    return _done(rows)


def _done(rows: list[Decision]) -> list[Done]:
    ids = list(dict.fromkeys(row.message_id for row in rows))
    by_message = {card.message.pk: card for card in cards(messages_by_id(ids))}
    stand = _standing(ids)
    made = []
    for row in rows:
        ids_standing = stand[row.message_id]
        last = bool(ids_standing) and row.pk == ids_standing[-1]
        made.append(Done(row, by_message.get(row.message_id), row.pk in ids_standing, last))
    return made


def _standing(ids: list[int]) -> dict[int, list[int]]:
    """Return the decisions that stand on each message, in order."""
    logs: dict[int, list[Decision]] = {id: [] for id in ids}
    for row in decisions_of(ids):
        logs[row.message_id].append(row)
    return {id: [decision for decision, _ in standing(log_of(log))] for id, log in logs.items()}
