"""The contacts that scams lead to, and the messages that share one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection

from palabre.core.signals import funnel
from palabre.core.signals.funnel import Contact, Kind
from palabre.desk.messages.selectors import messages_by_id
from palabre.desk.signals.selectors import MOST, Values, since, threshold_of

if TYPE_CHECKING:
    from palabre.desk.messages.models import Message

#: Contacts listed, and messages of one.
LISTED, SHOWN = 100, 200
#: Signals whose messages are looked at.
SIGNALS = ("scam", "spam")

_TEXTS = """
SELECT m.id, m.author_id, m.published, left(m.text, %(read)s)
FROM message m
WHERE m.workspace_id = %(workspace)s AND m.id >= day_floor(%(since)s) AND EXISTS (
    SELECT FROM signal s JOIN unnest(%(signals)s::text[], %(thresholds)s::real[]) AS t (name, threshold)
        ON t.name = s.name
    WHERE s.message_id = m.id AND s.score >= t.threshold)
ORDER BY m.id DESC LIMIT %(most)s
"""


#: How the French numbers begin that are written without their country at home.
FRENCH = "+33"


def _pairs(number: str) -> list[str]:
    """Return the figures of a French number by twos: ``+33612345678`` gives 06, 12, 34, 56, 78."""
    figures = "0" + number.removeprefix(FRENCH)
    return [figures[at : at + 2] for at in range(0, len(figures), 2)]


def _links(address: str) -> list[str]:
    return [f'"{address}"', f'"https://{address}"']


def _phone(number: str) -> list[str]:
    figures = number.removeprefix("+")
    if not number.startswith(FRENCH):
        return [figures, *_links(f"wa.me/{figures}")]
    first, *pairs = _pairs(number)
    after, dots = f"{first[1]} {' '.join(pairs)}", ".".join((first, *pairs))
    home = ["".join((first, *pairs)), f'"{first} {" ".join(pairs)}"', f'"{dots}"']
    return [*home, figures, f'"33 {after}"', f'"33 0 {after}"', f'"33 {dots[1:]}"', *_links(f"wa.me/{figures}")]


_SPELLINGS: dict[Kind, Callable[[str], list[str]]] = {
    "phone": _phone,
    "telegram": lambda handle: [f"@{handle}", *_links(f"t.me/{handle}"), *_links(f"telegram.me/{handle}")],
    "whatsapp": lambda group: _links(f"chat.whatsapp.com/{group}"),
    "mail": lambda address: [f'"{address}"'],
}


@dataclass(slots=True)
class Shared:
    """A contact, and the messages that lead to it, the newest first."""

    contact: Contact
    messages: list[int] = field(default_factory=list)
    authors: set[int] = field(default_factory=set)
    last: datetime | None = None

    @property
    def kind(self) -> str:
        """Return what it is: ``phone``, ``telegram``, ``whatsapp`` or ``mail``."""
        return self.contact.kind

    @property
    def value(self) -> str:
        """Return it in its one spelling."""
        return self.contact.value

    @property
    def shown(self) -> str:
        """Return it as people read it: a French number by twos, from its zero on."""
        return " ".join(_pairs(self.value)) if self.value.startswith(FRENCH) else self.value

    @property
    def query(self) -> str:
        """Return a query of the usual ways to write it, for a topic that follows it.

        Unlike this page it does not know every spelling: foreign numbers are asked for without their spaces only.
        """
        return " OR ".join(_SPELLINGS[self.contact.kind](self.value))

    @property
    def key(self) -> str:
        """Return what an address names it by."""
        return self.contact.key

    @property
    def count(self) -> int:
        """Return how many messages lead to it."""
        return len(self.messages)

    @property
    def accounts(self) -> int:
        """Return how many authors they have."""
        return len(self.authors)


def shared(workspace_id: int) -> list[Shared]:
    """Return the contacts of the month's scams, those of most messages first."""
    found: dict[str, Shared] = {}
    for message, author, published, text in _texts(workspace_id):
        for contact in funnel.contacts(text):
            one = found.setdefault(contact.key, Shared(contact, last=published))
            one.messages.append(message)
            if author is not None:
                one.authors.add(author)
    return sorted(found.values(), key=lambda one: (-one.count, -one.accounts, one.key))


def _texts(workspace_id: int) -> Iterator[tuple[int, int | None, datetime, str]]:
    values: Values = {
        "workspace": workspace_id, "since": since().date(), "most": MOST, "read": funnel.READ,
        "signals": list(SIGNALS), "thresholds": [threshold_of(workspace_id, name) for name in SIGNALS],
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_TEXTS, values)
        yield from cursor.fetchall()


def one_of(found: Sequence[Shared], key: str) -> Shared | None:
    """Return the contact that an address names, where there is one."""
    return next((one for one in found if one.key == key), None)


def messages_of(one: Shared) -> "list[Message]":
    """Return the messages that lead to a contact, the newest first, ``SHOWN`` at most."""
    return messages_by_id(one.messages[:SHOWN])
