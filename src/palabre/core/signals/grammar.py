"""The little language in which detectors write what people say.

``mot``              a word, as it is written; accents, case and the short forms of chats are undone on both sides
``abruti(e)(s)``     endings that may be there;  ``habit(e|es|ez)`` one of these endings
``(te|vous)``        one of these; each may be several words: ``(il faut|faudrait)``
``(petit)?``         may be there
``chiale*``          a beginning, of four letters at least
``~3``               up to three words between, inside the sentence
``<group>``          one of a named class of words (``lexicon``)

*ne* is never written: it is skipped, as people skip it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from palabre.core.signals.spelling import plain_words

#: Patterns that one phrase may become, and words that a gap may hold.
MAX_PATTERNS, MAX_GAP = 1_500, 12
_SHORTEST_BEGINNING = 4


class Element(NamedTuple):
    """One word of a pattern: any of ``words``, or a word that begins with one of ``beginnings``.

    ``gap`` is how many other words may stand before it.
    """

    words: frozenset[str]
    beginnings: tuple[str, ...]
    gap: int

    def fits(self, word: str) -> bool:
        """Tell whether ``word`` can stand here."""
        return word in self.words or (bool(self.beginnings) and word.startswith(self.beginnings))


Classes = Mapping[str, Sequence[str]]
#: One way to say a part: words in a row. A beginning ends with ``*``.
_Way = tuple[str, ...]


def compile_phrase(phrase: str, classes: Classes) -> list[tuple[Element, ...]]:
    """Return the patterns of a phrase. Raises ``ValueError`` where it is badly written, saying how to mend it."""
    choices: list[list[list[Element]]] = []
    gap = 0
    for part in _cut(phrase, " "):
        if part.startswith("~"):
            gap = _gap(part, phrase)
            continue
        choices.append(list(_branches(_ways(part, classes, phrase), gap)))
        gap = 0
    patterns = [tuple(element for branch in chosen for element in branch) for chosen in product(*choices)]
    if not patterns or not all(patterns) or len(patterns) > MAX_PATTERNS:
        raise ValueError(
            f"{phrase!r} makes {len(patterns)} patterns, or an empty one: write it as several phrases."
        )
    return patterns


def _cut(phrase: str, at: str) -> list[str]:
    """Return what the sign ``at`` parts, but where it stands between parentheses."""
    depth, parts = 0, [""]
    for sign in phrase:
        depth += (sign == "(") - (sign == ")")
        if sign == at and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    if depth:
        raise ValueError(f"{phrase!r}: a parenthesis is not closed.")
    return [part for part in parts if part]


def _gap(part: str, phrase: str) -> int:
    if not part[1:].isdigit() or not 1 <= int(part[1:]) <= MAX_GAP:
        raise ValueError(f"{phrase!r}: write a gap as ~1 to ~{MAX_GAP}.")
    return int(part[1:])


def _ways(part: str, classes: Classes, phrase: str) -> list[_Way]:
    """Return the ways to say one part; the empty way is for what may be left out."""
    optional = part.endswith("?")
    part = part.removesuffix("?")
    said = _cut(part[1:-1], "|") if part.startswith("(") else [part]
    opened = [word for one in said for word in _open(one, classes, phrase)]
    ways = [_words(spelt, phrase) for one in opened for spelt in spellings(one)]
    return [*dict.fromkeys(ways), *([()] if optional else [])]


def spellings(word: str) -> Iterator[str]:
    """Yield a word with each of its endings: ``abruti(e)(s)`` is four, ``habit(e|ez)`` two."""
    head, opened, rest = word.partition("(")
    if not opened:
        yield word
        return
    endings, _, tail = rest.partition(")")
    choices = endings.split("|") if "|" in endings else ["", endings]
    for ending in choices:
        yield from spellings(head + ending + tail)


def _open(one: str, classes: Classes, phrase: str) -> Sequence[str]:
    """Return the words of a class, or what is no class as it is."""
    if "<" not in one:
        return [one]
    if one[0] != "<" or one[1:-1] not in classes:
        raise ValueError(f"{phrase!r}: there is no class {one!r}; a class stands alone between its bars.")
    return classes[one[1:-1]]


def _words(spelt: str, phrase: str) -> _Way:
    beginning = spelt.endswith("*")
    words = plain_words(spelt.removesuffix("*"))
    if not words or any(sign in spelt for sign in "?<>|()"):
        raise ValueError(f"{phrase!r}: {spelt!r} is no word: `?` and classes stand outside of the bars.")
    if not beginning:
        return words
    if len(words[-1]) < _SHORTEST_BEGINNING:
        raise ValueError(f"{phrase!r}: a beginning needs four letters at least.")
    return (*words[:-1], words[-1] + "*")


def _branches(ways: list[_Way], gap: int) -> Iterator[list[Element]]:
    """Yield single words as one element together, then each longer way, then nothing where it may be left out."""
    single = [way[0] for way in ways if len(way) == 1]
    if single:
        yield [_element(tuple(single), gap)]
    for way in ways:
        if len(way) > 1:
            yield [_element((word,), 0 if rank else gap) for rank, word in enumerate(way)]
        elif not way:
            yield []


@cache  # the same words stand in dozens of phrases: one set of them takes a fifth of the memory
def _element(words: tuple[str, ...], gap: int) -> Element:
    whole = frozenset(word for word in words if not word.endswith("*"))
    return Element(whole, tuple(word[:-1] for word in words if word.endswith("*")), gap)
