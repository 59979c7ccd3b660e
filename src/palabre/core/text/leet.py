"""Figures and signs that stand for letters, read with the help of words that are known.

A sign may stand for several letters (``1`` for i or l): of the ways to read a word, the first that is known counts.
"""

import re
from collections.abc import Collection, Iterator
from itertools import islice, product

#: Signs that draw one letter together, the longest first.
DRAWN = {
    "|\\/|": "m", "/\\/\\": "m", "|\\|": "n", "/\\/": "n", "\\/\\/": "w", "|_|": "u", "|-|": "h", "\\/": "v",
    "/\\": "a",
    "|<": "k", "|)": "d", "|>": "p", "|=": "f", "()": "o", "[]": "o",
}  # fmt: skip
_DRAWN = re.compile("|".join(re.escape(signs) for signs in sorted(DRAWN, key=len, reverse=True)))
#: The letters that one sign may stand for, the likeliest first.
SIGNS = {
    "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "b", "9": "gq", "@": "a",
    "$": "s", "€": "e", "£": "le", "!": "il", "|": "li", "¡": "i", "+": "t", "(": "c", "#": "h", "<": "c", "¢": "c",
    "¥": "y", "§": "s", "©": "c", "®": "r", "μ": "u", "υ": "uy",
}  # fmt: skip
_ALL = re.escape("".join(SIGNS))
_SEGMENT = re.compile(f"[a-z{_ALL}]{{2,40}}")
_SIGN = re.compile(f"[{_ALL}]")
#: A letter, or a sign among figures.
_HIDDEN = re.compile("[a-z]|[@$€|].*[0-9@$€|]|[0-9].*[@$€|!].*[0-9@$€|!]")
_LONG = re.compile(r"([a-z])\1{2,}")
#: Signs that also stand around words.
_LEADING, _TRAILING = "(#!|+<", "!|+"
#: What a word that begins or ends with such a sign must have too: one inside, or one that ends no sentence.
_SURE = re.compile(f".[a-z]*[{re.escape('0134567@$€£|+')}].+|[|+].{{2}}|[!|].{{3}}|[(<#].{{4}}|.{{2}}\\|$")
#: Ways to read a word that are tried.
_MAX_WAYS = 64
_MOSTLY = re.compile(f"(?=.*[a-z])(?:.*[{re.escape('0134567@$€£|+')}]){{2}}")
#: Ranks, and words before the end of a sentence: no letter of them is hidden.
_PLAIN = re.compile(r"[0-9]+(?:st|nd|rd|th|ers?|eme|emes|ieme|iere)|[(#+]?[a-z]+[!+]+")
#: Figures that are no word; shorter ones may be (*135* for "les").
_NUMBER = re.compile(r"[$€£+#(]?[0-9]{5,}[$€£+!]*|[$€£][0-9]+")
#: Hours, sizes, models: figures that are figures where no other word of the text has one for a letter.
_MEASURE = re.compile(
    r"[+#(]?[0-9]+(?:heures?|euros?|ans|min|hr|h[0-9]*|[a-z]{1,2})[!+|]*|[a-z]{1,2}[0-9]+[!+|]*|[(#+!]+[a-z]{1,3}"
)


def drawn(read: str) -> Iterator[tuple[int, int, str]]:
    """Yield where signs that draw a letter together stand, and the letter."""
    return ((*found.span(), DRAWN[found[0]]) for found in _DRAWN.finditer(read))


def words(read: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield where words with signs in the place of letters begin, and what they are, sign for letter."""
    for found in _SEGMENT.finditer(read):
        if _SIGN.search(found[0]) is not None and (word := _word(found[0], known)) is not None:
            yield found.start() + word[0], word[1]


def _word(signs: str, known: Collection[str]) -> tuple[int, str] | None:
    """Return a word that is known, or one that is mostly signs, and where it begins."""
    lead = len(signs) - len(signs.lstrip(_LEADING))
    bare = signs.rstrip(_TRAILING)
    for start, said in dict.fromkeys([(0, signs), (0, bare), (lead, signs[lead:]), (lead, bare[lead:])]):
        if len(said) > 2 and _is_hiding(said):
            for way in ways(said):
                if way in known or _LONG.sub(r"\1", way) in known:
                    return start, way
    said = bare[lead:]
    if _MOSTLY.match(said) is not None and _MEASURE.fullmatch(said) is None:
        return lead, next(ways(said))
    return None


def _is_hiding(said: str) -> bool:
    """Tell whether a word may have a sign in the place of a letter, rather than a sign beside it, or a figure."""
    if _SIGN.search(said) is None or _PLAIN.fullmatch(said) is not None or _NUMBER.fullmatch(said) is not None:
        return False
    return (said[0] not in _LEADING and said[-1] not in _TRAILING) or _SURE.search(said) is not None


def ways(signs: str) -> Iterator[str]:
    """Yield the ways to read letters and signs, the likeliest first."""
    return islice(map("".join, product(*[SIGNS.get(sign, sign) for sign in signs])), _MAX_WAYS)


def hides(read: str, known: Collection[str]) -> bool:
    """Tell whether a run without blanks holds a known word of which a letter is a sign, and which is no measure."""
    for start, word in words(read, known):
        signs = read[start : start + len(word)]
        if _LONG.sub(r"\1", word) in known and _HIDDEN.search(signs) and _MEASURE.fullmatch(signs) is None:
            return True
    return False
