"""The skeleton of a text: what remains once disguises are taken off, for detectors only, never shown.

>>> skeleton("C0NNAAAARD, s.a.l.e, s a l e, рutе, 𝓼𝓪𝓵𝓮").text
'connard, sale, sale, pute, sale'

Undone: case, accents and everything ``fold`` undoes; Cyrillic, Greek and small-capital look-alikes in a word that
has Latin letters; digits and signs in place of letters; letters set apart by points, hyphens, stars or spaces; a
letter said three times or more. Doubled letters stay, else *salle* would be *sale*: a detector that wants
``connnard`` (skeleton ``conard``) lists both spellings. Masks such as ``p*te`` stay too: the letter is a guess.

A skeleton reads innocent things wrongly (``mp3`` becomes ``mpe``): look for words in it, do not read it. One made
with words that are known (``Skeletons``) reads signs as those (``s41e`` is *sale*, no *saie*), and cuts a sentence
spaced evenly into them.
"""

import re
from collections.abc import Callable, Collection, Iterator
from string import ascii_lowercase

from palabre.core.text import leet
from palabre.core.text.characters import LEET, LOOK_ALIKES, SMALL_CAPITALS
from palabre.core.text.fold import fold
from palabre.core.text.memo import Memo
from palabre.core.text.segment import segment

_SEPARATORS = ".,_*·•/|~+'=:-"
_LETTER = "[a-z0-9@$€]"
_SIMPLE = re.compile(r"[a-z]*[.,;:!?]?")
_BETWEEN = "(?:[^\\w\\s'@$€()\\[\\]{}<>]|_){1,3}"
_APART = re.compile(
    f"(?<!{_LETTER}){_LETTER}(?:(?P<by>{_BETWEEN}){_LETTER}(?:(?P=by){_LETTER})+(?!(?P=by)?{_LETTER})"  # s.a.l.e
    f"|(?:{_BETWEEN}{_LETTER})+(?![{_SEPARATORS}]*{_LETTER}))"  # s.a-l*e
)
_GAP = f"(?: +| ?[{_SEPARATORS}]{{1,3}} ?)"
_SPACED = re.compile(f"(?<![^ '\"(]){_LETTER}(?:{_GAP}{_LETTER}){{2,}}(?=[ .,;:!?\"')]*(?: |$))")  # s a l e
_GAPS = re.compile(" +")
_LONG = re.compile(r"([a-z])\1{2,}")
_LEET_INSIDE = re.compile(r"(?<=[a-z])[013456789@$€£!|¡]{1,2}(?=[a-z])")
_LEET_FIRST = re.compile(r"(?<![^\W_])[013457$€](?=(?!e\b|er\b|ere\b|eme\b|h\b)[a-z]{2})")
_LEET_LAST = re.compile(r"(?<=[a-z]{2})[013457$€@](?![\w@$€])")
#: Pieces kept in memory, in each of two generations.
CACHE_SIZE = 32_768
MAX_CACHED = 64
#: Letters of the shortest run that is cut into words.
_SHORTEST_RUN = 5

#: Letters in circles and boxes that Unicode does not decompose.
_BOXED = {
    chr(first + rank): letter
    for first in (0x1F130, 0x1F150, 0x1F170)
    for rank, letter in enumerate(ascii_lowercase)
}

#: A character of the skeleton and where it comes from.
_Bone = tuple[str, int]


class Skeleton:
    """``text`` is the skeleton; ``span`` leads from a place in it back to the original."""

    __slots__ = ("_bones", "_offsets", "original", "text")

    def __init__(self, original: str, text: str, bones: Callable[[str], list[_Bone]]) -> None:
        self.original = original
        self.text = text
        self._bones = bones
        self._offsets: list[int] | None = None

    @property
    def offsets(self) -> list[int]:
        """Where each character of the skeleton comes from in the original, then the original's length."""
        if self._offsets is None:
            self._offsets = [origin for _, origin in self._bones(self.original)]
            self._offsets.append(len(self.original))
        return self._offsets

    def spaced(self, at: int) -> "Skeleton":
        """Return the same with a space before the character at ``at``, which comes from the same place."""
        return self._with(f"{self.text[:at]} {self.text[at:]}", at, at, [self.offsets[at]])

    def joined(self, start: int, end: int) -> "Skeleton":
        """Return the same without the characters from ``start`` to ``end``."""
        return self._with(self.text[:start] + self.text[end:], start, end, [])

    def _with(self, text: str, start: int, end: int, places: list[int]) -> "Skeleton":
        bare = Skeleton(self.original, text, self._bones)
        bare._offsets = [*self.offsets[:start], *places, *self.offsets[end:]]
        return bare

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the original behind ``text[start:end]`` (``start < end``)."""
        offsets = self.offsets
        return offsets[start], max(offsets[end], offsets[end - 1] + 1)


class Skeletons:
    """Makes skeletons, with the help of words that are known where there are any."""

    def __init__(self, known: Collection[str] = frozenset()) -> None:
        self.known = known
        self._pieces = Memo(self._piece_text, CACHE_SIZE, lambda piece: len(piece) <= MAX_CACHED)
        self._hiding = Memo(self._hides, CACHE_SIZE, lambda piece: len(piece) <= MAX_CACHED)

    def of(self, text: str) -> Skeleton:
        """Return the skeleton of a text."""
        bare = " ".join(map(self._pieces.__getitem__, _spaces(text).split(" ")))
        if _SPACED.search(bare) is not None:
            bare = "".join([sign for sign, _ in self.bones(text)])
        return Skeleton(text, bare, self.bones)

    def hides(self, piece: str) -> bool:
        """Tell whether a piece without blanks holds a known word of which a letter is a sign."""
        return self._hiding[piece]

    def bones(self, text: str) -> list[_Bone]:
        """Return the skeleton with its places: the slow path, for what was found."""
        bones: list[_Bone] = []
        start = 0
        for piece in _spaces(text).split(" "):
            bones += [(sign, start + origin) for sign, origin in self._piece_bones(piece)]
            bones.append((" ", start + len(piece)))
            start += len(piece) + 1
        bones.pop()
        return self._unspaced(bones)

    def _unspaced(self, bones: list[_Bone]) -> list[_Bone]:
        """Close up runs of three or more single letters: s a l e."""
        read = "".join([sign for sign, _ in bones])
        result: list[_Bone] = []
        end = 0
        for match in _SPACED.finditer(read):
            apart = bones[match.start() : match.end()]
            result += bones[end : match.start()]
            result += self._closed(apart) if _mostly_letters(apart) else apart
            end = match.end()
        return result + bones[end:]

    def _closed(self, apart: list[_Bone]) -> list[_Bone]:
        """Return letters set apart as words."""
        closed = self._plain_letters(_letters_apart(apart))
        if not self.known:
            return closed
        result: list[_Bone] = []
        for word in _words(closed):
            result += [
                *([word[0]] if word[0][0] == " " else []),
                *self._cut([one for one in word if one[0] != " "]),
            ]
        return result

    def _cut(self, run: list[_Bone]) -> list[_Bone]:
        """Return a run of letters as the words that it is made of; elisions (n', qu') go with what follows."""
        result: list[_Bone] = []
        start = 0
        for at, (sign, _) in enumerate(run):
            if sign == "'":
                elided = at - (2 if [one for one, _ in run[at - 2 : at]] == ["q", "u"] else 1)
                if elided > start:
                    result += [*self._cut_letters(run[start:elided]), (" ", run[elided][1])]
                result += run[max(start, elided) : at + 1]
                start = at + 1
        return result + self._cut_letters(run[start:])

    def _cut_letters(self, run: list[_Bone]) -> list[_Bone]:
        read = "".join([sign for sign, _ in run])
        if len(run) < _SHORTEST_RUN or read in self.known or not read.isalpha():
            return run
        words, unknown = segment(read, self.known)
        if unknown * 2 > len(read):
            return run
        starts = set()
        at = 0
        for word in words[:-1]:
            at += len(word)
            starts.add(at)
        return [bone for at, one in enumerate(run) for bone in ([(" ", one[1]), one] if at in starts else [one])]

    def _piece_text(self, piece: str) -> str:
        lower = piece.lower() if piece.isascii() else fold(piece)
        if _SIMPLE.fullmatch(lower) is not None and _LONG.search(lower) is None and "ph" not in lower:
            return lower
        return "".join([sign for sign, _ in self._piece_bones(piece)])

    def _piece_bones(self, piece: str) -> list[_Bone]:
        """Take the disguises off one piece without spaces."""
        return self._plain_letters(self._together(self._drawn(self._latin(_bones_of(piece)))))

    def _drawn(self, bones: list[_Bone]) -> list[_Bone]:
        """Read signs that draw a letter together as this letter."""
        if self.known:
            for start, end, letter in reversed(list(leet.drawn("".join([sign for sign, _ in bones])))):
                bones = [*bones[:start], (letter, bones[start][1]), *bones[end:]]
        return bones

    def _latin(self, bones: list[_Bone]) -> list[_Bone]:
        """Read look-alike letters as Latin ones where Latin ones stand beside, or where they are a known word."""
        read = "".join([sign for sign, _ in bones])
        if read.isascii():
            return bones
        twin = read.translate(LOOK_ALIKES)
        if _HAS_LATIN.search(read) is not None or _bare(twin) in self.known:
            return [(sign, origin) for sign, (_, origin) in zip(twin, bones, strict=True)]
        return bones

    def _together(self, bones: list[_Bone]) -> list[_Bone]:
        """Remove the separators of letters set apart: s.a.l.e; dates and versions (1.2.3) stay."""
        dropped: set[int] = set()
        for match in _APART.finditer("".join([sign for sign, _ in bones])):
            letters = [at for at, sign in enumerate(match[0]) if sign.isalnum() or sign in "@$€"]
            said = "".join([match[0][at] for at in letters])
            if sum(map(str.isalpha, said)) >= 2 and (
                len(letters) > 2 or ("'" not in match[0] and said in self.known)
            ):
                dropped.update(match.start() + at for at in set(range(len(match[0]))) - set(letters))
        return [bone for at, bone in enumerate(bones) if at not in dropped] if dropped else bones

    def _plain_letters(self, bones: list[_Bone]) -> list[_Bone]:
        """Undo leet, then elongation."""
        if self.known:
            bones = self._known_letters(bones)
        plain = _without_leet("".join([sign for sign, _ in bones]))
        return self._with_f([(plain[at], bones[at][1]) for at in _kept_places(plain)])

    def _with_f(self, bones: list[_Bone]) -> list[_Bone]:
        """Read ph as f where only that is a known word: phemme."""
        read = "".join([sign for sign, _ in bones])
        at = read.find("ph")
        if at < 0 or _bare(read) in self.known or _bare(read.replace("ph", "f", 1)) not in self.known:
            return bones
        return [*bones[:at], ("f", bones[at][1]), *bones[at + 2 :]]

    def _known_letters(self, bones: list[_Bone]) -> list[_Bone]:
        """Read signs as the letters of words that are known."""
        for start, word in leet.words("".join([sign for sign, _ in bones]), self.known):
            bones[start : start + len(word)] = [
                (letter, origin) for letter, (_, origin) in zip(word, bones[start:], strict=False)
            ]
        return bones

    def _hides(self, piece: str) -> bool:
        latin = self._latin(_bones_of(piece))
        bones = self._drawn(latin)
        read = "".join([sign for sign, _ in bones])
        return (len(bones) < len(latin) and sum(map(str.isalpha, read)) > 2) or leet.hides(read, self.known)


def skeleton(text: str) -> Skeleton:
    """Return the skeleton of a text, without the help of any word."""
    return _PLAIN.of(text)


def _spaces(text: str) -> str:
    """Return the text with its usual white space made plain, character for character."""
    return text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ").replace("\u202f", " ")


def _bones_of(piece: str) -> list[_Bone]:
    return [(sign, origin) for origin, raw in enumerate(piece) for sign in _SIGNS[raw]]


def _bare(read: str) -> str:
    return read.strip(".,;:!?\"'()")


def _letters_apart(bones: list[_Bone]) -> list[_Bone]:
    """Close up letters set apart; where some stand further apart than others, words do: ``l e s   r a t s``."""
    words: list[list[_Bone]] = [[]]
    narrow = min(map(len, _GAPS.findall("".join([sign for sign, _ in bones])) or [" "]))
    width = 0
    for bone in bones:
        if bone[0] == " ":
            width += 1
        elif bone[0] in _SEPARATORS and bone[0] != "'":
            continue
        else:
            if width > narrow:
                words.append([])
            words[-1].append(bone)
            width = 0
    words = [word for word in words if word]
    if any(len(word) < 2 and word[0][0] not in "ay" for word in words):
        return [bone for word in words for bone in word]  # one letter is no word: the gaps are just uneven
    return [bone for word in words for bone in ((" ", word[0][1]), *word)][1:]


def _words(bones: list[_Bone]) -> Iterator[list[_Bone]]:
    """Yield words, each but the first with the blank before it."""
    word: list[_Bone] = []
    for bone in bones:
        if bone[0] == " " and word:
            yield word
            word = []
        word.append(bone)
    if word:
        yield word


def _mostly_letters(bones: list[_Bone]) -> bool:
    """Tell whether this can be a word rather than numbers: at least two letters."""
    return sum(sign.isalpha() for sign, _ in bones) >= 2


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
_PLAIN = Skeletons()
