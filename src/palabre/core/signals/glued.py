"""Words run together so that no list finds them: ``lesarabessontdesvoleurs``.

A run of letters is cut only where every part of it is a word that the rules know and one of them names people:
anything else is some word that we do not know, and stays whole.
"""

from functools import cache, lru_cache

from palabre.core.signals.common import bag
from palabre.core.signals.grammar import compile_phrase
from palabre.core.signals.groups import NAMING
from palabre.core.signals.hostile import PARTS
from palabre.core.signals.lexicon import CLASSES
from palabre.core.text.hints import HINTS

#: Letters of a run that is worth a look: two short words at least, a sentence at most.
SHORTEST, LONGEST = 8, 80
#: Names of people that do not stand inside other words by chance (*trans* begins a hundred, *grosses* grossesse).
_SURE = bag("""
    femmes meufs women arabes arabs maghrebins algeriens marocains musulmans musulmanes musulman muslims
    juifs juives jews homos homosexuels homosexuel lesbiennes gays pedes gouines noirs noires africains
    africaines blacks migrants immigres refugies roms gitans tsiganes handicapes asiatiques chinois
    etrangers immigrants refugees transgenres
""")
#: Words of one letter that may stand between others, and words of the language that look glued.
_ALONE = bag("a i y")
_WHOLE = bag("arabesque arabesques baignoires chinoiserie chinoiseries")
_REMEMBERED = 8_192
_HEAD = 4
_HEADS = frozenset(word[:_HEAD] for word in _SURE)
_WINDOWS = [[slice(at, at + _HEAD) for at in range(size - _HEAD + 1)] for size in range(LONGEST + 1)]


@lru_cache(_REMEMBERED)
def unglued(run: str) -> tuple[str, ...]:
    """Return the words that a folded run of letters is made of, the fewest; none where it is a word of its own."""
    if not SHORTEST <= len(run) <= LONGEST or not _may_name(run) or not run.isalpha():
        return ()
    if run in _known() or run in _WHOLE:
        return ()
    words = _fewest(run)
    return () if _SURE.isdisjoint(words) else words


def _may_name(run: str) -> bool:
    """Tell whether a name of people may stand in a run, by its first letters: nearly every word holds none."""
    return not _HEADS.isdisjoint(map(run.__getitem__, _WINDOWS[len(run)]))


def _fewest(run: str) -> tuple[str, ...]:
    """Return the fewest known words that fill the run, or none. Quadratic in at most ``LONGEST`` letters."""
    known = _known()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 20), end):
            before = best[start]
            if before is None or run[start:end] not in known:
                continue
            here = best[end]
            if here is None or len(before) + 1 < len(here):
                best[end] = (*before, run[start:end])
    return best[-1] or ()


@cache
def _known() -> frozenset[str]:
    """Return the words that may be parts: the common ones, those that name people, and what is said of them."""
    said = {
        word
        for phrases in PARTS.values()
        for phrase in phrases
        for way in compile_phrase(phrase, CLASSES)
        for element in way
        for word in element.words
    }
    usual = {word for word in HINTS if len(word) > 1}
    return _ALONE | {word for word in said | usual | NAMING if len(word) > 1 and word.isalpha()}
