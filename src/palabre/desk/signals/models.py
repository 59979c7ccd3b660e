"""What stands around the signals, over the store's tables."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from palabre.desk.people.models import Person, Workspace


class Label(models.Model):
    """A word on one signal of one message: it is (1), it is not (0). Never changed: undone."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    message_id = models.BigIntegerField(null=True)
    signal = models.TextField()
    value = models.FloatField()
    origin = models.TextField(default="person")
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    score = models.FloatField(null=True)
    model = models.TextField(default="")
    text = models.TextField(default="")
    lang = models.TextField(default="")
    detail = models.TextField(default="")
    at = models.DateTimeField(db_default=models.Func(function="clock_timestamp"))
    undone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "label"
        managed = False

    def __str__(self) -> str:
        return f"{self.signal} {self.value:g}"


class Threshold(models.Model):
    """From which probability the workspace heeds a signal."""

    pk = models.CompositePrimaryKey("workspace_id", "signal")
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    signal = models.TextField()
    threshold = models.FloatField()
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "signal_threshold"
        managed = False

    def __str__(self) -> str:
        return f"{self.signal} {self.threshold:g}"


class Provider(models.Model):
    """Another reader for some signals: a model file, or an address that text is sent to."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    name = models.CharField(max_length=120)
    kind = models.TextField()
    signals = ArrayField(models.TextField())
    settings = models.JSONField(default=dict)
    secrets = models.BinaryField(null=True)
    sends_text = models.BooleanField(default=False)
    seconds = models.FloatField(default=5)
    budget = models.IntegerField(default=10_000)
    state = models.TextField(default="paused")
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "provider"
        managed = False

    def __str__(self) -> str:
        return self.name


class ProviderHealth(models.Model):
    """How a provider fares today. Written by the one who asks it, read here."""

    provider = models.OneToOneField(Provider, models.DO_NOTHING, primary_key=True, related_name="health")
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    day = models.DateField()
    calls = models.IntegerField()
    failures = models.IntegerField()
    streak = models.IntegerField()
    open_until = models.DateTimeField(null=True)
    error = models.TextField()
    error_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "provider_health"
        managed = False

    def __str__(self) -> str:
        return f"{self.calls} calls on {self.day}"


class ModelVersion(models.Model):
    """What the workspace taught, and how it compared. Made by ``palabre train``, never changed."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    number = models.IntegerField()
    signals = ArrayField(models.TextField())
    examples = models.IntegerField()
    held_out = models.IntegerField()
    report = models.JSONField()
    base = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "model_version"
        managed = False

    def __str__(self) -> str:
        return f"v{self.number}"


class ModelUse(models.Model):
    """A version put to use; the last row counts, without version the built-in model alone."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    version = models.ForeignKey(ModelVersion, on_delete=models.DO_NOTHING, null=True)
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    at = models.DateTimeField(db_default=models.Func(function="clock_timestamp"))

    class Meta:
        db_table = "model_use"
        managed = False

    def __str__(self) -> str:
        return f"{self.version or 'built-in'} since {self.at:%Y-%m-%d}"


class ProductRegister(models.Model):
    """The products that the workspace watches over, from a file: the one in use, or one to be confirmed."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    used = models.BooleanField(default=False)
    file_name = models.TextField()
    names = ArrayField(models.TextField())
    codes = ArrayField(models.TextField())
    left_out = models.JSONField(default=list)
    reasons = models.JSONField(default=dict)
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    at = models.DateTimeField(db_default=models.Func(function="clock_timestamp"))

    class Meta:
        db_table = "product_register"
        managed = False

    def __str__(self) -> str:
        return self.file_name


class PerspectiveKey(models.Model):
    """A key of the Perspective-compatible door; the key itself is shown once."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    name = models.CharField(max_length=120)
    key_hash = models.TextField()
    hint = models.TextField()
    per_second = models.IntegerField(default=10)
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    created_at = models.DateTimeField(db_default=Now())
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "perspective_key"
        managed = False

    def __str__(self) -> str:
        return self.name
