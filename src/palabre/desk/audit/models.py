"""The audit log, over the store's table. The database numbers and chains the rows."""

from django.db import models
from django.db.models.functions import Now

from palabre.desk.people.models import Person, Workspace


class Entry(models.Model):
    """One act of one person: who, when, what, on what."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    number = models.BigIntegerField(db_default=0)
    at = models.DateTimeField(db_default=Now())
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True, db_constraint=False)
    verb = models.TextField()
    object = models.TextField()
    detail = models.TextField(default="{}")
    hash = models.BinaryField(db_default=b"")

    class Meta:
        db_table = "audit"
        managed = False

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.object}"
