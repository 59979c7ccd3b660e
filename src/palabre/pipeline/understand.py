"""Understanding a batch: everything that is decided about messages before they are stored. Pure.

Texts in, readings out; what must be remembered from batch to batch (near-duplicates seen, topics compiled) is
held by the ``Lens`` of a workspace, passed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import repeat
from typing import NamedTuple

from msgspec.structs import replace

from palabre.core.charter.heed import heeded
from palabre.core.charter.propose import propose
from palabre.core.charter.rules import Rule, is_rule
from palabre.core.model import Match, Message, Proposal, Signal
from palabre.core.query import Percolator, compile_topics
from palabre.core.query.facts import NO_FACTS, Facts, facts_of
from palabre.core.signals.accumulated import Aimed, joined
from palabre.core.signals.blend import Models
from palabre.core.signals.flood import Recent
from palabre.core.signals.products import Products
from palabre.core.signals.reader import read_many
from palabre.core.signals.sentiment import tone_of
from palabre.core.signals.taught import Taught
from palabre.core.text import Tokens, search_vector_binary, tokenize, tokenize_many
from palabre.core.text.language import languages_of
from palabre.core.text.near import NearIndex
from palabre.store.models.languages import guesser
from palabre.store.partitions import settle_time

#: Messages understood together: a batch of the worker. Each step has tables of its own, which must come into the
#: processor's cache before they are quick: half as many messages a step cost a twentieth more.
_AT_ONCE = 1_000


@dataclass(slots=True)
class Lens:
    """How one workspace looks at messages: its topics and rules, compiled, what was said of late, the models.

    ``topics`` holds the queries of both, ``rules`` what the latter propose, by their numbers there.
    ``taught`` is what its own people corrected; ``thresholds``, from which probability it heeds each signal;
    ``products``, the names of its register.
    """

    topics: Percolator = field(default_factory=lambda: compile_topics([]))
    rules: Mapping[int, Rule] = field(default_factory=dict)
    near: NearIndex = field(default_factory=NearIndex)
    recent: Recent = field(default_factory=Recent)
    aimed: Aimed = field(default_factory=Aimed)
    models: Models | None = None
    taught: Taught | None = None
    products: Products | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)


class Understood(NamedTuple):
    """A message and all that was understood of it. ``vector`` is its search vector, in binary form."""

    message: Message
    lang: str
    near: int
    signals: tuple[Signal, ...]
    matches: Sequence[Match]
    proposal: Proposal
    vector: bytes


class Origin(NamedTuple):
    """What a message does not tell of where it comes from: its source's name and network, when it was received."""

    source: str
    network: str
    moderated: bool
    received: datetime


def understand(
    lens: Lens, messages: Sequence[Message], ids: Sequence[int], origins: Sequence[Origin] = ()
) -> list[Understood]:
    """Understand messages of one workspace, in order; ``ids`` are those under which they will be stored.

    ``origins`` are those of the messages, for the topics that ask facts; without them, a topic that asks about the
    source finds nothing.

    A message that is understood again answers the same, whatever was remembered of it.
    """
    starts = range(0, len(messages), _AT_ONCE)
    parts = [slice(at, at + _AT_ONCE) for at in starts]
    return [one for at in parts for one in _at_once(lens, messages[at], ids[at], origins[at])]


def _at_once(
    lens: Lens, messages: Sequence[Message], ids: Sequence[int], origins: Sequence[Origin]
) -> list[Understood]:
    """Understand step by step, not message by message: each step's tables stay in the processor's cache."""
    texts = tokenize_many([message.text for message in messages])
    titles = [tokenize(message.title) if message.title else None for message in messages]
    leads = [tokenize(message.lead) if message.lead else None for message in messages]
    langs = _languages(messages, texts)
    vectors = list(map(search_vector_binary, titles, leads, texts))
    signals = read_many(messages, texts, lens.models, products=lens.products)
    signals = lens.taught.adjust(texts, signals) if lens.taught else signals
    kept = [heeded(found, lens.thresholds) for found in signals]
    places: Sequence[Origin | None] = origins or [None] * len(messages)
    asked = lens.topics.asks_facts
    facts = map(_facts, messages, texts, langs, signals, kept, places) if asked else repeat(NO_FACTS)
    matches = list(map(lens.topics.match, texts, titles, leads, facts))
    groups = lens.near.groups(texts, ids)  # late: it remembers, and a batch that failed is understood again
    for place, more in _among(lens, messages, groups, texts, signals):
        signals[place] = joined(signals[place], more)
        kept[place] = heeded(signals[place], lens.thresholds)
        if asked:  # matched before it was told: once more, knowing it
            told = signals[place], kept[place], places[place]
            known = _facts(messages[place], texts[place], langs[place], *told)
            matches[place] = lens.topics.match(texts[place], titles[place], leads[place], known)
    proposals = list(map(propose, messages, kept, (_ruled(lens, found) for found in matches)))
    near = [group if group != own else 0 for group, own in zip(groups, ids, strict=True)]
    return list(map(Understood, messages, langs, near, signals, matches, proposals, vectors))


def _languages(messages: Sequence[Message], texts: Sequence[Tokens]) -> list[str]:
    """Return the language of each message: what its source says of it, or what its words tell."""
    asked = [text for message, text in zip(messages, texts, strict=True) if not message.lang]
    told = iter(languages_of(asked, guesser()))
    return [message.lang or next(told)[0] for message in messages]


def _among(
    lens: Lens,
    messages: Sequence[Message],
    groups: Sequence[int],
    texts: Sequence[Tokens],
    signals: Sequence[Sequence[Signal]],
) -> list[tuple[int, Signal]]:
    """Return floods and harassment, which are found among messages, each with the place of its message."""
    floods = lens.recent.judge(messages, groups, list(map(len, texts)))
    hunted = lens.aimed.judge(messages, signals)
    return [(place, more) for found in (floods, hunted) for place, more in enumerate(found) if more is not None]


def _facts(
    message: Message,
    text: Tokens,
    lang: str,
    signals: Sequence[Signal],
    kept: Sequence[Signal],
    origin: Origin | None,
) -> Facts:
    """Return the facts of a message, as they will stand once it is stored; ``kept`` are the signals heeded."""
    names, tone = [signal.name for signal in kept], tone_of(signals)
    if origin is None:
        return facts_of(message, lang=lang, signals=names, sentiment=tone, text=text)
    return facts_of(
        _filed(message, origin),
        source=(origin.source,),
        lang=lang,
        signals=names,
        sentiment=tone,
        decision="pending" if origin.moderated and not message.ours else "none",
        text=text,
    )


def _ruled(lens: Lens, matches: Sequence[Match]) -> Sequence[Rule]:
    """Return the rules among the matches of a message."""
    return [lens.rules[one.topic] for one in matches if is_rule(one.topic)] if matches and lens.rules else ()


def _filed(message: Message, origin: Origin) -> Message:
    """Return a message with the time and the network under which it is filed."""
    published = settle_time(message.published, origin.received)
    if published == message.published and message.network:
        return message
    return replace(message, published=published, network=message.network or origin.network)
