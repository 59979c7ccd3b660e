"""From a line set in its source to the message or the event that the pipeline takes."""

from collections.abc import Mapping
from datetime import datetime

from palabre.core.model import Author, Event, Kind, Message, Visibility
from palabre.demo.model import Step


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
        id=line.id,
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
        ours=step.person is not None and step.person.ours,
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
    return {"id": step.line.id, "by": step.line.by, **known}
