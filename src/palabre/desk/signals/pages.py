"""What the room of signals shows, made ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from palabre.core.charter.heed import ARTICLE_OF
from palabre.desk.messages.signs import Family, Sign, sign_of
from palabre.desk.signals.about import About, about
from palabre.desk.signals.cards_of_models import model_card
from palabre.desk.signals.measures import Bar, Case, Measure, histogram, measure
from palabre.desk.signals.models import Provider
from palabre.desk.signals.selectors import (
    Overview,
    cases_of,
    label_count,
    providers_by_signal,
    threshold_of,
)

FAMILIES: tuple[tuple[Family, str | Promise], ...] = (
    ("harm", _("What goes against the charter")),
    ("care", _("Who waits for us")),
    ("good", _("What makes the conversation worth having")),
    ("plain", _("Tone and form")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A signal of the list."""

    sign: Sign
    overview: Overview


def families(overviews: Sequence[Overview]) -> list[tuple[str | Promise, list[Line]]]:
    """Return the signals by family, each in the order of the signs."""
    lines = [Line(sign_of(one.name), one) for one in overviews]
    found = [(title, [line for line in lines if line.sign.family == family]) for family, title in FAMILIES]
    return [(title, members) for title, members in found if members]


@dataclass(frozen=True)
class Page:
    """One signal. ``tried`` is a threshold that is only looked at."""

    sign: Sign
    threshold: float
    cases: Sequence[Case]
    labels: int
    provider: Provider | None = None
    tried: float | None = None

    @property
    def percent(self) -> int:
        """Return the threshold in use, as a whole percentage."""
        return round(100 * self.threshold)

    @property
    def tried_percent(self) -> int:
        """Return the threshold looked at, as a whole percentage."""
        return round(100 * (self.threshold if self.tried is None else self.tried))

    @cached_property
    def about(self) -> About | None:
        """Return what it means and where it fails."""
        return about(self.sign.name)

    @cached_property
    def card(self) -> str:
        """Return the card of the model that speaks for it, "" where rules alone do."""
        return model_card(self.sign.name)

    @cached_property
    def now(self) -> Measure:
        """Return the month at the threshold in use."""
        return measure(self.cases, self.threshold)

    @cached_property
    def then(self) -> Measure | None:
        """Return the month at the threshold that is looked at."""
        return None if self.tried is None or self.tried == self.threshold else measure(self.cases, self.tried)

    @cached_property
    def bars(self) -> Sequence[Bar]:
        """Return the bars of the histogram."""
        return histogram(self.cases)

    @property
    def judged_by_decisions(self) -> bool:
        """Tell whether decisions say something of it: those about the charter; of the others only labels do."""
        return self.sign.name in ARTICLE_OF


def page_of(workspace_id: int, signal: str) -> Page:
    """Return the page of one signal."""
    return Page(
        sign_of(signal),
        threshold_of(workspace_id, signal),
        cases_of(workspace_id, signal),
        label_count(workspace_id).get(signal, 0),
        providers_by_signal(workspace_id).get(signal),
    )
