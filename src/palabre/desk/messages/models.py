"""What was said, over the store's tables. The desk changes of a message only where it stands in moderation."""

from datetime import datetime
from typing import ClassVar

from django.contrib.postgres.search import SearchVectorField
from django.db import models

from palabre.desk.people.models import Workspace
from palabre.desk.sources.models import Source


class Author(models.Model):
    """Who said it, in one network, for one workspace."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    network = models.TextField()
    key = models.TextField()
    name = models.TextField(default="")
    url = models.TextField(default="")
    followers = models.BigIntegerField(null=True)
    first_seen = models.DateTimeField()

    class Meta:
        db_table = "author"
        managed = False

    def __str__(self) -> str:
        return self.name or self.key


class Message(models.Model):
    """One message. ``parts``, ``attachments`` and ``raw`` hold JSON, '' where there is none."""

    id = models.BigIntegerField(primary_key=True)
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    source = models.ForeignKey(Source, on_delete=models.DO_NOTHING)
    author = models.ForeignKey(Author, on_delete=models.DO_NOTHING, null=True)
    published = models.DateTimeField()
    received = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    near = models.BigIntegerField(default=0)
    engagement = models.BigIntegerField(null=True)
    reach = models.BigIntegerField(null=True)
    revision = models.SmallIntegerField(default=1)
    priority = models.SmallIntegerField(default=0)
    decision = models.TextField(default="pending")
    proposed = models.TextField(default="")
    article = models.TextField(default="")
    first = models.BooleanField(default=False)
    external_id = models.TextField()
    kind = models.TextField()
    visibility = models.TextField()
    network = models.TextField()
    lang = models.TextField(default="")
    country = models.TextField(default="")
    site = models.TextField(default="")
    thread = models.TextField(default="")
    parent = models.TextField(default="")
    place = models.TextField(default="")
    url = models.TextField(default="")
    title = models.TextField(default="")
    lead = models.TextField(default="")
    text = models.TextField()
    parts = models.TextField(default="")
    attachments = models.TextField(default="")
    raw = models.TextField(default="")
    search = SearchVectorField()

    class Meta:
        db_table = "message"
        managed = False

    def __str__(self) -> str:
        return self.text[:60]

    @classmethod
    def of_line(
        cls, id: int, published: datetime, deleted_at: datetime | None, kind: str, decision: str, site: str,
        title: str, head: str, source: str, name: str | None, key: str | None,
    ) -> "Message":  # fmt: skip
        """Return a message with what a line of a list shows: the start of its text, the names of source and author.

        It is to be shown, not saved.
        """
        shown = cls(
            id=id, published=published, deleted_at=deleted_at, kind=kind, decision=decision, site=site, title=title,
            text=head, source=Source(name=source), author=None if key is None else Author(name=name or "", key=key),
        )  # fmt: skip
        shown.head = head  # type: ignore[attr-defined]  # as ``brief`` annotates it
        return shown


class Signal(models.Model):
    """What a message is, with its evidence (JSON)."""

    pk = models.CompositePrimaryKey("message_id", "name")
    message = models.ForeignKey(Message, on_delete=models.DO_NOTHING, related_name="signals")
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    name = models.TextField()
    score = models.FloatField()
    model = models.TextField()
    evidence = models.TextField(default="[]")

    class Meta:
        db_table = "signal"
        managed = False

    def __str__(self) -> str:
        return f"{self.name} {self.score:.2f}"


class Match(models.Model):
    """A topic's hit on a message, with its spans (JSON)."""

    pk = models.CompositePrimaryKey("topic_id", "message_id")
    topic_id = models.BigIntegerField()
    message = models.ForeignKey(Message, on_delete=models.DO_NOTHING, related_name="matches")
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    spans = models.TextField(default="[]")

    class Meta:
        db_table = "match"
        managed = False

    def __str__(self) -> str:
        return f"{self.topic_id} × {self.message_id}"


class Revision(models.Model):
    """A text that a message had. The present one is the message's own."""

    pk = models.CompositePrimaryKey("message_id", "number")
    message = models.ForeignKey(Message, on_delete=models.DO_NOTHING, related_name="revisions")
    number = models.SmallIntegerField()
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    at = models.DateTimeField()
    title = models.TextField()
    text = models.TextField()

    class Meta:
        db_table = "revision"
        managed = False
        ordering: ClassVar[list[str]] = ["number"]

    def __str__(self) -> str:
        return f"{self.message_id} · {self.number}"


class MessageEvent(models.Model):
    """What happened to messages at their source: deleted, their author banned, restored."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    source = models.ForeignKey(Source, on_delete=models.DO_NOTHING)
    kind = models.TextField()
    target = models.TextField()
    at = models.DateTimeField()
    received = models.DateTimeField()
    detail = models.TextField(default="")

    class Meta:
        db_table = "message_event"
        managed = False

    def __str__(self) -> str:
        return f"{self.kind} {self.target}"
