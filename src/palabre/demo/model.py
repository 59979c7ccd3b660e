"""The shapes of the demo: what its files hold, and what it hands over."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct

from palabre.core.model import Attachment, Author, Count, Event, Key, Kind, Message, Visibility
from palabre.demo.pace import DEFAULT_SPEED, due_times

Role = Literal["owner", "lead", "moderator", "analyst", "client"]
Deed = Literal["say", "edit", "delete", "ban", "restore"]

#: "J2 14:05" or "J2 14:05:30": the day (1 to 3), then the time of that day.
Moment = Annotated[str, Meta(pattern=r"^J[123] [0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$")]


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A connected place of the newsroom. ``part`` is the connector's setting and the folder of its content.

    ``moderated`` is false where the team only watches, having no power to remove anything.
    """

    part: str
    name: str
    network: str
    kind: Kind
    visibility: Visibility
    moderated: bool
    site: str
    url: str

    @property
    def settings(self) -> dict[str, str | float]:
        """Return the settings of the ``demo`` connector for this source, but for ``start``."""
        return {"part": self.part, "speed": DEFAULT_SPEED}


class Person(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An invented author: ``since`` in days before day one, ``messages`` they had published by then.

    Both are ``None`` where no network would tell, as for newspapers and mail.
    """

    key: Key
    name: str
    since: Count | None = None
    messages: Count | None = None
    followers: Count | None = None


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """Where people talk: an article, a show. ``label`` is what the desk shows, ``path`` ends its address."""

    key: str
    label: str
    path: str = ""


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    """A standing query of the workspace, in the simple language, and why somebody follows it."""

    key: str
    name: str
    query: str
    why: str


class Member(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone of the invented team. ``job`` is what they do at the newspaper."""

    name: str
    email: str
    role: Role
    job: str


class Line(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of a content file: something said, or something that happened to what was said.

    ``story`` and ``place`` default to the name of the file (``place`` only where a place has that name).
    ``target`` is the message edited, deleted or restored, or the author banned.
    """

    at: Moment
    do: Deed = "say"
    id: str = ""
    by: str = ""
    text: str = ""
    parent: str = ""
    place: str = ""
    story: str = ""
    kind: Kind | None = None
    title: str = ""
    lead: str = ""
    url: str = ""
    site: str = ""
    engagement: Count | None = None
    reach: Count | None = None
    target: str = ""
    detail: str = ""
    attachments: tuple[Attachment, ...] = ()


class Step(Struct, frozen=True):
    """A line set in its source: ``at`` is counted from the start of day one, ``thread`` and ``place`` are known.

    ``first`` tells the first message that its author ever sent to this source.
    """

    at: timedelta
    source: Source
    line: Line
    person: Person | None
    thread: str
    place: str
    url: str
    first: bool


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
            published = said.setdefault(step.line.target if step.line.do == "edit" else step.line.id, due)
            yield due, step.source.part, message(step, published) if step.person else event(step, due)


def event(step: Step, at: datetime) -> Event:
    """Return the event of a line that is neither said nor edited."""
    line = step.line
    if line.do == "say" or line.do == "edit":
        raise ValueError(f"{line.id!r} is a message and has no author.")
    return Event(kind=line.do, target=line.target, at=at, detail=line.detail)


def message(step: Step, published: datetime) -> Message:
    """Return the message of a line that is said or edited."""
    line, source = step.line, step.source
    kind = line.kind or source.kind
    return Message(
        id=line.target if line.do == "edit" else line.id,
        text=line.text,
        published=published,
        kind=kind,
        visibility=_VISIBILITIES.get(kind, "public"),
        author=_author(step),
        title=line.title,
        lead=line.lead,
        url=step.url,
        site=line.site or source.site,
        thread=step.thread,
        parent=line.parent,
        place=step.place,
        network=_NETWORKS.get(kind, source.network),
        engagement=line.engagement,
        reach=line.reach,
        first=step.first,
        attachments=line.attachments,
        raw=_raw(step),
    )


_VISIBILITIES: Mapping[Kind, Visibility] = {"private": "private", "mail": "private", "article": "press"}
#: The fifth source mixes two networks, as a newsroom's watch box does.
_NETWORKS: Mapping[Kind, str] = {"mail": "mail", "article": "press"}


def _author(step: Step) -> Author | None:
    """Return the author as the network knows them."""
    who = step.person
    return None if who is None else Author(key=who.key, name=who.name, followers=who.followers)


def _raw(step: Step) -> dict[str, object]:
    """Return the payload that the source would have sent: what the desk has no field for is in it."""
    who = step.person
    told = {"member_since_days": who and who.since, "messages_before": who and who.messages}
    known = {name: value for name, value in told.items() if value is not None}
    return {"id": step.line.target or step.line.id, "by": step.line.by, **known}
