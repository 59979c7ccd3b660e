"""The same words again and again: one author who repeats, many accounts that paste, or a burst.

Unlike the others it looks at messages together: those of the last day, as far as they are remembered (``Recent``).
A short text that many write ("Bravo", "Joyeux Noël") is a crowd, not a flood.
"""

from collections import OrderedDict, deque
from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar, NamedTuple, TypeVar

import msgspec

from palabre.core.model import Evidence, Message, Signal
from palabre.core.signals.detector import Reasons

MODEL = "series-1"
#: Words from which a copy by somebody else is no coincidence.
LONG = 8
#: How far back copies count, and messages of one author in a burst.
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
#: Copies by one author, accounts that paste, and messages a minute, from which it is told; and for how sure.
OWN, ACCOUNTS, BURST = 3, 3, 8
_FIRST, _EACH, _MOST = 0.55, 0.08, 0.97
#: Groups and authors remembered, and messages of each.
REMEMBERED, KEPT = 20_000, 40


Key = TypeVar("Key")
_Found = tuple[float, str]


class _Said(NamedTuple):
    """One message as it is remembered: when (seconds), by whom, under which identifier."""

    at: float
    author: str
    id: str


_State = tuple[list[tuple[int, list[_Said]]], list[tuple[str, list[_Said]]]]


class Flood:
    """What the signal is called, and its reasons. ``Recent`` finds it."""

    name: ClassVar[str] = "flood"
    name_fr: ClassVar[str] = "Message répété"
    name_en: ClassVar[str] = "Flood"
    reasons: ClassVar[Reasons] = {
        "same_author_again": ("le même texte, encore, du même auteur", "the same text again, by the same author"),
        "many_accounts_paste": (
            "le même texte collé par plusieurs comptes",
            "the same text pasted by several accounts",
        ),
        "burst": ("beaucoup de messages en une minute", "many messages within a minute"),
    }


class Recent:
    """What was said of late, by group of near-duplicates and by author. Bounded; ``judge`` is its only change."""

    def __init__(self) -> None:
        self._groups: OrderedDict[int, deque[_Said]] = OrderedDict()
        self._authors: OrderedDict[str, deque[_Said]] = OrderedDict()

    def dump(self) -> bytes:
        """Return all that is remembered, to be given to ``load``."""
        kept = ([(key, list(said)) for key, said in shelf.items()] for shelf in (self._groups, self._authors))
        return msgspec.msgpack.encode(tuple(kept))

    @classmethod
    def load(cls, state: bytes) -> "Recent":
        """Return what was remembered when ``state`` was dumped. Nothing in it is executed."""
        recent = cls()
        groups, authors = msgspec.msgpack.decode(state, type=_State)
        recent._groups.update((key, deque(said, KEPT)) for key, said in groups)
        recent._authors.update((key, deque(said, KEPT)) for key, said in authors)
        return recent

    def judge(
        self, messages: Sequence[Message], groups: Sequence[int], lengths: Sequence[int]
    ) -> list[Signal | None]:
        """Return the flood signal of each message, in order, and remember them.

        ``groups`` are those of ``NearIndex.groups``, ``lengths`` the number of words of each. A message that is
        read again counts once.
        """
        return list(map(self._judge, messages, groups, lengths))

    def _judge(self, message: Message, group: int, length: int) -> Signal | None:
        author = message.author.key if message.author is not None else ""
        said = _Said(message.published.timestamp(), author, message.id)
        copies = _last(_remember(self._groups, group, said), said, DAY)
        found = [_of_author(copies, author), _of_accounts(copies) if length >= LONG else None]
        if author:
            found.append(_of_burst(_last(_remember(self._authors, author, said), said, MINUTE)))
        best = max((one for one in found if one is not None), default=None)
        if best is None or not message.text:
            return None
        return Signal("flood", round(best[0], 3), MODEL, (Evidence(0, len(message.text), best[1]),))


def _remember(shelf: OrderedDict[Key, deque[_Said]], key: Key, said: _Said) -> deque[_Said]:
    """Return what is remembered under a key with this message, forgetting the key left alone for longest."""
    kept = shelf.setdefault(key, deque(maxlen=KEPT))
    shelf.move_to_end(key)
    if not any(one.id == said.id for one in kept):
        kept.append(said)
    if len(shelf) > REMEMBERED:
        shelf.popitem(last=False)
    return kept


def _last(kept: Sequence[_Said], said: _Said, within: timedelta) -> list[_Said]:
    """Return the messages near this one in time: sources may tell them out of order."""
    return [one for one in kept if abs(said.at - one.at) <= within.total_seconds()]


def _of_author(copies: Sequence[_Said], author: str) -> _Found | None:
    count = sum(one.author == author for one in copies) if author else 0
    return _sure(count, OWN, "same_author_again")


def _of_accounts(copies: Sequence[_Said]) -> _Found | None:
    return _sure(len({one.author for one in copies if one.author}), ACCOUNTS, "many_accounts_paste")


def _of_burst(said: Sequence[_Said]) -> _Found | None:
    return _sure(len(said), BURST, "burst")


def _sure(count: int, least: int, why: str) -> _Found | None:
    return (min(_MOST, _FIRST + _EACH * (count - least)), why) if count >= least else None
