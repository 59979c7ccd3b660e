"""Disguises that people put on words so that no list finds them, each a function of a sentence and of chance.

Chance is seeded by the name of the disguise and the sentence: same sentence, same disguise. It is put on the word
that weighs most and on the name of people, where there is one (``Target``). None of these tables is the product's:
they are what people type.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple
from unicodedata import normalize
from zlib import crc32

from . import sms

_WORD = re.compile(r"[^\W\d_]+")


class Target(NamedTuple):
    """A sentence, where its word that weighs most stands, and where people are named (or None)."""

    text: str
    hurting: tuple[int, int]
    group: tuple[int, int] | None = None


#: What a disguise makes of a sentence; the sentence itself where it has nothing to put it on.
Disguise = Callable[[Target, Random], str]
_Change = Callable[[str, Random], str]

_USUAL = {
    "a": "4@", "e": "3€", "i": "1!", "o": "0", "s": "5$", "t": "7+", "b": "8", "g": "9", "l": "1|",
}  # fmt: skip
_RARE = {
    **_USUAL, "v": ["\\/"], "c": "(", "k": ["|<"], "h": "#", "l": "|£", "u": ["|_|", "µ", "ü"], "n": ["|\\|", "ñ"],
    "d": ["|)"], "m": ["|\\/|"], "e": "3€£", "i": "1!|", "f": ["ph"], "z": "2", "g": "69",
}  # fmt: skip
_CYRILLIC = dict(zip("aeopcyxikmthb", "аеорсухікмтнЬ", strict=True)) | {"s": "ѕ", "j": "ј", "d": "ԁ"}
_GREEK = dict(zip("aeovptkiunx", "αεονρτκιυηχ", strict=True))
_SMALL = dict(zip("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", strict=True))
#: Code points of "a" in alphabets of signs: mathematical bold, script, Fraktur, double-struck, sans, mono, circled.
_ALPHABETS = (0x1D41A, 0x1D4EA, 0x1D51E, 0x1D552, 0x1D5EE, 0x1D68A, 0x24D0)
_MARKS = "\u0300\u0301\u0308\u0323\u0336\u0335"
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad"
_SEPARATORS = ".-_*/~"
_VOWELS = "aeiouyéèêàâîïôûùœ"


def plain(letter: str) -> str:
    """Return a letter in lower case without its accent."""
    return normalize("NFD", letter.lower())[0]


def _on(target: Target, change: _Change, chance: Random, *, hurting: bool = True, group: bool = False) -> str:
    """Return the sentence with its hurting word, the name of people or both changed."""
    spots = ([target.hurting] if hurting else []) + ([target.group] if group and target.group else [])
    text = target.text
    for start, end in sorted(set(spots), reverse=True):
        text = text[:start] + change(text[start:end], chance) + text[end:]
    return text


def _hurting(change: _Change) -> Disguise:
    return lambda target, chance: _on(target, change, chance)


def _group(change: _Change) -> Disguise:
    return lambda target, chance: _on(target, change, chance, hurting=False, group=True)


def _both(change: _Change) -> Disguise:
    return lambda target, chance: _on(target, change, chance, group=True)


def _everywhere(change: _Change) -> Disguise:
    return lambda target, chance: _WORD.sub(lambda found: change(found[0], chance), target.text)


# ---- letters replaced


def _leet_one(word: str, chance: Random) -> str:
    places = [at for at, letter in enumerate(word) if plain(letter) in _USUAL]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + chance.choice(_USUAL[plain(word[at])]) + word[at + 1 :]


def _leet(table: Mapping[str, Sequence[str]], share: float) -> _Change:
    def change(word: str, chance: Random) -> str:
        if len(word) < 3:
            return word
        signs = [table.get(plain(letter), letter) for letter in word]
        return "".join(
            [chance.choice(sign) if chance.random() < share else word[at] for at, sign in enumerate(signs)]
        )

    return change


def _twins(table: Mapping[str, str]) -> _Change:
    return lambda word, chance: "".join([
        table.get(plain(letter), letter) if chance.random() < 0.7 else letter for letter in word
    ])  # fmt: skip


def _alphabet(word: str, chance: Random) -> str:
    first = chance.choice(_ALPHABETS)
    return "".join([chr(first + ord(plain(one)) - 97) if "a" <= plain(one) <= "z" else one for one in word])


def _wide(word: str, chance: Random) -> str:
    return "".join([chr(ord(plain(one)) + 0xFEE0) if "a" <= plain(one) <= "z" else one for one in word])


def _marked(word: str, chance: Random) -> str:
    return "".join([letter + chance.choice(_MARKS) for letter in word])


def _accented(word: str, chance: Random) -> str:
    return "".join([normalize("NFC", one + "\u0308") if plain(one) in "aeiouy" else one for one in word])


# ---- letters set apart


def _apart(signs: str, width: int = 1) -> _Change:
    def change(word: str, chance: Random) -> str:
        return (chance.choice(signs) * width).join(word) if len(word) > 2 else word

    return change


def _invisible(word: str, chance: Random) -> str:
    return chance.choice(_INVISIBLE).join(word)


def _cut(signs: str) -> _Change:
    def change(word: str, chance: Random) -> str:
        if len(word) < 4:
            return word
        at = chance.randint(2, len(word) - 2)
        return word[:at] + chance.choice(signs) + word[at:]

    return change


def _all_apart(between: str) -> Disguise:
    def disguise(target: Target, chance: Random) -> str:
        return between.join([" ".join(word) for word in target.text.split()])

    return disguise


def _all_joined_by(signs: str) -> Disguise:
    def disguise(target: Target, chance: Random) -> str:
        sign = chance.choice(signs)
        return " ".join([sign.join(word) for word in target.text.split()])

    return disguise


# ---- letters missing, more, or hidden


def _missing(word: str, chance: Random) -> str:
    if len(word) < 5:
        return word
    at = chance.randint(1, len(word) - 2)
    return word[:at] + word[at + 1 :]


def _swapped(word: str, chance: Random) -> str:
    places = [at for at in range(1, len(word) - 2) if word[at] != word[at + 1]]
    if len(word) < 5 or not places:
        return word
    at = chance.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _more(times: int) -> _Change:
    def change(word: str, chance: Random) -> str:
        at = chance.randrange(len(word))
        return word[:at] + word[at] * times + word[at:]

    return change


def _starred(word: str, chance: Random) -> str:
    places = [at for at, letter in enumerate(word) if at and letter.lower() in _VOWELS]
    if len(word) < 4 or not places:
        return word
    at = places[0]
    return word[:at] + "*" + word[at + 1 :]


def _half_starred(word: str, chance: Random) -> str:
    if len(word) < 5:
        return word
    many = len(word) // 2 - 1
    return word[:2] + "*" * many + word[2 + many :]


# ---- words run together


def _core(target: Target, most: int) -> tuple[int, int] | None:
    """Return where the words from the group to the hurting one stand, if they are ``most`` at most."""
    words = [found.span() for found in _WORD.finditer(target.text)]
    if len(words) <= most:
        return words[0][0], words[-1][1]
    spots = [target.hurting, target.group or target.hurting]
    first = max([at for at, (start, _) in enumerate(words) if start <= min(spots)[0]])
    last = max([at for at, (start, _) in enumerate(words) if start <= max(spots)[0]])
    if last - first >= most:
        return None
    return words[max(0, first - (last - first < most - 1))][0], words[last][1]


def _run(most: int, join: Callable[[list[str]], str]) -> Disguise:
    def disguise(target: Target, chance: Random) -> str:
        found = _core(target, most)
        if found is None:
            return target.text
        start, end = found
        return target.text[:start] + join(_WORD.findall(target.text[start:end])) + target.text[end:]

    return disguise


def _hashtag(words: list[str]) -> str:
    return "#" + "".join([word[0].upper() + word[1:] for word in words])


def _sms(*rules: sms.Rules) -> Disguise:
    return lambda target, chance: sms.written(target.text, rules)


def _verlan(target: Target, chance: Random) -> str:
    return sms.reversed_words(target.text)


def _bare(target: Target, chance: Random) -> str:
    return "".join([sign for sign in normalize("NFD", target.text) if not "\u0300" <= sign <= "\u036f"])


DISGUISES: Mapping[str, Disguise] = {
    "leet, one letter of the hurting word": _hurting(_leet_one),
    "leet, one letter of the group": _group(_leet_one),
    "leet, one letter of both": _both(_leet_one),
    "leet, half of every word": _everywhere(_leet(_USUAL, 0.5)),
    "leet, whole hurting word": _hurting(_leet(_USUAL, 1.0)),
    "leet, whole group": _group(_leet(_USUAL, 1.0)),
    "leet, every word": _everywhere(_leet(_USUAL, 1.0)),
    "leet of rare signs, both words": _both(_leet(_RARE, 0.6)),
    "spaced by blanks, hurting word": _hurting(_apart(" ")),
    "spaced by blanks, group": _group(_apart(" ")),
    "spaced by blanks, both": _both(_apart(" ")),
    "spaced by signs, hurting word": _hurting(_apart(_SEPARATORS)),
    "spaced by signs, group": _group(_apart(_SEPARATORS)),
    "spaced by signs, both": _both(_apart(_SEPARATORS)),
    "spaced by two signs, hurting word": _hurting(_apart(".-_* ", 2)),
    "spaced, the whole sentence": _all_apart("   "),
    "spaced, the whole sentence, evenly": _all_apart(" "),
    "spaced by signs, every word": _all_joined_by(_SEPARATORS),
    "cut by a sign, hurting word": _hurting(_cut(".-_*/")),
    "cut by a sign, group": _group(_cut(".-_*/")),
    "cut by a blank, hurting word": _hurting(_cut(" ")),
    "cut by a blank, group": _group(_cut(" ")),
    "invisible signs": _both(_invisible),
    "Cyrillic twins": _both(_twins(_CYRILLIC)),
    "Greek twins": _both(_twins(_GREEK)),
    "small capitals": _both(_twins(_SMALL)),
    "full width": _both(_wide),
    "alphabets of signs": _both(_alphabet),
    "marks over letters": _both(_marked),
    "accents where none are": _both(_accented),
    "a letter missing, hurting word": _hurting(_missing),
    "a letter missing, group": _group(_missing),
    "two letters swapped, hurting word": _hurting(_swapped),
    "two letters swapped, group": _group(_swapped),
    "a letter doubled, both": _both(_more(1)),
    "a letter stretched, both": _both(_more(4)),
    "a vowel starred, hurting word": _hurting(_starred),
    "a vowel starred, group": _group(_starred),
    "half starred, hurting word": _hurting(_half_starred),
    "words run together": _run(8, lambda words: "".join(words).lower()),
    "hashtag with capitals": _run(6, _hashtag),
    "hashtag without": _run(6, lambda words: "#" + "".join(words).lower()),
    "upper case": lambda target, chance: target.text.upper(),
    "accents gone": _bare,
    "short forms of chats": _sms(sms.SHORT),
    "written as it sounds": _sms(sms.SHORT, sms.SOUNDS),
    "with figures for sounds": _sms(sms.SHORT, sms.SOUNDS, sms.FIGURES),
    "syllables reversed": _verlan,
}


def put_on(name: str, target: Target) -> str:
    """Return a sentence in one disguise: itself where there is nothing to put it on."""
    return DISGUISES[name](target, Random(crc32(f"{name}\n{target.text}".encode())))
