"""The whole demo workspace, and its life played in time."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from palabre.core.model import Event, Message
from palabre.demo.compose import event, message
from palabre.demo.model import Member, Person, Place, Source, Step, Topic
from palabre.demo.pace import DEFAULT_SPEED, due_times


class Demo(Struct, frozen=True):
    """The whole workspace: who, where, what is followed, and everything that is said, in time order."""

    name: str
    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    members: tuple[Member, ...]
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    steps: tuple[Step, ...]

    def timeline(
        self, start: datetime, speed: float = DEFAULT_SPEED
    ) -> Iterator[tuple[datetime, str, Message | Event]]:
        """Yield (due, source, message or event) in time order, ``start`` being the start of day one.

        What precedes ``OPENING`` is due at its own pace; what follows is due ``speed`` times faster. An edit
        keeps the publication time of what it edits.
        """
        said: dict[str, datetime] = {}
        dues = due_times([step.at for step in self.steps], start, speed)
        for step, due in zip(self.steps, dues, strict=True):
            published = said.setdefault(step.line.id, due)
            yield due, step.source.part, message(step, published) if step.person else event(step, due)
