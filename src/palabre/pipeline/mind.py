"""A mind: deliveries in as they were received, rows of COPY out. No database; see ``minds`` for where it runs."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from palabre.core.model import Delivery, Message
from palabre.core.signals.accumulated import Aimed
from palabre.core.signals.flood import Recent
from palabre.core.text.near import NearIndex
from palabre.pipeline.batch import raw_messages
from palabre.pipeline.exchange import Answer, Edited, Excerpt, Late, Told, Wanted
from palabre.pipeline.lenses import Lenses
from palabre.pipeline.shape import Shaped, shape, shape_edit
from palabre.pipeline.understand import Lens, Origin, Understood, understand
from palabre.store import rows

#: Ids told to browsers in one announcement; a page that was told of more asks for the newest itself.
TOLD = 300

Understander = Callable[[Lens, Sequence[Message], Sequence[int], Sequence[Origin]], list[Understood]]
_read_delivery = msgspec.json.Decoder(Delivery).decode
_read_message = msgspec.json.Decoder(Message).decode


class _One(NamedTuple):
    """A message to be understood."""

    excerpt: Excerpt
    message: Message
    id: int
    author: int | None


@dataclass(slots=True)
class Mind:
    """Understands batches, with the topics and the memory of ``lenses``. Not for several threads at a time."""

    lenses: Lenses
    understander: Understander = understand

    def answer(self, excerpts: Iterable[Excerpt]) -> Answer:
        """Return the rows of the messages that are wanted of some deliveries. Asked twice, answers the same.

        Raises whatever a detector or a bound raises on one of the messages: ask again for half of them.
        """
        new: list[_One] = []
        edits: list[_One] = []
        for excerpt in excerpts:
            messages = _wanted_messages(excerpt)
            new += [_One(excerpt, messages[place], id, author) for place, id, author in excerpt.new]
            edits += [_One(excerpt, messages[place], id, author) for place, id, author in excerpt.edits]
        sheet = _Sheet()
        for one, understood in zip(new, self._understand(new), strict=True):
            sheet.add(one, shape(one.id, one.author, one.excerpt, understood))
        edited = [
            shape_edit(one.id, one.excerpt.workspace, understood)
            for one, understood in zip(edits, self._understand(edits), strict=True)
        ]
        return sheet.answer(edited)

    def _understand(self, ones: list[_One]) -> list[Understood]:
        """Understand messages of any workspaces, each through its own lens; the order is kept."""
        by_workspace: dict[int, list[int]] = defaultdict(list)
        for place, one in enumerate(ones):
            by_workspace[one.excerpt.workspace].append(place)
        found: list[Understood] = [None] * len(ones)  # type: ignore[list-item]
        for workspace, places in by_workspace.items():
            lens = self.lenses.of(workspace)
            group = [ones[place] for place in places]
            origins = [self._origin(one.excerpt) for one in group] if lens.topics.asks_facts else []
            messages, ids = [one.message for one in group], [one.id for one in group]
            understood = self.understander(lens, messages, ids, origins)
            for place, one_understood in zip(places, understood, strict=True):
                found[place] = one_understood
        return found

    def _origin(self, excerpt: Excerpt) -> Origin:
        known = self.lenses.sources.get(excerpt.source)
        return Origin(known.name if known else "", excerpt.network, excerpt.moderated, excerpt.received)

    def memories(self) -> dict[int, Late]:
        """Return what was said of late, by workspace: near-duplicates, what floods and harassment are told by."""
        lenses = self.lenses.all().items()
        return {
            workspace: (lens.near.dump(), lens.recent.dump(), lens.aimed.dump())
            for workspace, lens in lenses
            if lens.near.remembered
        }

    def remember(self, late: dict[int, Late]) -> None:
        """Take over what another mind remembers."""
        for workspace, (near, recent, aimed) in late.items():
            lens = self.lenses.of(workspace)
            lens.near, lens.recent, lens.aimed = NearIndex.load(near), Recent.load(recent), Aimed.load(aimed)


def _wanted_messages(excerpt: Excerpt) -> Sequence[Message] | dict[int, Message]:
    """Return the messages of an excerpt by place: all of them, or those wanted where one is out of bounds."""
    try:
        return _read_delivery(excerpt.payload).messages
    except msgspec.MsgspecError:
        raw = raw_messages(excerpt.payload)
        wanted: Iterable[Wanted] = [*excerpt.new, *excerpt.edits]
        return {place: _read_message(raw[place]) for place, _, _ in wanted}


@dataclass(slots=True)
class _Sheet:
    """Rows and sums of a batch, gathered."""

    keys: list[bytes] = field(default_factory=list)
    messages: list[bytes] = field(default_factory=list)
    signals: list[bytes] = field(default_factory=list)
    matches: list[bytes] = field(default_factory=list)
    counts: Counter[tuple[int, int, int, int]] = field(default_factory=Counter)
    told: dict[int, list[_One]] = field(default_factory=lambda: defaultdict(list))

    def add(self, one: _One, shaped: Shaped) -> None:
        """Add the rows of a message, and count it."""
        excerpt = one.excerpt
        self.keys.append(shaped.key)
        self.messages.append(shaped.row)
        self.signals += shaped.signals
        self.matches += shaped.matches
        minute = shaped.published // rows.MINUTE
        self.counts[excerpt.workspace, minute, excerpt.source, 0] += 1
        for topic in shaped.topics:
            self.counts[excerpt.workspace, minute, excerpt.source, topic] += 1
        self.told[excerpt.workspace].append(one)

    def answer(self, edits: list[Edited]) -> Answer:
        """Return all of it. Counts are always in the same order: two writers could not lock each other."""
        counts = [
            (workspace, rows.instant(minute * rows.MINUTE), source, topic, count)
            for (workspace, minute, source, topic), count in sorted(self.counts.items())
        ]
        told = [_told(workspace, group) for workspace, group in self.told.items()]
        keys, messages = b"".join(self.keys), b"".join(self.messages)
        return Answer(keys, messages, b"".join(self.signals), b"".join(self.matches), counts, told, edits)


def _told(workspace: int, group: list[_One]) -> Told:
    sources = sorted({one.excerpt.source for one in group})
    pending = sum(one.excerpt.moderated and not one.message.ours for one in group)
    return Told(workspace, [one.id for one in group[-TOLD:]], len(group), sources, pending)
