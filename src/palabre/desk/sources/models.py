"""Sources and their health, over the store's tables."""

from django.db import models
from django.db.models.functions import Now

from palabre.desk.people.models import Person, Workspace


class Source(models.Model):
    """A connected place. Secrets are encrypted; ``settings`` never holds any."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    public_id = models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid"))
    name = models.CharField(max_length=120)
    connector = models.CharField(max_length=40)
    network = models.CharField(max_length=50, blank=True)
    settings = models.JSONField(default=dict)
    secrets = models.BinaryField(null=True)
    state = models.CharField(max_length=10, default="active")
    moderated = models.BooleanField(default=True)
    created_by = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True, db_column="created_by")
    created_at = models.DateTimeField(db_default=Now())
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "source"
        managed = False

    def __str__(self) -> str:
        return self.name


class SourceHealth(models.Model):
    """Where a source stands: its cursor, its last success, its last error. Written by the collector."""

    source = models.OneToOneField(Source, on_delete=models.DO_NOTHING, primary_key=True, related_name="health")
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    cursor = models.JSONField(default=dict)
    next_run_at = models.DateTimeField(db_default=Now())
    leased_until = models.DateTimeField(null=True)
    leased_by = models.TextField(null=True)  # noqa: DJ001 - NULL says that nobody holds it
    last_success_at = models.DateTimeField(null=True)
    last_received_at = models.DateTimeField(null=True)
    last_published = models.DateTimeField(null=True)
    received = models.BigIntegerField(default=0)
    error_class = models.TextField(null=True)  # noqa: DJ001 - NULL says that the last run went well
    error_text = models.TextField(null=True)  # noqa: DJ001
    error_at = models.DateTimeField(null=True)
    error_streak = models.IntegerField(default=0)

    class Meta:
        db_table = "source_health"
        managed = False

    def __str__(self) -> str:
        return f"{self.source_id}: {self.error_class or 'ok'}"


class Gap(models.Model):
    """A stretch of time when nothing could be collected."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    source = models.ForeignKey(Source, on_delete=models.DO_NOTHING)
    started = models.DateTimeField()
    ended = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        db_table = "gap"
        managed = False

    def __str__(self) -> str:
        return f"{self.started:%Y-%m-%d %H:%M}, {self.reason}"


class SetAside(models.Model):
    """Something that could not be taken, kept with its error until a person looks."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    source = models.ForeignKey(Source, on_delete=models.DO_NOTHING)
    at = models.DateTimeField(db_default=Now())
    place = models.TextField(default="")
    error = models.TextField()
    payload = models.TextField(default="")
    retryable = models.BooleanField(default=False)
    tried = models.IntegerField(default=1)
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "set_aside"
        managed = False

    def __str__(self) -> str:
        return f"{self.place}: {self.error}"
