"""Understanding a batch: everything that is decided about messages before they are stored. Pure.

Texts in, readings out; what must be remembered from batch to batch (near-duplicates seen, topics compiled) is
held by the ``Lens`` of a workspace, passed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from palabre.core.charter.propose import propose
from palabre.core.model import Match, Message, Proposal, Signal
from palabre.core.query import Percolator, compile_topics
from palabre.core.signals import read
from palabre.core.text import Tokens, search_vector_binary, tokenize, tokenize_many
from palabre.core.text.language import language_of
from palabre.core.text.near import NearIndex


@dataclass(slots=True)
class Lens:
    """How one workspace looks at messages: its topics, compiled, and the near-duplicates of late."""

    topics: Percolator = field(default_factory=lambda: compile_topics([]))
    near: NearIndex = field(default_factory=NearIndex)


@dataclass(frozen=True, slots=True)
class Understood:
    """A message and all that was understood of it. ``vector`` is its search vector, in binary form."""

    message: Message
    lang: str
    near: int
    signals: tuple[Signal, ...]
    matches: Sequence[Match]
    proposal: Proposal
    vector: bytes


def understand(lens: Lens, messages: Sequence[Message], ids: Sequence[int]) -> list[Understood]:
    """Understand messages of one workspace, in order; ``ids`` are those under which they will be stored."""
    texts = tokenize_many([message.text for message in messages])
    found = [_understand(lens, message, tokens) for message, tokens in zip(messages, texts, strict=True)]
    groups = lens.near.groups(texts, ids)  # last: it remembers, and a batch that failed is understood again
    return [
        replace(understood, near=group) if group != own else understood
        for understood, group, own in zip(found, groups, ids, strict=True)
    ]


def _understand(lens: Lens, message: Message, tokens: Tokens) -> Understood:
    title = tokenize(message.title) if message.title else None
    lead = tokenize(message.lead) if message.lead else None
    signals = read(message, tokens)
    return Understood(
        message=message,
        lang=message.lang or language_of(tokens)[0],
        near=0,
        signals=signals,
        matches=lens.topics.match(tokens, title, lead),
        proposal=propose(message, signals),
        vector=search_vector_binary(title, lead, tokens),
    )
