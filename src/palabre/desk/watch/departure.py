"""Topics written for other tools, each with what is lost on the way. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from palabre.core.query import dialects as core
from palabre.core.query.dialects import LIST, TITLES, WRITERS
from palabre.desk.watch.language import OWN, Saved, read
from palabre.desk.watch.models import Topic
from palabre.desk.watch.told import Told, tell

#: The dialects that are written, by their key.
DESTINATIONS = WRITERS


def destinations() -> dict[str, str]:
    """Return the dialects that are written, by their key, as the present person calls them."""
    return {key: TITLES[key] if key != LIST else _("a list of hashtags and accounts") for key in DESTINATIONS}


@dataclass(frozen=True, slots=True)
class Departing:
    """A topic in another dialect: its ``text``, '' where nothing of it can be said there, and what is lost."""

    topic: Topic
    text: str
    told: tuple[Told, ...] = ()

    @property
    def lost(self) -> list[str]:
        """Return what is lost, a sentence each."""
        return [f"{one.what} {one.mend}".strip() for one in self.told]


def written_for(topics: Iterable[Topic], dialect: str, saved: Saved) -> list[Departing]:
    """Return topics in a dialect; those that they call by name (``saved``) are written where they are called."""
    return [_written(topic, dialect, saved) for topic in topics]


def _written(topic: Topic, dialect: str, saved: Saved) -> Departing:
    if dialect == OWN:
        return Departing(topic, topic.query)
    parsed = read(topic.query, saved)
    if parsed.tree is None:
        return Departing(topic, "", tell(topic.query, parsed.diagnostics))
    written = core.translate(parsed.tree, dialect, topic.query)
    return Departing(topic, written.text, tell(topic.query, written.losses))
