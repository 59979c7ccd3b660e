"""Understanding a batch: everything that is decided about messages before they are stored. Pure.

Texts in, readings out; what must be remembered from batch to batch (near-duplicates seen, topics compiled) is
held by the ``Lens`` of a workspace, passed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from palabre.core.charter.propose import propose
from palabre.core.model import Match, Message, Proposal, Signal
from palabre.core.query import Percolator, compile_topics
from palabre.core.signals import read
from palabre.core.text import Tokens, language, search_vector_binary, tokenize
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
    texts = [tokenize(message.text) for message in messages]
    groups = lens.near.groups(texts, ids)
    return [
        _understand(lens, message, tokens, 0 if group == own else group)
        for message, tokens, group, own in zip(messages, texts, groups, ids, strict=True)
    ]


def _understand(lens: Lens, message: Message, tokens: Tokens, near: int) -> Understood:
    title = tokenize(message.title) if message.title else None
    lead = tokenize(message.lead) if message.lead else None
    signals = read(message, tokens)
    return Understood(
        message=message,
        lang=message.lang or language(message.text, tokens)[0],
        near=near,
        signals=signals,
        matches=lens.topics.match(tokens, title, lead),
        proposal=propose(message, signals),
        vector=search_vector_binary(title, lead, tokens),
    )
