"""How a French word sounds, roughly: *étrangé*, *muzulman* and *migran* sound like the words that they stand for.

One key stands for all the spellings of a sound that people in a hurry mix up; mute endings are left out.
"""

import re

_SPELT = tuple(
    zip(
        ["ph", "qu", "q", "ck", "eau", "au", "ai", "ei", "y", "oeu", "gu", "sc", "w", "z", "em", "en", "am", "im"],
        ["f", "k", "k", "k", "o", "o", "e", "e", "i", "eu", "g", "s", "v", "s", "an", "an", "an", "in"],
        strict=True,
    )
)
_SOFT = re.compile(r"c(?=[ei])")
_HUSH = re.compile(r"(?<!c)h")
_TWICE = re.compile(r"(.)\1+")
_MUTE = re.compile(r"(?:ent|es|er|ez|[estdxp])+$")


def key(word: str) -> str:
    """Return the key of a folded word: the same for words that sound alike."""
    found = _TWICE.sub(r"\1", _HUSH.sub("", _MUTE.sub("", word)))
    found = _SOFT.sub("s", found)
    for spelt, said in _SPELT:
        found = found.replace(spelt, said)
    return _TWICE.sub(r"\1", found.replace("ch", "C").replace("c", "k"))
