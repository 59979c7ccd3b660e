"""Texts that look disguised: leet, l-e-t-t-e-r-s set apart, look-alike letters, stretched, glued or masked words.

The skeleton costs more than all detectors together, so it is made only where a cheap look says that it is worth it.
"""

import re

from palabre.core.signals import misspelt
from palabre.core.signals.common import bag
from palabre.core.signals.glued import SHORTEST, unglued
from palabre.core.signals.view import Words
from palabre.core.text import Skeleton, skeleton, tokenize

#: Any character that makes a second look worth it. Also what personal data cannot do without.
_SIGNS = re.compile(r"[0-9@$€£!|¡*]")
#: A sign in the place of a letter: c@nnard, $alope. What comes first is one rare character, so that it is fast.
_SIGN_AS_LETTER = re.compile(r"[@$€£!|¡](?:(?<=[^\W\d_].)(?=[^\W\d_])|(?<!\w.)(?<![@])(?=[^\W\d_]{3}))")
_STRETCHED = re.compile(r"([a-z])\1\1")
_LEET = re.compile(r"(?<=[a-z])[0-9]{1,2}(?=[a-z])|^[0-9][a-z]{3}|[a-z]{3}[013457]$")
_MEASURE = re.compile(r"[0-9]+(?:[a-z]{1,3}[0-9]*|eme|emes|ieme|iere|heures?|euros?|ans)")
_APART = re.compile(r"(?<!\w)\w(?:[ .,\-_*·•/|~+]{1,3}\w){2,30}(?!\w)")
#: One-letter words of French and English, and letters that elision leaves: a run of them alone is no disguise.
_USUAL = bag("a b c d i j k l m n s t x y")
_RUN = re.compile("[a-z]{8,80}")
_MASK = re.compile(r"(?<!\w)[^\W\d_]{1,10}\*{1,6}[^\W\d_]{0,10}")


def has_signs(text: str) -> bool:
    """Tell whether a text holds a figure or a sign that may stand for a letter."""
    return _SIGNS.search(text) is not None


def undisguised(text: str, words: list[str], odd: bool, signs: bool) -> Words | None:
    """Return the words of a text with its disguises off, or None where it does not look disguised.

    ``odd`` says that one of ``words`` is (``is_odd``), ``signs`` that the text ``has_signs``.
    """
    bare_text = _unmasked(text) if signs else text
    as_letters = signs and (bare_text != text or _SIGN_AS_LETTER.search(text) is not None)
    if not as_letters and not (odd and _worth(text, words)):
        return None
    bare = _apart(skeleton(bare_text))
    return Words(tokenize(bare.text), bare)


def _unmasked(text: str) -> str:
    """Return a text in which words hidden by stars that can only hurt or name people are written out (ar*bes)."""
    for start, end, hidden in masks(text):
        if text[start:end].count("*") * 2 <= end - start:
            found = next(
                (word for word in misspelt.hidable(end - start) if hidden.fullmatch(word)), text[start:end]
            )
            text = text[:start] + found + text[end:]
    return text


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
    return any(len(word) > 1 and is_odd(word) for word in words) or _APART.search(text) is not None


def is_odd(word: str) -> bool:
    """Tell whether a word may be a disguise: stretched, figures among letters, foreign letters, a letter alone."""
    if word[:1] in ("/", "@"):  # an address, a mention
        return False
    if word.isascii():
        if len(word) == 1:
            return word.isalpha() and word not in _USUAL
        if _STRETCHED.search(word) is not None:
            return True
        if word.isalpha():
            return len(word) >= SHORTEST and bool(unglued(word))
        return _LEET.search(word) is not None and _MEASURE.fullmatch(word) is None
    return any("a" <= sign <= "z" for sign in word) and any(sign.isalpha() and sign > "\u024f" for sign in word)


def masks(text: str) -> list[tuple[int, int, re.Pattern[str]]]:
    """Return masked words (p*te, c***ard) with a pattern of what they may hide: one letter a star, or more."""
    return [] if "*" not in text else [(*found.span(), _hidden(found[0])) for found in _MASK.finditer(text)][:20]


def _hidden(mask: str) -> re.Pattern[str]:
    head, _, rest = mask.lower().partition("*")
    tail = rest.lstrip("*")
    return re.compile(f"{re.escape(head)}[a-z]{{{mask.count('*')}}}{re.escape(tail)}")
