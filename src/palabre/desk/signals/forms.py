"""Forms of thresholds, keys and providers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from palabre.core.signals import names
from palabre.desk.messages.reasons import signal_word
from palabre.desk.signals.heeding import TONE


class ThresholdForm(forms.Form):
    """From how many percent on a signal is heeded."""

    threshold = forms.IntegerField(
        label=_("Counts from"),
        min_value=0,
        max_value=100,
        help_text=_("In percent. Below, a signal is kept but neither shown nor counted in the priority."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class KeyForm(forms.Form):
    """A new key of the Perspective-compatible door."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("The site or the program that will call."))
    per_second = forms.IntegerField(
        label=_("Calls a second, at most"), min_value=1, max_value=1000, initial=10,
        help_text=_("Beyond, the answer is 429. A key that stands in a page is public: give it few."),
    )  # fmt: skip


class ProviderForm(forms.Form):
    """A provider: which signals, from where, within which bounds, and whether text may leave."""

    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[
            ("perspective", _("An address that speaks as the Perspective API")),
            ("chat", _("An address that speaks as OpenAI’s chat")),
            ("onnx", _("A model file (ONNX) on this machine")),
        ],
    )
    signals = forms.MultipleChoiceField(label=_("Signals that it gives"), widget=forms.CheckboxSelectMultiple)
    address = forms.CharField(
        label=_("Address or file"),
        max_length=2_000,
        help_text=_(
            "https://api.example.org/v1 for an address; the name of a file in the folder “models” of the data "
            "folder for a model."
        ),
    )
    model = forms.CharField(
        label=_("Model"),
        max_length=200,
        required=False,
        help_text=_("As the other side calls it; for a chat only."),
    )
    secret = forms.CharField(
        label=_("Key"), max_length=2_000, required=False,
        help_text=_("Kept encrypted. Leave empty to keep the present one."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    seconds = forms.FloatField(label=_("Patience, in seconds"), min_value=0.1, max_value=60, initial=5)
    budget = forms.IntegerField(label=_("Calls a day, at most"), min_value=1, max_value=1_000_000, initial=10_000)
    private = forms.BooleanField(
        label=_("This address is on our own network"), required=False,
        help_text=_("Addresses of private networks are refused unless this is ticked."),
    )  # fmt: skip
    sends_text = forms.BooleanField(
        label=_("The text of messages may leave this machine for this address"), required=False,
        help_text=_("Without it, an address is never called. Each signal that came this way says so."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = sorted(((name, signal_word(name)) for name in names() if name != TONE), key=lambda pair: pair[1])
        self.fields["signals"].choices = choices  # type: ignore[attr-defined]  # in the person's language

    def clean(self) -> dict[str, Any]:
        """Check what depends on the kind."""
        cleaned: dict[str, Any] = super().clean() or {}
        kind, address = cleaned.get("kind"), str(cleaned.get("address", ""))
        if kind == "onnx" and ("/" in address or "\\" in address or not address.endswith(".onnx")):
            self.add_error("address", _("Give the name of a file that ends in .onnx, without any folder."))
        if kind in ("chat", "perspective") and not address.startswith(("https://", "http://")):
            self.add_error("address", _("Give a whole address, beginning with https://."))
        if kind == "chat" and not cleaned.get("model"):
            self.add_error("model", _("A chat needs the name of its model."))
        return cleaned
