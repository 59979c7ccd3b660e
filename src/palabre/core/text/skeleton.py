"""The skeleton of a text: what remains once disguises are taken off, for detectors only, never shown.

>>> skeleton("C0NNAAAARD, s.a.l.e, s a l e, рutе, 𝓼𝓪𝓵𝓮").text
'connard, sale, sale, pute, sale'

Undone: case, accents and everything ``fold`` undoes; Cyrillic, Greek and small-capital look-alikes in a word that
has Latin letters; digits and signs in place of letters; letters set apart by points, hyphens, stars or spaces; a
letter said three times or more. Doubled letters stay, else *salle* would be *sale*: a detector that wants
``connnard`` (skeleton ``conard``) lists both spellings. Masks such as ``p*te`` stay too: the letter is a guess.

A skeleton reads innocent things wrongly (``mp3`` becomes ``mpe``): look for words in it, do not read it.
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from palabre.core.text.characters import LEET, LOOK_ALIKES, SMALL_CAPITALS
from palabre.core.text.fold import fold
from palabre.core.text.memo import Memo

_SEPARATORS = ".,_*·•/|~+'=:-"
_LETTER = "[a-z0-9@$€]"
_SIMPLE = re.compile(r"[a-z]*[.,;:!?]?")
_APART = re.compile(
    f"(?<!{_LETTER}){_LETTER}(?:[{_SEPARATORS}]+{_LETTER}){{2,}}(?![{_SEPARATORS}]*{_LETTER})"  # s.a.l.e
)
_SPACED = re.compile(f"(?<![^ ]){_LETTER}(?: +{_LETTER}){{2,}}(?=[.,;:!?\"')]*(?: |$))")  # s a l e
_GAPS = re.compile(" +")
_LONG = re.compile(r"([a-z])\1{2,}")
_LEET_INSIDE = re.compile(r"(?<=[a-z])[013456789@$€£!|¡]{1,2}(?=[a-z])")
_LEET_FIRST = re.compile(r"(?<![^\W_])[013457$€](?=(?!e\b|er\b|ere\b|eme\b|h\b)[a-z]{2})")
_LEET_LAST = re.compile(r"(?<=[a-z]{2})[013457$€@](?![\w@$€])")
#: Pieces kept in memory, in each of two generations.
CACHE_SIZE = 32_768
MAX_CACHED = 64

#: Letters in circles and boxes that Unicode does not decompose.
_BOXED = {
    chr(first + rank): letter
    for first in (0x1F130, 0x1F150, 0x1F170)
    for rank, letter in enumerate(ascii_lowercase)
}


class Skeleton:
    """``text`` is the skeleton; ``span`` leads from a place in it back to the original."""

    __slots__ = ("_offsets", "original", "text")

    def __init__(self, original: str, text: str) -> None:
        self.original = original
        self.text = text
        self._offsets: list[int] | None = None

    @property
    def offsets(self) -> list[int]:
        """Where each character of the skeleton comes from in the original, then the original's length."""
        if self._offsets is None:
            self._offsets = [origin for _, origin in _bones(self.original)]
            self._offsets.append(len(self.original))
        return self._offsets

    def spaced(self, at: int) -> "Skeleton":
        """Return the same with a space before the character at ``at``, which comes from the same place."""
        bare = Skeleton(self.original, f"{self.text[:at]} {self.text[at:]}")
        bare._offsets = [*self.offsets[:at], self.offsets[at], *self.offsets[at:]]
        return bare

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the original behind ``text[start:end]`` (``start < end``)."""
        offsets = self.offsets
        return offsets[start], max(offsets[end], offsets[end - 1] + 1)


#: A character of the skeleton and where it comes from.
_Bone = tuple[str, int]


def skeleton(text: str) -> Skeleton:
    """Return the skeleton of a text."""
    bare = " ".join(map(_PIECES.__getitem__, _spaces(text).split(" ")))
    if _SPACED.search(bare) is not None:
        bare = "".join([sign for sign, _ in _bones(text)])
    return Skeleton(text, bare)


def _spaces(text: str) -> str:
    """Return the text with its usual white space made plain, character for character."""
    return text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ").replace("\u202f", " ")


def _bones(text: str) -> list[_Bone]:
    """Return the skeleton with its places: the slow path, for what was found."""
    bones: list[_Bone] = []
    start = 0
    for piece in _spaces(text).split(" "):
        bones += [(sign, start + origin) for sign, origin in _piece_bones(piece)]
        bones.append((" ", start + len(piece)))
        start += len(piece) + 1
    bones.pop()
    return _unspaced(bones)


def _unspaced(bones: list[_Bone]) -> list[_Bone]:
    """Close up runs of three or more single letters: s a l e."""
    read = "".join([sign for sign, _ in bones])
    result: list[_Bone] = []
    end = 0
    for match in _SPACED.finditer(read):
        letters = _letters_apart(bones[match.start() : match.end()])
        result += bones[end : match.start()]
        result += _plain_letters(letters) if _mostly_letters(letters) else bones[match.start() : match.end()]
        end = match.end()
    return result + bones[end:]


def _letters_apart(bones: list[_Bone]) -> list[_Bone]:
    """Close up letters set apart; where some stand further apart than others, words do: ``l e s   r a t s``."""
    words: list[list[_Bone]] = [[]]
    narrow = min(map(len, _GAPS.findall("".join([sign for sign, _ in bones]))))
    width = 0
    for bone in bones:
        if bone[0] == " ":
            width += 1
            continue
        if width > narrow:
            words.append([])
        words[-1].append(bone)
        width = 0
    if any(len(word) < 2 for word in words):  # one letter is no word: the gaps are just uneven
        return [bone for word in words for bone in word]
    return [bone for word in words for bone in ((" ", word[0][1]), *word)][1:]


def _mostly_letters(bones: list[_Bone]) -> bool:
    """Tell whether this can be a word rather than numbers: at least two letters."""
    return sum(sign.isalpha() for sign, _ in bones) >= 2


def _piece_text(piece: str) -> str:
    lower = piece.lower() if piece.isascii() else fold(piece)
    if _SIMPLE.fullmatch(lower) is not None and _LONG.search(lower) is None and lower.isascii():
        return lower
    return "".join([sign for sign, _ in _piece_bones(piece)])


def _piece_bones(piece: str) -> list[_Bone]:
    """Take the disguises off one piece without spaces."""
    bones = [(sign, origin) for origin, raw in enumerate(piece) for sign in _SIGNS[raw]]
    read = "".join([sign for sign, _ in bones])
    if not read.isascii() and _HAS_LATIN.search(read) is not None:
        bones = [(sign.translate(LOOK_ALIKES), origin) for sign, origin in bones]
    return _plain_letters(_together(bones))


def _together(bones: list[_Bone]) -> list[_Bone]:
    """Remove the separators of letters set apart: s.a.l.e; dates and versions (1.2.3) stay."""
    dropped: set[int] = set()
    for match in _APART.finditer("".join([sign for sign, _ in bones])):
        if sum(map(str.isalpha, match[0])) >= 2:
            dropped.update(match.start() + at for at, sign in enumerate(match[0]) if sign in _SEPARATORS)
    return [bone for at, bone in enumerate(bones) if at not in dropped] if dropped else bones


def _plain_letters(bones: list[_Bone]) -> list[_Bone]:
    """Undo leet, then elongation."""
    read = "".join([sign for sign, _ in bones])
    plain = _without_leet(read)
    kept = _kept_places(plain)
    return [(plain[at], bones[at][1]) for at in kept]


def _without_leet(read: str) -> str:
    """Return the same number of characters with leet read as letters where letters stand around it."""
    for pattern in (_LEET_INSIDE, _LEET_FIRST, _LEET_LAST):
        read = pattern.sub(_as_letters, read)
    return read


def _as_letters(match: re.Match[str]) -> str:
    return "".join([LEET[sign] for sign in match[0]])


def _kept_places(read: str) -> Iterator[int]:
    """Yield the places that stay once runs of three or more of a letter are cut to one."""
    end = 0
    for match in _LONG.finditer(read):
        yield from range(end, match.start() + 1)
        end = match.end()
    yield from range(end, len(read))


def _sign(raw: str) -> str:
    """Return what one character of the original becomes, before its neighbours are looked at."""
    return _BOXED.get(raw) or fold(raw).translate(SMALL_CAPITALS)


_HAS_LATIN = re.compile("[a-z]")
# Memos shared by the process: they save time and change no result.
_SIGNS = Memo(_sign, 4096)
_PIECES = Memo(_piece_text, CACHE_SIZE, lambda piece: len(piece) <= MAX_CACHED)
