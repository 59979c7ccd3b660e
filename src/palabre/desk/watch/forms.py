"""The form of a topic."""

from django import forms
from django.utils.translation import gettext_lazy as _

from palabre.core.query.parser import MAX_LENGTH


class TopicForm(forms.Form):
    """A name and a query."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As your team will see it beside the messages.")
    )
    query = forms.CharField(
        label=_("Query"),
        max_length=MAX_LENGTH,
        help_text=_(
            "Words, “exact phrases”, AND, OR, NOT, parentheses, beginnings of words (vaccin*). "
            "Accents and capitals do not matter."
        ),
        widget=forms.Textarea(attrs={"rows": 6, "class": "query", "spellcheck": "false"}),
    )
