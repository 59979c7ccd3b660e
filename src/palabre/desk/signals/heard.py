"""The signals of one message as its page shows them: what stands, what people said, what may be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palabre.core.signals import names
from palabre.desk.messages.signs import Sign, sign_of
from palabre.desk.signals.heeding import TONE
from palabre.desk.signals.models import Label
from palabre.desk.signals.selectors import labels_of

if TYPE_CHECKING:
    from palabre.desk.messages.cards import Card, Caught, Shown

#: How the model of a signal begins where another reader gave it: one that text was sent to, or a file.
SENT, FILE = "sent:", "file:"


@dataclass(frozen=True, slots=True)
class Chip:
    """One signal: its face, how sure the machine is (None: it said nothing), what people said."""

    sign: Sign
    percent: int | None = None
    model: str = ""
    label: Label | None = None

    @property
    def contested(self) -> bool:
        """Tell whether people said that it is not so."""
        return self.label is not None and self.label.value < 0.5

    @property
    def confirmed(self) -> bool:
        """Tell whether people said that it is so."""
        return self.label is not None and not self.contested

    @property
    def sent_to(self) -> str:
        """Return who the text was sent to for this signal, "" where it did not leave."""
        return self.model[len(SENT) :] if self.model.startswith(SENT) else ""


@dataclass(frozen=True, slots=True)
class Heard:
    """All chips of a message; ``missing`` are the signals that could still be added."""

    message_id: int
    chips: Sequence[Chip]
    topics: Sequence["Caught"] = ()
    missing: Sequence[Sign] = field(default=())


def heard(card: "Card") -> Heard:
    """Return what was heard in the message of ``card``."""
    labels = labels_of([card.message.pk]).get(card.message.pk, {})
    shown = [*card.signals, *card.contested]
    there = {one.sign.name for one in shown}
    chips = [_chip(one, labels) for one in shown]
    chips += [Chip(sign_of(name), label=label) for name, label in labels.items() if name not in there]
    named = {chip.sign.name for chip in chips}
    missing = sorted(
        (sign_of(name) for name in names() if name not in named and name != TONE), key=lambda sign: sign.word
    )
    return Heard(card.message.pk, chips, card.topics, missing)


def _chip(shown: "Shown", labels: Mapping[str, Label]) -> Chip:
    return Chip(shown.sign, shown.percent, shown.model, labels.get(shown.sign.name))
