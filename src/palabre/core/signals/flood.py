"""The same words again and again: one author who repeats, many accounts that paste, or a burst.

Unlike the others it looks at messages together: those of the last day, as far as they are remembered (``Recent``).
A short text that many write ("Bravo", "Joyeux Noël") is a crowd, not a flood.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import ClassVar, TypeVar

import msgspec

from palabre.core.model import Evidence, Message, Signal
from palabre.core.signals.detector import Reasons

MODEL = "series-1"
#: Words from which a copy by somebody else is no coincidence.
LONG = 8
#: How far back copies count, and messages of one author in a burst, in seconds.
DAY, MINUTE = 86_400.0, 60.0
#: Copies by one author, accounts that paste, and messages a minute, from which it is told; and for how sure.
OWN, ACCOUNTS, BURST = 3, 3, 8
_FEWEST = min(OWN, ACCOUNTS)
_FIRST, _EACH, _MOST = 0.55, 0.08, 0.97
#: Groups and authors remembered, and messages of each.
REMEMBERED, KEPT = 20_000, 40


Key = TypeVar("Key")
_Found = tuple[float, str]


#: One message as it is remembered: when (seconds), by whom, under which identifier.
_Said = tuple[float, str, str]
#: Messages remembered under one key, by their identifiers, the oldest first.
_Kept = dict[str, _Said]
_State = tuple[list[tuple[int, _Kept]], list[tuple[str, _Kept]]]


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
        self._groups: OrderedDict[int, _Kept] = OrderedDict()
        self._authors: OrderedDict[str, _Kept] = OrderedDict()

    def dump(self) -> bytes:
        """Return all that is remembered, to be given to ``load``."""
        return msgspec.msgpack.encode((list(self._groups.items()), list(self._authors.items())))

    @classmethod
    def load(cls, state: bytes) -> "Recent":
        """Return what was remembered when ``state`` was dumped. Nothing in it is executed."""
        recent = cls()
        groups, authors = msgspec.msgpack.decode(state, type=_State)
        recent._groups.update(groups)
        recent._authors.update(authors)
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
        said = (message.published.timestamp(), author, message.id)
        copies = _remember(self._groups, group, said)
        found = _of_copies(copies, said, length) if len(copies) >= _FEWEST else None
        if author:
            own = _remember(self._authors, author, said)
            burst = _sure(len(_last(own, said, MINUTE)), BURST, "burst") if len(own) >= BURST else None
            found = max(filter(None, (found, burst)), default=None)
        if found is None or not message.text:
            return None
        return Signal("flood", round(found[0], 3), MODEL, (Evidence(0, len(message.text), found[1]),))


def _remember(shelf: OrderedDict[Key, _Kept], key: Key, said: _Said) -> _Kept:
    """Return what is remembered under a key with this message, forgetting the key left alone for longest."""
    kept = shelf.get(key)
    if kept is None:
        kept = shelf[key] = {said[2]: said}
        if len(shelf) > REMEMBERED:
            shelf.popitem(last=False)
        return kept
    shelf.move_to_end(key)
    if said[2] not in kept:
        if len(kept) >= KEPT:
            del kept[next(iter(kept))]
        kept[said[2]] = said
    return kept


def _last(kept: _Kept, said: _Said, within: float) -> list[_Said]:
    """Return the messages near this one in time: sources may tell them out of order."""
    first, last = said[0] - within, said[0] + within
    return [one for one in kept.values() if first <= one[0] <= last]


def _of_copies(kept: _Kept, said: _Said, length: int) -> _Found | None:
    """Return what copies of one text tell: of one author, or pasted by several."""
    copies = _last(kept, said, DAY)
    author = said[1]
    own = sum(one[1] == author for one in copies) if author else 0
    accounts = len({one[1] for one in copies if one[1]}) if length >= LONG else 0
    found = (_sure(own, OWN, "same_author_again"), _sure(accounts, ACCOUNTS, "many_accounts_paste"))
    return max(filter(None, found), default=None)


def _sure(count: int, least: int, why: str) -> _Found | None:
    return (min(_MOST, _FIRST + _EACH * (count - least)), why) if count >= least else None
