"""All that is known of one message, for its page. What needs the database is read when the template asks for it."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from palabre.desk.messages.cards import Card, cards
from palabre.desk.messages.difference import Change, changes
from palabre.desk.messages.models import Message, MessageEvent, Revision
from palabre.desk.messages.selectors import (
    REPLIES,
    History,
    around,
    events_of,
    history_of,
    latest_of,
    parents_of,
    replies_to,
    revisions_of,
)
from palabre.desk.people.scope import Scope

LATEST = 6
#: Messages of the thread looked at before it, and after it.
AROUND = 4


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a text: the version that it made (with its number and moment), and what changed."""

    revision: Revision
    changes: list[Change]


@dataclass(frozen=True)
class Dossier:
    """One message, as its page asks about it."""

    message: Message
    scope: Scope

    @cached_property
    def card(self) -> Card:
        """Return the message with its evidence."""
        return cards([self.message])[0]

    @cached_property
    def parents(self) -> list[Card]:
        """Return what stands above it in the thread."""
        return cards(parents_of(self.message))

    @cached_property
    def around(self) -> list[Card]:
        """Return what else was said around it in its thread: neither what stands above it nor answers to it."""
        above = {card.message.pk for card in self.parents}
        near = around(self.message, AROUND, AROUND)
        return cards(m for m in near if m.pk not in above and m.parent != self.message.external_id)

    @cached_property
    def _replies(self) -> list[Message]:
        return replies_to(self.message)

    @cached_property
    def replies(self) -> list[Card]:
        """Return the first answers to it."""
        return cards(self._replies[:REPLIES])

    @property
    def more(self) -> bool:
        """Tell whether there are more answers than shown."""
        return len(self._replies) > REPLIES

    @property
    def skip(self) -> int:
        """Return how many answers are shown."""
        return REPLIES

    @cached_property
    def edits(self) -> list[Edit]:
        """Return what each edit changed, the latest first. The last version noted is the present text."""
        versions = revisions_of(self.message)
        found = [Edit(new, changes(old.text, new.text)) for old, new in pairwise(versions)]
        return found[::-1]

    @cached_property
    def events(self) -> list[MessageEvent]:
        """Return what happened to it at its source."""
        return events_of(self.message)

    @cached_property
    def history(self) -> History | None:
        """Return what its author has said here, to those who may know."""
        author = self.message.author
        return history_of(author) if author and self.scope.may("author.read") else None

    @cached_property
    def latest(self) -> list[Message]:
        """Return its author's other latest messages, to those who may know."""
        author = self.message.author
        if author is None or not self.scope.may("author.read"):
            return []
        return latest_of(author, LATEST, besides=self.message.pk)
