"""The forms of a topic and of a rule."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from palabre.core.query.parser import MAX_LENGTH
from palabre.desk.moderation.charter import articles
from palabre.desk.watch.actions.rules import HEAVIEST
from palabre.desk.watch.language import OWN, unix

#: How far back a topic may be recounted when it is saved; '' is not at all.
HISTORY = [
    ("", _("nothing of before")),
    ("7", _("the last 7 days")),
    ("30", _("the last 30 days")),
    ("90", _("the last 90 days")),
    ("all", _("everything that was kept")),
]


class StandingForm(forms.Form):
    """A name and a query; ``written`` is what was pasted, in its ``dialect``, where it was translated."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As your team will see it beside the messages.")
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

    #: What a standing query is made of.
    given_fields: ClassVar[tuple[str, ...]] = ("name", "query", "dialect", "written")

    def clean_query(self) -> str:
        """Return the query with plain line ends."""
        return unix(self.cleaned_data["query"])

    def clean_dialect(self) -> str:
        """Return the dialect, our own where none is told."""
        return self.cleaned_data["dialect"] or OWN

    def given(self) -> dict[str, Any]:
        """Return what it is made of."""
        return {key: self.cleaned_data[key] for key in self.given_fields}


class TopicForm(StandingForm):
    """A topic: in a folder, and recounted on history or not."""

    given_fields = (*StandingForm.given_fields, "folder")

    folder = forms.CharField(
        label=_("Folder"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"list": "folders", "autocomplete": "off"}),
    )
    history = forms.ChoiceField(label=_("Also mark and count"), choices=HISTORY, required=False)

    @property
    def days(self) -> int | None:
        """Return how many days to recount, None for all; only where ``history`` asks for any."""
        asked = self.cleaned_data["history"]
        return int(asked) if asked.isdigit() else None


def article_choices() -> list[tuple[str, str]]:
    """Return the articles of the charter, for a list to choose from."""
    return [("", gettext("Choose an article")), *((one.key, f"{one.number} · {one.title}") for one in articles())]


class RuleForm(StandingForm):
    """A rule: with the article that it cites, and how much it weighs."""

    given_fields = (*StandingForm.given_fields, "article", "weight")

    article = forms.ChoiceField(label=_("Article proposed"), choices=article_choices)
    weight = forms.IntegerField(
        label=_("Points of priority"),
        required=False,
        min_value=0,
        max_value=HEAVIEST,
        help_text=_("0 to 100; left empty, as many as the article’s own signals."),
    )
