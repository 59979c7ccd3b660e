"""The form of a source, made from what its connector asks for."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from palabre.connectors.contract import Field, Manifest
from palabre.desk.sources.choices import shown_choice

#: Fields that no person types: the gate's secrets are drawn for them, columns and files have steps of their own.
_APART = {"mapping", "file"}


class SourceForm(forms.Form):
    """Name, place in the queue, and one field for each setting of the connector.

    ``known`` are the settings that the source has; a secret that it has is told as kept, and never shown.
    """

    def __init__(
        self,
        manifest: Manifest,
        *args: Any,
        known: Mapping[str, Any] | None = None,
        has: frozenset[str] = frozenset(),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.manifest = manifest
        self.fields["name"] = forms.CharField(
            label=_("Name"), max_length=120, help_text=_("As your team calls it: “Comments of the site”.")
        )
        for asked in fields_of(manifest):
            self.fields[asked.name] = form_field(asked, (known or {}).get(asked.name), asked.name in has)
        self.fields["moderated"] = forms.BooleanField(
            label=_("Its messages stand in the queue"),
            required=False,
            initial=True,
            help_text=_("Unticked: they are watched and searched, and nobody has to decide on them."),
        )

    def given(self) -> dict[str, Any]:
        """Return setting → value, as the person gave them."""
        return {asked.name: self.cleaned_data.get(asked.name) for asked in fields_of(self.manifest)}


def fields_of(manifest: Manifest) -> list[Field]:
    """Return what a person fills in for this connector."""
    drawn = "receive" in manifest.abilities
    return [
        asked for asked in manifest.fields if asked.kind not in _APART and not (drawn and asked.kind == "secret")
    ]


def in_present_language(french: str, english: str) -> str:
    """Return the one of two texts that the person reads."""
    return french if (get_language() or "fr").startswith("fr") else english


def form_field(asked: Field, known: Any, has: bool) -> forms.Field:
    """Return Django's field for one setting."""
    options: dict[str, Any] = {
        "label": in_present_language(asked.label_fr, asked.label_en),
        "help_text": in_present_language(asked.help_fr, asked.help_en),
        "required": asked.required and not has and asked.kind != "flag",
        "initial": asked.default if known is None else known,
    }
    match asked.kind:
        case "choice":
            choices = [(choice, shown_choice(choice)) for choice in asked.choices]
            return forms.ChoiceField(choices=choices, **options)
        case "flag":
            return forms.BooleanField(**options)
        case "secret":
            return _secret(options, has)
        case "lines":
            if isinstance(options["initial"], list | tuple):
                options["initial"] = "\n".join(map(str, options["initial"]))
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=100_000, **options)
        case "number":
            return forms.CharField(widget=forms.TextInput(attrs={"inputmode": "decimal"}), max_length=40, **options)
        case "address":
            return forms.CharField(widget=forms.TextInput(attrs={"inputmode": "url"}), max_length=4_000, **options)
    return forms.CharField(max_length=4_000, **options)


def _secret(options: dict[str, Any], has: bool) -> forms.Field:
    if has:
        options["help_text"] = _("One is kept, encrypted. Leave empty to keep it.")
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(widget=widget, max_length=4_000, **{**options, "initial": None})
