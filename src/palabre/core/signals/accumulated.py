"""Harassment by accumulation: many messages aimed at one person, that hurt or will not let go.

Each may be little by itself. As ``flood``, it looks at messages together: those of the last day, as far as they are
remembered. A person is who is answered (``parent``), who is mentioned (``@name``), or who is named in full.
"""

import re
from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

import msgspec

from palabre.core.model import Evidence, Message, Signal
from palabre.core.signals.common import commonness
from palabre.core.signals.told import counted
from palabre.core.text.fold import fold

NAME, MODEL = "harassment", "series-2"
#: Signals that hurt somebody, and from how sure on a message counts.
HURTING = frozenset(["insult", "threat", "hate", "dehumanising", "violence_call", "harassment", "sexual"])
SURE = 0.5
#: How far back messages count; and those that only insist.
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
#: Messages that hurt, by one author or by several together, and messages that insist, from which it is told. Of
#: somebody who is only named, maybe a public figure whom many blame, more are needed.
HURT, HURT_NAMED, INSIST = 3, 5, 6
_FIRST, _EACH, _MOST = 0.62, 0.06, 0.97
#: With several authors it weighs more, with insistence alone less.
_TOGETHER, _INSISTING = 0.08, -0.12
#: Persons and messages remembered, messages aimed at each person, persons looked for in one message, characters.
REMEMBERED, KEPT, AIMED, READ = 20_000, 60, 4, 2_000

_MENTION = re.compile(r"(?<![\w@.])@([\w.-]{2,60})")
_FULL_NAME = re.compile(r"\b([A-ZÀ-Ý][a-zà-ÿ’'-]{1,30}(?: (?:de |du |d’|d')?[A-ZÀ-Ý][a-zà-ÿ’'-]{1,30}){1,2})\b")


class _Said(NamedTuple):
    """One message aimed at a person: when (seconds), by whom, under which identifier, and whether it hurts."""

    at: float
    author: str
    name: str
    id: str
    hurts: bool


class _Written(NamedTuple):
    """Who wrote a message: their key and their name."""

    author: str
    name: str


class _Target(NamedTuple):
    """A person aimed at, by a key of ours, and where the message says so."""

    key: str
    start: int
    end: int
    least: int = HURT


_State = tuple[list[tuple[str, list[_Said]]], list[tuple[str, _Written]]]


class Aimed:
    """What was aimed at whom of late. Bounded; ``judge`` is its only change."""

    def __init__(self) -> None:
        self._targets: OrderedDict[str, deque[_Said]] = OrderedDict()
        self._written: OrderedDict[str, _Written] = OrderedDict()

    def dump(self) -> bytes:
        """Return all that is remembered, to be given to ``load``."""
        targets = [(key, list(said)) for key, said in self._targets.items()]
        return msgspec.msgpack.encode((targets, list(self._written.items())))

    @classmethod
    def load(cls, state: bytes) -> "Aimed":
        """Return what was remembered when ``state`` was dumped. Nothing in it is executed."""
        aimed = cls()
        targets, written = msgspec.msgpack.decode(state, type=_State)
        aimed._targets.update((key, deque(said, KEPT)) for key, said in targets)
        aimed._written.update(written)
        return aimed

    def judge(self, messages: Sequence[Message], found: Sequence[Sequence[Signal]]) -> list[Signal | None]:
        """Return the signal of each message that goes on with what others began, in order, and remember them.

        ``found`` are the signals of each by itself. A message that is read again counts once.
        """
        return list(map(self._judge, messages, found))

    def _judge(self, message: Message, found: Sequence[Signal]) -> Signal | None:
        author = message.author
        if author is None:
            return None
        self._remember_author(message)
        hurts = any(one.score >= SURE and one.name in HURTING for one in found)
        if not (hurts or message.parent or "@" in message.text):
            return None
        targets = [one for one in self._targets_of(message, hurts) if not _is(one.key, author.key, author.name)]
        said = _Said(message.published.timestamp(), author.key, author.name, message.id, hurts)
        told = [one for target in targets if (one := self._told(target, said, message)) is not None]
        return max(told, key=lambda one: one.score, default=None)

    def _remember_author(self, message: Message) -> None:
        if message.author is not None:
            self._written[message.id] = _Written(message.author.key, message.author.name)
            if len(self._written) > REMEMBERED:
                self._written.popitem(last=False)

    def _targets_of(self, message: Message, hurts: bool) -> list[_Target]:
        """Return the persons that a message is aimed at, each once; a full name alone counts where it hurts."""
        found = {one.key: one for one in reversed([*self._answered(message), *_named(message.text, hurts)])}
        return list(found.values())[::-1][:AIMED]

    def _answered(self, message: Message) -> Iterator[_Target]:
        wrote = self._written.get(message.parent) if message.parent else None
        if wrote is not None:
            yield _Target(f"key:{wrote.author}", 0, len(message.text))
            if wrote.name:
                yield _Target(_of_name(wrote.name), 0, len(message.text))

    def _told(self, target: _Target, said: _Said, message: Message) -> Signal | None:
        near = self._remember(target.key, said)
        hurting = [one for one in near if one.hurts and said.at - one.at <= DAY.total_seconds()]
        authors = {one.author for one in hurting}
        if said.hurts and len(hurting) >= target.least:
            why = "hurt_together" if len(authors) > 1 else "hurt_again"
            score = _FIRST + _EACH * (len(hurting) - target.least) + (_TOGETHER if len(authors) > 1 else 0)
            return _signal(message, target, min(_MOST, score), _why(why, hurting))
        insisting = [one for one in near if one.author == said.author and said.at - one.at <= HOUR.total_seconds()]
        if len(insisting) >= INSIST and not self._answers(target, said):
            score = _FIRST + _INSISTING + _EACH / 2 * (len(insisting) - INSIST)
            return _signal(message, target, min(_MOST, score), _why("insists", insisting))
        return None

    def _remember(self, key: str, said: _Said) -> list[_Said]:
        """Return what is remembered of a person with this message, not later than it."""
        kept = self._targets.setdefault(key, deque(maxlen=KEPT))
        self._targets.move_to_end(key)
        if not any(one.id == said.id for one in kept):
            kept.append(said)
        if len(self._targets) > REMEMBERED:
            self._targets.popitem(last=False)
        return [one for one in kept if one.at <= said.at]

    def _answers(self, target: _Target, said: _Said) -> bool:
        """Tell whether the person wrote back within the hour: then it is a conversation."""
        back = (*self._targets.get(f"key:{said.author}", ()), *self._targets.get(_of_name(said.name), ()))
        return any(
            _is(target.key, one.author, one.name) and abs(said.at - one.at) <= HOUR.total_seconds() for one in back
        )


def _named(text: str, hurts: bool) -> Iterator[_Target]:
    """Yield who is mentioned, and where the message hurts, who is named in full."""
    if "@" in text:
        for found in _MENTION.finditer(text, 0, READ):
            yield _Target(_of_name(found[1]), *found.span())
    if hurts:
        for found in _FULL_NAME.finditer(text, 0, READ):
            if not commonness(fold(found[1].partition(" ")[0])):  # "Le Monde" is nobody
                yield _Target(_of_name(found[1]), *found.span(), HURT_NAMED)


def _of_name(name: str) -> str:
    """Return the key of a person by name: "@Jeanne_Rivet" and "Jeanne Rivet" are one."""
    return "name:" + "".join(filter(str.isalnum, fold(name)))


def _is(key: str, author: str, name: str) -> bool:
    """Tell whether a person is an author."""
    return key in (f"key:{author}", _of_name(author)) or (bool(name) and key == _of_name(name))


def _why(key: str, said: Sequence[_Said]) -> str:
    """Return the reason with how many messages, and by whom."""
    authors = {one.author: one.name or one.author for one in said}
    return counted(key, len({one.id for one in said}), authors.values())


def _signal(message: Message, target: _Target, score: float, why: str) -> Signal | None:
    end = min(target.end, len(message.text))
    return Signal(NAME, round(score, 3), MODEL, (Evidence(target.start, end, why),)) if message.text else None


def joined(found: Sequence[Signal], more: Signal) -> tuple[Signal, ...]:
    """Return signals with one found among messages: of two of one name the surer, with the evidence of both."""
    own = next((one for one in found if one.name == more.name), None)
    if own is None:
        return (*found, more)
    surest = own if own.score > more.score else more
    both = Signal(more.name, surest.score, surest.model, (*own.evidence, *more.evidence))
    return tuple(both if one is own else one for one in found)
