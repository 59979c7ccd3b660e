"""Texts that look disguised: leet, l-e-t-t-e-r-s set apart, look-alike letters, words glued, cut or masked.

The skeleton costs more than all detectors together, so it is made only where a cheap look says that it is worth it.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from palabre.core.signals import misspelt
from palabre.core.signals.glued import unglued
from palabre.core.signals.odd import halves, is_odd
from palabre.core.signals.view import Words
from palabre.core.signals.vocabulary import known
from palabre.core.text import Skeleton, Skeletons, fold, tokenize

#: Any character that makes a second look worth it. Also what personal data cannot do without.
_SIGNS = re.compile(r"[0-9@$€£!|¡*+ⓐ-ⓩⒶ-Ⓩ🄰-🅉🅐-🅩🅰-🆉]")
#: A sign in the place of a letter: c@nnard, $alope. What comes first is one rare character, so that it is fast.
_SIGN_AS_LETTER = re.compile(r"[@$€£!|¡](?:(?<=[^\W\d_].)(?=[^\W\d_])|(?<!\w.)(?<![@])(?=[^\W\d_]{3}))")
#: A sign beside a letter, where some word may be hidden; or letters in circles and boxes.
_BESIDE = re.compile(
    r"[0-9@$€£!|¡+](?:(?<=[^\W\d_].)|(?=[^\W\d_]|[|!\\_])|(?<=[@$€|!])(?=[0-9@$€|!]))"
    r"|(?P<boxed>[ⓐ-ⓩⒶ-Ⓩ🄰-🅉🅐-🅩🅰-🆉]{2})"
)
#: Letters of the longest piece that is looked at, and pieces of one message.
_LONGEST, _PIECES = 60, 200
_APART = re.compile(r"(?<!\w)\w(?:[ .,\-_*·•/|~+]{1,3}\w){2,30}(?!\w)")
_RUN = re.compile("[a-z]{8,80}")
_MASK = re.compile(r"(?<!\w)[^\W\d_]{1,10}(?:\*{1,6}[^\W\d_]{0,10}){1,5}")
#: Letters set apart by stars, which hide none.
_BY_STARS = re.compile(r"(?<!\w)[^\W\d_](?:\*{1,3}[^\W\d_]){2,}(?!\w)")
_STARS = re.compile(r"(\*+)")
_WORD = re.compile("[a-z]{2,20}")
#: Letters of a word of every day that a star may hide: shorter ones are too many.
_SHORTEST_MASK = 3
#: More stars leave too little of a word of every day.
_FEW_STARS = 3
#: Characters of a text in which disguises are looked for: models read no further, and no text may stall the others.
_READ = 10_000
#: What may stand between the halves of a word.
_CUTS = re.compile(r"[ .,\-_*/|~+'·•]{1,3}")


@cache
def _skeletons() -> Skeletons:
    return Skeletons(known())


def has_signs(text: str) -> bool:
    """Tell whether a text holds a figure or a sign that may stand for a letter."""
    return _SIGNS.search(text) is not None


def undisguised(text: str, words: list[str], odd: bool, signs: bool) -> Words | None:
    """Return the words of a text with its disguises off, or None where it does not look disguised.

    ``odd`` says that one of ``words`` is (``is_odd``), ``signs`` that the text ``has_signs``.
    """
    text = text[:_READ]
    bare_text = _unmasked(text) if signs else text
    as_letters = signs and (bare_text != text or _SIGN_AS_LETTER.search(text) is not None or _hides(text))
    if not as_letters and not (odd and _worth(text, words)):
        return None
    bare = _apart(_joined(_skeletons().of(bare_text)))
    return Words(tokenize(bare.text), bare)


def _hides(text: str) -> bool:
    """Tell whether signs stand in the place of letters of a word that is known."""
    end = looked = 0
    for found in _BESIDE.finditer(text):
        if found["boxed"]:
            return True
        if found.start() < end:
            continue
        start, end = _piece(text, found.start())
        looked += 1
        if looked > _PIECES:
            return False
        if end - start <= _LONGEST and _skeletons().hides(text[start:end]):
            return True
    return False


def _piece(text: str, at: int) -> tuple[int, int]:
    """Return where the run without blanks around a place stands, as far as ``_LONGEST`` on each side."""
    start = end = at
    while start and at - start <= _LONGEST and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - at <= _LONGEST and not text[end].isspace():
        end += 1
    return start, end


def _unmasked(text: str) -> str:
    """Return a text in which words hidden by stars that can only hurt or name people are written out (ar*bes)."""
    for start, end, hidden in masks(text):
        stars = text.count("*", start, end)
        if stars * 2 <= end - start:
            found = _best(misspelt.hidable(end - start), hidden)
            if not found and stars <= _FEW_STARS:
                found = _best(_of_size(end - start), hidden)
            text = text[:start] + (found or text[start:end]) + text[end:]
    return text


def _best(words: Sequence[str], hidden: re.Pattern[str]) -> str:
    return next((word for word in words if hidden.fullmatch(word)), "")


@lru_cache(64)
def _of_size(size: int) -> tuple[str, ...]:
    """Return the words of so many letters that a disguise may hide."""
    return tuple(sorted(word for word in known() if len(word) == size)) if size > _SHORTEST_MASK else ()


def _joined(bare: Skeleton) -> Skeleton:
    """Return a skeleton with the words that were cut in two whole again."""
    found = [(one.start(), one.end(), one[0]) for one in _WORD.finditer(bare.text)]
    cuts = [
        (end, start)
        for (_, end, head), (start, _, tail) in pairwise(found)
        if _CUTS.fullmatch(bare.text, end, start) is not None and _are_halves(head, tail)
    ]
    for end, start in reversed(cuts):
        bare = bare.joined(end, start)
    return bare


def _are_halves(head: str, tail: str) -> bool:
    first, last = halves(head), halves(tail)
    return (first is not None and tail in first[1]) or (last is not None and head in last[0])


def _apart(bare: Skeleton) -> Skeleton:
    """Return a skeleton with its words that were run together set apart."""
    cut = [(found.start(), words) for found in _RUN.finditer(bare.text) if (words := unglued(found[0]))]
    for start, words in reversed(cut):
        end = start
        for word in words[:-1]:
            end += len(word)
            bare = bare.spaced(end)
            end += 1
    return bare


def _worth(text: str, words: list[str]) -> bool:
    """Tell whether more than single letters is odd, or whether these are really set apart."""
    return _APART.search(text) is not None or any(
        len(word) > 1 and (is_odd(word) or halves(word) is not None) for word in words
    )


def masks(text: str) -> list[tuple[int, int, re.Pattern[str]]]:
    """Return masked words (p*te, c***ard) with a pattern of what they may hide: one letter a star, or more."""
    if "*" not in text or _BY_STARS.search(text) is not None:
        return []
    return [(*found.span(), _hidden(found[0])) for found in _MASK.finditer(text)][:20]


def _hidden(mask: str) -> re.Pattern[str]:
    parts = _STARS.split(fold(mask))
    return re.compile("".join([f"[a-z]{{{len(part)}}}" if part[:1] == "*" else re.escape(part) for part in parts]))
