"""Rows of the queue, made ready to be shown: one way for the first paint, for news, and after an act."""

from collections.abc import Iterable
from dataclasses import dataclass

from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.models import Message
from palabre.desk.moderation.models import Claim
from palabre.desk.moderation.selectors import claims_of_others, followers


@dataclass(frozen=True, slots=True)
class Row:
    """A message of the queue, who else has it open, and how many that say nearly the same stand behind it."""

    card: Card
    claim: Claim | None = None
    alike: int = 0

    @property
    def level(self) -> str:
        """Return how pressing the priority is, for the eye: "high", "mid" or "low"."""
        priority = self.card.message.priority
        return "high" if priority >= 70 else "mid" if priority >= 40 else "low"


def rows(messages: Iterable[Message], person_id: int) -> list[Row]:
    """Return a row for each message, in order."""
    made = cards(messages)
    claims = claims_of_others((card.message.pk for card in made), person_id)
    behind = followers(card.message for card in made)
    return [Row(card, claims.get(card.message.pk), behind.get(card.message.pk, 0)) for card in made]
