"""People and the workspaces they belong to.

``Person`` is Django's own table; the others are made by the store's SQL (docs/decisions/0004) and only read and
written through here.
"""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class PersonManager(BaseUserManager["Person"]):
    """Makes people from an address; a person without password enters by link or by their organisation."""

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "Person":
        """Create and return a person. The address is kept in lower case: it is what one signs in with."""
        person = self.model(email=self.normalize_email(email).lower(), **extra)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone who signs in. Preferences are theirs in every workspace."""

    class Language(models.TextChoices):
        """The languages of the interface."""

        FR = "fr", "Français"
        EN = "en", "English"

    class Theme(models.TextChoices):
        """Light, dark, or as the machine says."""

        AUTO = "auto", _("As my device")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    class Density(models.TextChoices):
        """How much stands on a screen."""

        COMFORTABLE = "comfortable", _("Comfortable")
        COMPACT = "compact", _("Compact")

    email = models.EmailField(_("email address"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.FR)
    theme = models.CharField(max_length=5, choices=Theme.choices, default=Theme.AUTO)
    density = models.CharField(max_length=12, choices=Density.choices, default=Density.COMFORTABLE)
    timezone = models.CharField(max_length=64, default="Europe/Paris")
    blur_harsh = models.BooleanField(default=False)
    shortcuts = models.JSONField(default=dict, blank=True)  # {"off": bool, "keys": {action: key}}
    #: Views of the queue that the person keeps: {workspace id: {name: query}}.
    views = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()), blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "person"

    def __str__(self) -> str:
        return self.name or self.email


class LoginLink(models.Model):
    """A link that signs its person in once: first start, or a password forgotten where no mail is sent."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "login_link"

    def __str__(self) -> str:
        return f"{self.person} until {self.expires_at:%Y-%m-%d %H:%M}"


class Role(models.TextChoices):
    """What a member may do in a workspace; see ``permissions.py``."""

    OWNER = "owner", _("Owner")
    LEAD = "lead", _("Lead")
    MODERATOR = "moderator", _("Moderator")
    ANALYST = "analyst", _("Analyst")
    CLIENT = "client", _("Client (read only)")


class Workspace(models.Model):
    """A client: its team, sources, charter. The unit of isolation."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="fr")
    timezone = models.CharField(max_length=64, default="Europe/Paris")
    keep_days = models.IntegerField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "workspace"
        managed = False

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A person in a workspace, with one role."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING)
    role = models.CharField(max_length=20, choices=Role.choices)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "member"
        managed = False

    def __str__(self) -> str:
        return f"{self.person_id} in {self.workspace_id}: {self.role}"


class Invitation(models.Model):
    """A link that lets the holder of an address become a member."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    email = models.EmailField()
    role = models.CharField(max_length=20, choices=Role.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, on_delete=models.DO_NOTHING, null=True, db_column="invited_by")
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "invitation"
        managed = False

    def __str__(self) -> str:
        return f"{self.email} as {self.role}"


class ApiToken(models.Model):
    """A key for programs: one workspace, one person who answers for it, a list of scopes."""

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING)
    person = models.ForeignKey(Person, on_delete=models.DO_NOTHING)
    name = models.CharField(max_length=120)
    token_hash = models.CharField(max_length=64, unique=True)
    scopes = ArrayField(models.CharField(max_length=40))
    created_at = models.DateTimeField(db_default=Now())
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "api_token"
        managed = False

    def __str__(self) -> str:
        return self.name
