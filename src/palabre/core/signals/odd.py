"""Words that look like part of a disguise: what a cheap look at each word, once for all, makes of it."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from palabre.core.signals.common import bag
from palabre.core.signals.glued import SHORTEST, unglued
from palabre.core.signals.vocabulary import grave, known

_STRETCHED = re.compile(r"([a-z])\1\1")
_LEET = re.compile(r"(?<=[a-z])[0-9]{1,2}(?=[a-z])|^[0-9][a-z]{3}|[a-z]{3}[013457]$")
_MEASURE = re.compile(r"[0-9]+(?:[a-z]{1,3}[0-9]*|eme|emes|ieme|iere|heures?|euros?|ans)")
_SMALL_CAPITALS = frozenset("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")
#: One-letter words of French and English, and letters that elision leaves: a run of them alone is no disguise.
USUAL = bag("a c d j l m n s t x y")
#: Letters of the shortest word that is looked for in two halves, and of a half.
_CUT, _HALF = 5, 2
#: Halves that are words or names by themselves, and stand before or after the other half by chance (*israel is*).
_WORDS = bag("""
    america angola asia bengal bosnia chine cuba djibouti dominica egypt guyana haiti iraq iran israel jamaica kenya
    kurd lao mali nigeria pakistan peru qatar rwanda serb slovaquie soma somali tahiti tibet tunis vietnam yemen
    zimbabwe norman aise ire ares gale
""")

#: The words that may stand right before a half, and right after it.
Halves = tuple[frozenset[str], frozenset[str]]


@lru_cache(16_384)
def is_odd(word: str) -> bool:
    """Tell whether a word may be a disguise: stretched, figures among letters, foreign letters, a letter alone."""
    if word[:1] in ("/", "@"):  # an address, a mention
        return False
    if word.isascii():
        if len(word) == 1:
            return word.isalpha() and word not in USUAL
        if _STRETCHED.search(word) is not None:
            return True
        if word.isalpha():
            return len(word) >= SHORTEST and bool(unglued(word))
        return _LEET.search(word) is not None and _MEASURE.fullmatch(word) is None
    if not any(sign.isalpha() and sign > "\u024f" for sign in word):
        return False
    return any("a" <= sign <= "z" for sign in word) or not _SMALL_CAPITALS.isdisjoint(word)


def halves(word: str) -> Halves | None:
    """Return the words with which a half makes one that hurts or names people (*con nard*), or None for no half."""
    return _halves().get(word)


@cache
def _halves() -> Mapping[str, Halves]:
    """Return the halves of words that are no words themselves, each with the other halves."""
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    usual = known() | _WORDS
    for whole in grave():
        for at in range(_HALF, len(whole) - _HALF + 1) if len(whole) >= _CUT else ():
            head, tail = whole[:at], whole[at:]
            if tail not in usual:
                before.setdefault(tail, set()).add(head)
            elif head not in usual:
                after.setdefault(head, set()).add(tail)
    none = frozenset[str]()  # one for all: most halves have nothing on one side
    heads, tails = ({half: frozenset(others) for half, others in side.items()} for side in (before, after))
    return {half: (heads.get(half, none), tails.get(half, none)) for half in heads.keys() | tails.keys()}
