"""Forms of people, workspaces, members and tokens."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from palabre.desk.people.models import Person, Role, Workspace
from palabre.desk.people.permissions import SCOPES, may_grant
from palabre.desk.people.zones import time_zones

if TYPE_CHECKING:  # generic for the type checker only
    PersonModelForm = forms.ModelForm[Person]
    WorkspaceModelForm = forms.ModelForm[Workspace]
else:
    PersonModelForm = WorkspaceModelForm = forms.ModelForm

#: What each scope of a token lets a program do, in words.
SCOPE_WORDS = {
    "messages:read": _("Read messages, their threads, authors and counts"),
    "messages:decide": _("Decide on messages, and undo"),
    "sources:read": _("Read sources and their health"),
    "sources:write": _("Add, change, pause and remove sources"),
    "topics:read": _("Read topics"),
    "topics:write": _("Add, change and remove topics"),
    "rules:read": _("Read rules"),
    "rules:write": _("Add, change and remove rules"),
    "members:read": _("Read the list of members"),
    "audit:read": _("Read the audit log"),
}

#: What each role does, in words, as the team page tells it.
ROLE_WORDS = (
    (_("Owner"), _("Everything, settings of the workspace and API tokens included.")),
    (_("Lead"), _("Moderates, manages sources, topics, rules and the team, reads the audit log.")),
    (_("Moderator"), _("Reads everything and decides on messages.")),
    (_("Analyst"), _("Reads everything and manages topics; decides nothing.")),
    (_("Client (read only)"), _("Reads messages, sources and topics.")),
)


class EntryForm(forms.Form):
    """How a newcomer is called, and a password of their own."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        help_text=_("As your team will see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("A password"),
        max_length=128,
        help_text=_("At least 10 characters. A sentence makes a good one."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, needs_password: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].required = needs_password

    def clean_password(self) -> str:
        """Hold the password against the validators of the house."""
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password


class PreferencesForm(PersonModelForm):
    """What a person chooses for themselves, in every workspace."""

    timezone = forms.ChoiceField(label=_("Time zone"), choices=time_zones)
    shortcuts_off = forms.BooleanField(
        label=_("Switch single-key shortcuts off"),
        required=False,
        help_text=_("For those who dictate, or use the keyboard in another way."),
    )

    class Meta:
        model = Person
        fields: ClassVar[list[str]] = ["name", "language", "theme", "density", "timezone", "blur_harsh"]
        labels: ClassVar[dict[str, object]] = {
            "name": _("Your name"),
            "language": _("Language"),
            "theme": _("Theme"),
            "density": _("Density"),
            "blur_harsh": _("Blur harsh messages until I point at them"),
        }
        help_texts: ClassVar[dict[str, object]] = {
            "name": _("As your team sees it."),
            "blur_harsh": _("Hate, threats and shocking words are hidden until you choose to read them."),
        }


class WorkspaceForm(WorkspaceModelForm):
    """Settings of a workspace."""

    language = forms.ChoiceField(
        label=_("Language of the workspace"),
        choices=Person.Language.choices,
        help_text=_("For what is written in its name: invitations, reports. Each person chooses their own."),
    )
    timezone = forms.ChoiceField(label=_("Time zone"), choices=time_zones)
    keep_days = forms.IntegerField(
        label=_("Days for which messages are kept"),
        required=False,
        min_value=1,
        max_value=36_500,
        help_text=_("Empty: for ever. Older messages are removed for good, once a day."),
    )

    class Meta:
        model = Workspace
        fields: ClassVar[list[str]] = ["name", "language", "timezone", "keep_days"]
        labels: ClassVar[dict[str, object]] = {"name": _("Name")}


class FoundForm(forms.Form):
    """A new workspace."""

    name = forms.CharField(
        label=_("Name of the workspace"),
        max_length=120,
        help_text=_("A client, a title, a brand: whatever has its own team and its own charter."),
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
    slug = forms.SlugField(
        label=_("Address"), max_length=50, required=False, help_text=_("Empty: drawn from the name.")
    )


class InviteForm(forms.Form):
    """Someone to invite, in one of the roles that the inviter may give."""

    email = forms.EmailField(label=_("Address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: Any, giver: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = grantable(giver)  # type: ignore[attr-defined]
        self.fields["role"].initial = Role.MODERATOR


class TokenForm(forms.Form):
    """A new API token."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("What uses it: “export of the night”, “our site”.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        choices=[(scope, SCOPE_WORDS[scope]) for scope in SCOPES],
        widget=forms.CheckboxSelectMultiple,
    )


def grantable(role: str) -> list[tuple[str, str]]:
    """Return (role, name) of each role that who has ``role`` may give."""
    return [(value, str(label)) for value, label in Role.choices if may_grant(role, value)]


def add_refusal(form: forms.BaseForm, where: str, message: str) -> None:
    """Show a refusal of the house beside the field that it is about, or above the form."""
    form.add_error(where if where in form.fields else None, ValidationError(message))
