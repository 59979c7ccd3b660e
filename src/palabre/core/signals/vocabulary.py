"""The words that disguises are read as: those that the rules know, and those of every day around them."""

from collections.abc import Iterator, Sequence
from functools import cache

from palabre.core.signals.common import bag
from palabre.core.signals.grammar import compile_phrase, spellings
from palabre.core.signals.groups import ADJECTIVES, NAMING, PEOPLE
from palabre.core.signals.hostile import HURTFUL, PARTS
from palabre.core.signals.lexicon import CLASSES, MILD, SLURS, STRONG
from palabre.core.signals.spelling import plain_words
from palabre.core.signals.usual import USUAL
from palabre.core.text.hints import HINTS

#: The votes of common words for the two languages of the rules, which are the first.
_FRENCH_OR_ENGLISH = 0xFFFF
#: Words of one letter.
_ALONE = bag("a i y")


@cache
def known() -> frozenset[str]:
    """Return the words that a disguise may hide: what is said of people, and what stands around it."""
    listed = {word for words in CLASSES.values() for one in words for word in _plain(one)}
    return said() | {word for word in listed | grave() | USUAL if len(word) > 1 and word.isalpha()}


@cache
def said() -> frozenset[str]:
    """Return the words that name people and that are said of them, and the commonest of the language."""
    parts = {word for words in PARTS.values() for word in _of_phrases(words)}
    usual = {word for word, votes in HINTS.items() if votes & _FRENCH_OR_ENGLISH}
    every = parts | grave() | NAMING | usual
    return _ALONE | {word for word in every if len(word) > 1 and word.isalpha()}


@cache
def grave() -> frozenset[str]:
    """Return the words that hurt or name people by themselves."""
    people = (*PEOPLE.values(), *ADJECTIVES.values())
    return frozenset(word for words in (SLURS, STRONG, MILD, HURTFUL, *people) for word in _single(words))


def _single(phrases: Sequence[str]) -> Iterator[str]:
    """Yield the spellings of what is one word."""
    for phrase in phrases:
        for spelt in spellings(phrase):
            words = plain_words(spelt)
            if len(words) == 1:
                yield words[0]


def _plain(phrase: str) -> Iterator[str]:
    for spelt in spellings(phrase):
        yield from plain_words(spelt)


def _of_phrases(phrases: Sequence[str]) -> Iterator[str]:
    for phrase in phrases:
        for way in compile_phrase(phrase, CLASSES):
            for element in way:
                yield from element.words
