"""Decisions, claims and shared views, over the store's tables."""

from django.db import models

from palabre.desk.people.models import Person, Workspace


class Decision(models.Model):
    """What a person, or a rule that was switched on, did about a message. Never changed: undone by another row."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    message_id = models.BigIntegerField()
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    action = models.TextField()
    reason = models.TextField(default="")
    note = models.TextField(default="")
    undoes = models.ForeignKey("self", on_delete=models.DO_NOTHING, null=True, db_column="undoes")
    at = models.DateTimeField(db_default=models.Func(function="clock_timestamp"))

    class Meta:
        db_table = "decision"
        managed = False

    def __str__(self) -> str:
        return f"{self.action} {self.message_id}"


class Claim(models.Model):
    """Who has a message open in the queue, until when."""

    message_id = models.BigIntegerField(primary_key=True)
    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING)
    until = models.DateTimeField()

    class Meta:
        db_table = "claim"
        managed = False

    def __str__(self) -> str:
        return f"{self.message_id} by {self.person_id}"


class SharedView(models.Model):
    """A view of the queue that the team shares: a tray, an order and a sieve under a name."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    name = models.TextField()
    query = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True)
    at = models.DateTimeField(db_default=models.Func(function="clock_timestamp"))

    class Meta:
        db_table = "shared_view"
        managed = False

    def __str__(self) -> str:
        return self.name
