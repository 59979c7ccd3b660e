"""Topics, over the store's tables."""

from django.db import models
from django.db.models.functions import Now

from palabre.desk.people.models import Person, Workspace


class Topic(models.Model):
    """A standing query. A change of ``query`` raises ``version``; the worker takes it up at once."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    name = models.CharField(max_length=120)
    query = models.TextField()
    state = models.CharField(max_length=10, default="active")
    version = models.IntegerField(default=1)
    created_by = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True, db_column="created_by")
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "topic"
        managed = False

    def __str__(self) -> str:
        return self.name


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
