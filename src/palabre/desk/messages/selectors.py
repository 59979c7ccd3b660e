"""Reading messages. Every reader is bounded; row-level security keeps to the open workspace."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Left, Length

from palabre.desk.messages.models import Author, Match, Message, MessageEvent, Revision, Signal

#: Characters of a text that lists read from the database.
HEAD = 1_200
#: Messages of an author that their history counts, the latest ones.
HISTORY = 5_000
#: Messages above and below in a thread.
PARENTS, REPLIES = 8, 20


def brief(messages: "QuerySet[Message]") -> "QuerySet[Message]":
    """Return ``messages`` for a list: with author and source, the start of the text only, nothing heavy."""
    light = messages.select_related("author", "source").defer(
        "text", "lead", "raw", "search", "parts", "attachments"
    )
    return light.annotate(head=Left("text", HEAD), length=Length("text"))


#: What ``brief`` reads of a message, no more than its line shows: to have Django write it anew for each of two
#: hundred messages a second costs more than the database takes.
_LINES = """
    SELECT m.id, m.published, m.deleted_at, m.kind, m.decision, m.site, m.title, left(m.text, %s),
        s.name, a.name, a.key
    FROM message m JOIN source s ON s.id = m.source_id LEFT JOIN author a ON a.id = m.author_id
    WHERE m.workspace_id = %s AND m.id = ANY(%s)
"""


def lines_of(workspace: int, ids: Sequence[int]) -> list[Message]:
    """Return these messages of a workspace with what a line of the stream shows of each, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, [HEAD, workspace, list(ids)])
        return [Message.of_line(*row) for row in cursor.fetchall()]


class Matched(NamedTuple):
    """A standing query's hit on a message, with its spans as JSON."""

    message_id: int
    topic_id: int
    spans: str


def matches_of(ids: Sequence[int]) -> list[Matched]:
    """Return what the standing queries caught of these messages. Every list asks it: hence written out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT message_id, topic_id, spans FROM match WHERE message_id = ANY(%s)", [list(ids)])
        return [Matched(*row) for row in cursor.fetchall()]


def messages_by_id(ids: Sequence[int]) -> list[Message]:
    """Return the messages called so, for a list, in the order asked; those of elsewhere are left out."""
    found = {message.pk: message for message in brief(Message.objects.filter(pk__in=ids))}
    return [found[id] for id in ids if id in found]


def matched_ids(number: int, at_most: int) -> list[int]:
    """Return the newest messages that a standing query caught, by the number under which its matches stand."""
    ids = Match.objects.filter(topic_id=number).order_by("-message_id").values_list("message_id", flat=True)
    return list(ids[:at_most])


def matched_by(number: int, at_most: int) -> list[Message]:
    """Return the same messages, for a list."""
    return messages_by_id(matched_ids(number, at_most))


def decided_of(ids: Sequence[int]) -> list[tuple[str, int]]:
    """Return how many of these messages stand under each decision, the most frequent first."""
    rows = Message.objects.filter(pk__in=ids).values_list("decision").annotate(n=Count("id"))
    return list(rows.order_by("-n", "decision"))


@dataclass(frozen=True, slots=True)
class History:
    """What an author has said here before: how many in all and of each decision. ``more`` where there are more."""

    total: int
    decisions: dict[str, int]
    more: bool

    def count(self, decision: str) -> int:
        """Return how many of the author's messages stand so."""
        return self.decisions.get(decision, 0)

    @property
    def removed(self) -> int:
        """Return how many of the author's messages are removed."""
        return self.count("remove")

    @property
    def held(self) -> int:
        """Return how many of the author's messages are on hold."""
        return self.count("hold")

    @property
    def waiting(self) -> int:
        """Return how many of the author's messages are still to be decided."""
        return self.count("pending")

    @property
    def approved(self) -> int:
        """Return how many of the author's messages are published."""
        return self.count("approve")


def history_of(author: Author) -> History:
    """Return an author's history over their latest messages."""
    latest = Message.objects.filter(author=author).order_by("-id").values("id", "decision")[:HISTORY]
    rows = Message.objects.filter(pk__in=latest.values("id")).values_list("decision").annotate(n=Count("id"))
    decisions = dict(rows.order_by())
    total = sum(decisions.values())
    return History(total, decisions, more=total >= HISTORY)


def latest_of(author: Author, at_most: int, besides: int | None = None) -> list[Message]:
    """Return the author's latest messages, newest first."""
    found = Message.objects.filter(author=author).order_by("-id")
    if besides is not None:
        found = found.exclude(pk=besides)
    return list(brief(found)[:at_most])


def parents_of(message: Message) -> list[Message]:
    """Return the messages above in the thread, the first one first, at most ``PARENTS``."""
    above: list[Message] = []
    seen = {message.external_id}
    wanted = message.parent
    while wanted and wanted not in seen and len(above) < PARENTS:
        seen.add(wanted)
        parent = brief(_thread(message).filter(external_id=wanted)).first()
        if parent is None:
            break
        above.insert(0, parent)
        wanted = parent.parent
    return above


def around(message: Message, before: int, after: int) -> list[Message]:
    """Return what was said in the thread just before and just after ``message``, the first one first.

    What it answers is left out: it is shown above it.
    """
    others = brief(_thread(message).exclude(external_id=message.parent))
    earlier = list(others.filter(pk__lt=message.pk).order_by("-pk")[:before])
    return [*earlier[::-1], *others.filter(pk__gt=message.pk).order_by("pk")[:after]]


def replies_to(message: Message, skip: int = 0) -> list[Message]:
    """Return the answers to ``message``, oldest first: one more than ``REPLIES`` where there are more."""
    answers = _thread(message).filter(parent=message.external_id).exclude(external_id=message.external_id)
    return list(brief(answers.order_by("id"))[skip : skip + REPLIES + 1])


def _thread(message: Message) -> "QuerySet[Message]":
    """Return the thread's messages; the index needs the thread, so a message without one stands alone."""
    if not message.thread:
        return Message.objects.none()
    return Message.objects.filter(source_id=message.source_id, thread=message.thread)


def revisions_of(message: Message, at_most: int = 20) -> list[Revision]:
    """Return the texts that a message had before, oldest first."""
    return list(Revision.objects.filter(message_id=message.pk).order_by("number")[:at_most])


def events_of(message: Message, at_most: int = 20) -> list[MessageEvent]:
    """Return what happened to a message, or to its author, at the source."""
    targets = Q(target=message.external_id, kind__in=("delete", "restore"))
    if message.author is not None:
        targets |= Q(target=message.author.key, kind="ban")
    found = MessageEvent.objects.filter(targets, source_id=message.source_id)
    return list(found.order_by("at")[:at_most])


def alike(message: Message) -> "QuerySet[Message]":
    """Return the messages that say nearly the same, ``message`` among them."""
    first = message.near or message.pk
    return Message.objects.filter(Q(near=first) | Q(pk=first) | Q(pk=message.pk))


def count_up_to(messages: "QuerySet[Message]", most: int) -> int:
    """Return how many ``messages`` there are, ``most`` at most: what is counted is bounded."""
    return messages.order_by()[:most].count()


def signal_on(message_id: int, name: str) -> Signal | None:
    """Return what was found of one signal in a message."""
    return Signal.objects.filter(message_id=message_id, name=name).first()
