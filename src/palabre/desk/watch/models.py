"""Topics and rules, over the store's tables."""

from django.db import models
from django.db.models.functions import Now

from palabre.core.charter.rules import number_of
from palabre.desk.people.models import Person, Workspace


class Standing(models.Model):
    """A standing query. A change of ``query`` makes a version (the database does); the worker takes it up at once.

    ``written`` is what was pasted from another tool, in its ``dialect``, where the query is a translation.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    name = models.CharField(max_length=120)
    query = models.TextField()
    dialect = models.TextField(default="palabre")
    written = models.TextField(default="")
    state = models.CharField(max_length=10, default="active")
    version = models.IntegerField(default=1)
    created_by = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True, db_column="created_by")
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def number(self) -> int:
        """Return the number under which its matches and counts stand."""
        return int(self.pk)


class Topic(Standing):
    """A standing query whose messages are marked and counted."""

    folder = models.CharField(max_length=80, default="")

    class Meta:
        db_table = "topic"
        managed = False


class Rule(Standing):
    """A standing query that proposes an article of the charter; ``weight``: points of priority, None: the usual."""

    article = models.TextField()
    weight = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "rule"
        managed = False

    @property
    def number(self) -> int:
        """Return the number under which its matches and counts stand."""
        return number_of(int(self.pk))


class Version(models.Model):
    """A query that stood, and who wrote it (None: a program). Written by the database alone."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    number = models.IntegerField()
    query = models.TextField()
    dialect = models.TextField()
    written = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    at = models.DateTimeField()

    class Meta:
        abstract = True


class TopicVersion(Version):
    """A query that a topic had."""

    topic = models.ForeignKey(Topic, on_delete=models.DO_NOTHING)

    class Meta:
        db_table = "topic_version"
        managed = False

    def __str__(self) -> str:
        return f"{self.topic_id}@{self.number}"


class RuleVersion(Version):
    """A query that a rule had, and what it proposed."""

    rule = models.ForeignKey(Rule, on_delete=models.DO_NOTHING)
    article = models.TextField()
    weight = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "rule_version"
        managed = False

    def __str__(self) -> str:
        return f"{self.rule_id}@{self.number}"


class TopicRecount(models.Model):
    """A topic being matched, from the day ``since`` on, with messages that were there before it.

    The collector's process does it (``palabre.pipeline.recount``): this is where it is asked for and watched.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    topic = models.ForeignKey(Topic, on_delete=models.DO_NOTHING)
    version = models.IntegerField()
    since = models.DateField()
    state = models.CharField(max_length=10, default="waiting")
    total = models.BigIntegerField(null=True)
    read = models.BigIntegerField(default=0)
    found = models.BigIntegerField(default=0)
    error = models.TextField(default="")
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    asked_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "topic_recount"
        managed = False

    def __str__(self) -> str:
        return f"{self.topic_id} {self.state}"

    @property
    def open(self) -> bool:
        """Tell whether it is still to be done, or under way."""
        return self.state in ("waiting", "running")

    @property
    def percent(self) -> int:
        """Return how much of it is done, 0 to 100; a guess as long as it runs: messages come in meanwhile."""
        if self.state == "done":
            return 100
        return min(99, self.read * 100 // self.total) if self.total else 0


class MinuteCount(models.Model):
    """Messages a minute, for each source and topic; 0 stands for all."""

    pk = models.CompositePrimaryKey("workspace_id", "topic_id", "source_id", "minute")
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    minute = models.DateTimeField()
    source_id = models.BigIntegerField()
    topic_id = models.BigIntegerField()
    count = models.BigIntegerField()

    class Meta:
        db_table = "minute_count"
        managed = False

    def __str__(self) -> str:
        return f"{self.minute:%H:%M} {self.count}"
