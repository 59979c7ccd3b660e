"""The rows of one understood message. Pure."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from palabre.core.model import Match, Message, Signal
from palabre.pipeline.exchange import Edited, Excerpt
from palabre.pipeline.understand import Understood
from palabre.store import partitions, rows

_json = msgspec.json.Encoder().encode
_EMPTY = rows.text("")


class Shaped(NamedTuple):
    """A new message as rows of COPY, with what the counters need; ``published`` as ``rows.moment`` gives it."""

    published: int
    key: bytes
    row: bytes
    signals: list[bytes]
    matches: list[bytes]
    topics: list[int]


def shape(message_id: int, author: int | None, excerpt: Excerpt, u: Understood) -> Shaped:
    """Return the rows of a message that will be stored as ``message_id``."""
    workspace, source, m = excerpt.workspace, excerpt.source, u.message
    published = rows.moment(partitions.settle_time(m.published, excerpt.received))
    external = rows.text(m.id)
    row = b"".join((
        rows.message_head(
            message_id, workspace, source, published, rows.moment(excerpt.received), u.near,
            u.proposal.priority, m.first,
        ),
        rows.big(author),
        _reach(m.engagement, m.reach),
        _standing(excerpt.moderated and not m.ours, u.proposal.action or "", u.proposal.article),
        external,
        _usual(m.kind, m.visibility, m.network or excerpt.network, u.lang, m.country, m.site),
        *_words(m),
        _json_field(u.proposal.parts),
        _json_field(m.attachments),
        _json_field(m.raw),
        rows.vector(u.vector),
    ))  # fmt: skip
    signals, matches = findings(message_id, workspace, u.signals, u.matches)
    topics = [found.topic for found in u.matches]
    return Shaped(published, rows.key(source, external, message_id), row, signals, matches, topics)


def shape_edit(message_id: int, workspace: int, u: Understood) -> Edited:
    """Return what an edit writes over the message stored as ``message_id``."""
    m, proposal = u.message, u.proposal
    signals, matches = findings(message_id, workspace, u.signals, u.matches)
    return Edited(
        id=message_id,
        title=m.title,
        lead=m.lead,
        text=m.text,
        lang=u.lang,
        priority=proposal.priority,
        proposed=proposal.action or "",
        article=proposal.article,
        parts=as_json(proposal.parts) if proposal.parts else "",
        raw=as_json(m.raw) if m.raw else "",
        vector=u.vector,
        signals=b"".join(signals),
        matches=b"".join(matches),
    )


def findings(
    message_id: int, workspace: int, signals: Sequence[Signal], matches: Sequence[Match]
) -> tuple[list[bytes], list[bytes]]:
    """Return the rows of signals and of matches of a message."""
    return (
        [
            rows.signal(message_id, workspace, one.name, one.score, one.model, _json(one.evidence))
            for one in signals
        ],
        [rows.match(message_id, one.topic, workspace, _json(one.spans)) for one in matches],
    )


def as_json(value: object) -> str:
    """Return compact JSON."""
    return _json(value).decode()


def _words(m: Message) -> tuple[bytes, ...]:
    """Return the fields from the thread to the text."""
    text = rows.text
    return (
        text(m.thread) if m.thread else _EMPTY,
        text(m.parent) if m.parent else _EMPTY,
        text(m.place) if m.place else _EMPTY,
        text(m.url) if m.url else _EMPTY,
        text(m.title) if m.title else _EMPTY,
        text(m.lead) if m.lead else _EMPTY,
        text(m.text),
    )


def _json_field(value: object) -> bytes:
    """Return a field of JSON, empty where there is nothing to tell."""
    return rows.raw(_json(value)) if value else _EMPTY


# Runs of fields whose values come again and again: built once.


@lru_cache(4_096)
def _usual(*values: str) -> bytes:
    return b"".join(map(rows.text, values))


@lru_cache(256)
def _standing(moderated: bool, proposed: str, article: str) -> bytes:
    return _usual("pending" if moderated else "none", proposed, article)


@lru_cache(1_024)
def _reach(engagement: int | None, reach: int | None) -> bytes:
    return rows.big(engagement) + rows.big(reach)
