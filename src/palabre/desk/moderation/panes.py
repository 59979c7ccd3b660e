"""All that stands beside one message of the queue while a person decides."""

from dataclasses import dataclass
from functools import cached_property

from palabre.core.model import Part
from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.models import Message
from palabre.desk.messages.selectors import History, around, count_up_to, history_of, latest_of, parents_of
from palabre.desk.moderation.charter import Cited, cited
from palabre.desk.moderation.models import Claim, Decision
from palabre.desk.moderation.parts import read_parts
from palabre.desk.moderation.selectors import (
    alike_decided,
    alike_waiting,
    claims_of_others,
    neighbouring,
    newest_alike,
    standing_decision,
)
from palabre.desk.people.scope import Scope

#: Other messages of the author that the pane shows; similar ones that it counts.
LATEST = 4
ALIKE = 500
#: Messages of the thread that the pane shows, said before and after it.
BEFORE, AFTER = 2, 3
#: Neighbouring decisions that the pane shows.
NEIGHBOURS = 3


@dataclass(frozen=True)
class Pane:
    """One open message. What needs the database is read when the template asks for it."""

    message: Message
    scope: Scope

    @cached_property
    def card(self) -> Card:
        """Return the message with its evidence."""
        return cards([self.message])[0]

    @cached_property
    def claim(self) -> Claim | None:
        """Return who else has it open."""
        return claims_of_others([self.message.pk], self.scope.person.pk).get(self.message.pk)

    @cached_property
    def parent(self) -> Message | None:
        """Return what it answers."""
        above = parents_of(self.message)
        return above[-1] if above else None

    @cached_property
    def around(self) -> list[Card]:
        """Return what was said around it in its thread; answers to it among them."""
        return cards(around(self.message, BEFORE, AFTER))

    @cached_property
    def history(self) -> History | None:
        """Return what its author has said here, to those who may know."""
        author = self.message.author
        return history_of(author) if author and self.scope.may("author.read") else None

    @cached_property
    def latest(self) -> list[Message]:
        """Return its author's other latest messages."""
        author = self.message.author
        if author is None or not self.scope.may("author.read"):
            return []
        return latest_of(author, LATEST, besides=self.message.pk)

    @cached_property
    def newest(self) -> int:
        """Return how far, among all that arrived, those are counted that say nearly the same."""
        return newest_alike(self.message)

    @cached_property
    def alike(self) -> int:
        """Return how many other waiting messages say nearly the same."""
        counted = count_up_to(alike_waiting(self.message, self.newest), ALIKE)
        return max(0, counted - (1 if self.waits else 0))

    @cached_property
    def neighbours(self) -> dict[str, int]:
        """Return how many messages that say nearly the same were published and removed."""
        return alike_decided(self.message)

    @cached_property
    def decided_alike(self) -> list[tuple[Decision, Cited | None]]:
        """Return how messages that say nearly the same were last decided, and by which article."""
        found = neighbouring(self.message, NEIGHBOURS) if self.neighbours else []
        return [(row, cited(row.reason)) for row in found]

    @cached_property
    def decision(self) -> Decision | None:
        """Return the decision that stands on it."""
        return standing_decision(self.message.pk)

    @property
    def waits(self) -> bool:
        """Tell whether it is still to be decided."""
        return self.message.decision in ("pending", "hold")

    @property
    def article(self) -> Cited | None:
        """Return the article that is proposed."""
        return cited(self.message.article)

    @property
    def parts(self) -> list[Part]:
        """Return the addends of the priority, the largest first."""
        return read_parts(self.message.parts)
