"""The rows of one understood message. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import msgspec

from palabre.core.model import Match, Signal
from palabre.pipeline.lenses import SourceFacts
from palabre.pipeline.understand import Understood
from palabre.store import partitions, rows

_json = msgspec.json.Encoder().encode
#: Texts that come again and again (kinds, languages, networks): encoded once.
_usual = lru_cache(4_096)(rows.text)
_EMPTY = rows.text("")


@dataclass(frozen=True, slots=True)
class Item:
    """A new message, as rows of COPY, with what the counters need; ``waits`` where it is to be decided on."""

    id: int
    workspace: int
    source: int
    external_id: str
    published: datetime
    waits: bool
    key: bytes
    row: bytes
    signals: tuple[bytes, ...]
    matches: tuple[bytes, ...]
    topics: tuple[int, ...]
    understood: Understood

    @property
    def minute(self) -> datetime:
        """The minute under which it is counted: its filed time, cut."""
        return self.published.replace(second=0, microsecond=0)


def shape(
    message_id: int, source: int, facts: SourceFacts, received: datetime, author: int | None, u: Understood
) -> Item:
    """Return the rows of a message that will be stored as ``message_id``."""
    workspace, external = facts.workspace, u.message.id
    published = partitions.settle_time(u.message.published, received)
    return Item(
        id=message_id,
        workspace=workspace,
        source=source,
        external_id=external,
        published=published,
        waits=facts.moderated,
        key=rows.key(source, external, message_id),
        row=_message(message_id, source, facts, (published, received), author, u),
        signals=tuple(_signal(message_id, workspace, found) for found in u.signals),
        matches=tuple(_match(message_id, workspace, found) for found in u.matches),
        topics=tuple(found.topic for found in u.matches),
        understood=u,
    )


def _message(
    message_id: int,
    source: int,
    facts: SourceFacts,
    times: tuple[datetime, datetime],
    author: int | None,
    u: Understood,
) -> bytes:
    m, proposal, text = u.message, u.proposal, rows.text
    published, received = rows.moment(times[0]), rows.moment(times[1])
    return b"".join((
        rows.message_head(
            message_id, facts.workspace, source, published, received, u.near, proposal.priority, m.first
        ),
        rows.big(author),
        rows.big(m.engagement),
        rows.big(m.reach),
        _usual("pending" if facts.moderated else "none"),
        _usual(proposal.action or ""),
        _usual(proposal.article),
        text(m.id),
        _usual(m.kind),
        _usual(m.visibility),
        _usual(m.network or facts.network),
        _usual(u.lang),
        _usual(m.country),
        _usual(m.site),
        text(m.thread) if m.thread else _EMPTY,
        text(m.parent) if m.parent else _EMPTY,
        _usual(m.place),
        text(m.url) if m.url else _EMPTY,
        text(m.title) if m.title else _EMPTY,
        text(m.lead) if m.lead else _EMPTY,
        text(m.text),
        text(as_json(proposal.parts)) if proposal.parts else _EMPTY,
        text(as_json(m.attachments)) if m.attachments else _EMPTY,
        text(as_json(m.raw)) if m.raw else _EMPTY,
        rows.vector(u.vector),
    ))  # fmt: skip


def _signal(message_id: int, workspace: int, found: Signal) -> bytes:
    evidence = as_json(found.evidence)
    return rows.signal(message_id, workspace, found.name, found.score, found.model, evidence)


def _match(message_id: int, workspace: int, found: Match) -> bytes:
    return rows.match(message_id, found.topic, workspace, as_json(found.spans))


def as_json(value: object) -> str:
    """Return compact JSON."""
    return _json(value).decode()


def rows_of_findings(
    message_id: int, workspace: int, signals: Sequence[Signal], matches: Sequence[Match]
) -> tuple[list[bytes], list[bytes]]:
    """Return the rows of signals and matches of a message that is already stored (an edit)."""
    return (
        [_signal(message_id, workspace, found) for found in signals],
        [_match(message_id, workspace, found) for found in matches],
    )
