"""The forms of a topic."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from palabre.core.query.parser import MAX_LENGTH
from palabre.desk.watch.language import OWN, unix

#: How far back a topic may be recounted when it is saved; '' is not at all.
HISTORY = [
    ("", _("nothing of before")),
    ("7", _("the last 7 days")),
    ("30", _("the last 30 days")),
    ("90", _("the last 90 days")),
    ("all", _("everything that was kept")),
]


class TopicForm(forms.Form):
    """A name, a folder and a query; ``written`` is what was pasted, in its ``dialect``, where it was translated."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As your team will see it beside the messages.")
    )
    folder = forms.CharField(
        label=_("Folder"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"list": "folders", "autocomplete": "off"}),
    )
    query = forms.CharField(
        label=_("Query"),
        max_length=MAX_LENGTH,
        help_text=_(
            "Words, “exact phrases”, AND, OR, NOT, parentheses, beginnings of words (vaccin*), fields (lang:fr). "
            "Accents and capitals do not matter. Ctrl + Space shows all that can be asked."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "class": "query", "spellcheck": "false", "autocapitalize": "none"}),
    )
    dialect = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    written = forms.CharField(required=False, max_length=MAX_LENGTH, widget=forms.HiddenInput)
    history = forms.ChoiceField(label=_("Also mark and count"), choices=HISTORY, required=False)

    def clean_query(self) -> str:
        """Return the query with plain line ends."""
        return unix(self.cleaned_data["query"])

    def clean_dialect(self) -> str:
        """Return the dialect, our own where none is told."""
        return self.cleaned_data["dialect"] or OWN

    def given(self) -> dict[str, Any]:
        """Return what a topic is made of."""
        return {key: self.cleaned_data[key] for key in ("name", "folder", "query", "dialect", "written")}

    @property
    def days(self) -> int | None:
        """Return how many days to recount, None for all; only where ``history`` asks for any."""
        asked = self.cleaned_data["history"]
        return int(asked) if asked.isdigit() else None
