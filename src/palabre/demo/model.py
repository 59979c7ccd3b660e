"""The shapes of the demo: what its files hold, and what it hands over."""

from datetime import timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct

from palabre.core.model import Attachment, Count, Key, Kind, Visibility
from palabre.demo.pace import DEFAULT_SPEED

Role = Literal["owner", "lead", "moderator", "analyst", "client"]
Deed = Literal["say", "edit", "delete", "ban", "restore"]

#: "J2 14:05" or "J2 14:05:30": the day (1 to 3), then the time of that day.
Moment = Annotated[str, Meta(pattern=r"^J[123] ([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]


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

    Both are ``None`` where no network would tell, as for newspapers and mail. ``ours`` tells the newsroom itself.
    """

    key: Key
    name: str
    since: Count | None = None
    messages: Count | None = None
    followers: Count | None = None
    ours: bool = False


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """Where people talk in one source: an article, a show.

    ``label`` is what the desk shows, ``path`` ends its address.
    """

    key: str
    part: str
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
    ``target`` is the message edited, deleted or restored, or the author banned; an edit gives the new ``text``
    (and ``engagement``) and keeps all the rest.
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
