"""Words run together so that no list finds them: ``lesarabessontdesvoleurs``.

A run of letters is cut only where every part of it is a word that the rules know and one of them names people:
anything else is some word that we do not know, and stays whole.
"""

from functools import lru_cache

from palabre.core.signals.common import bag
from palabre.core.signals.grammar import spellings
from palabre.core.signals.groups import NAMES
from palabre.core.signals.lexicon import SLURS
from palabre.core.signals.spelling import plain_words
from palabre.core.signals.vocabulary import known, said
from palabre.core.text.segment import segment

#: Letters of a run that is worth a look: two short words at least, a sentence at most.
SHORTEST, LONGEST = 8, 80
#: Names that stand inside other words by chance (*trans* begins a hundred): no run is cut for them.
_CHANCE = bag("""
    trans nains nain homos homo latin latino latina basque corse corses belge russe russes slave slaves croate
    serbe perses inuit maori blacks black jap japs thai viet viets noir noire vieux grosses gros roux turc grec
    suisse imam imams islam coran nana nanas renoi gays beur beurs mormon bretons breton indien indienne
    africain americain femelle boche boches poles afros arab chicks broads girls women woman queer queers cures
    athee tamoul hommes
""")
#: Shorter names are not sure.
_SHORTEST_NAME = 5


_OTHERS = bag("femmes meufs noirs noires blacks gays juifs juive juives roms pedes pede women")
_SLURS = frozenset(words[0] for one in SLURS for spelt in spellings(one) if len(words := plain_words(spelt)) == 1)
#: The names of people for which a run is cut.
_SURE = (
    frozenset(word for word in NAMES | _SLURS if len(word) >= _SHORTEST_NAME or word in _SLURS) - _CHANCE | _OTHERS
)
#: Words of the language that look glued.
_WHOLE = bag("""
    arabesque arabesques baignoires chinoiserie chinoiseries assyrienne assyrien assyriens afghanistan quebecoise
    quebecoises debridee debride clandestinement estropiees metissage metissages mesdemoiselles argentina mexicanos
    lesbianas rechristianiser christianisme catholicisme
""")
#: What stands at the end of no run: endings, which make another word of a name.
_ENDINGS = bag("""
    ne nes es e s os as an ist ment ses ka ke i sement sements ent ons ont rons ions aient rent sent er lis ion te
    ie ent
""")
#: What stands at the beginning of none: prefixes.
_BEGINNINGS = bag("anti re de as dis in des pre pro con com sur sous trans inter super hyper extra auto")
#: Letters of a run that may be a sentence though nobody is named, and its fewest words.
_SENTENCE, _FEW = 14, 4
#: Parts of so many letters prove nothing; the others make up so many letters of a hundred.
_SCRAP, _WHOLLY = 3, 55
_REMEMBERED = 8_192
_HEAD = 4
_HEADS = frozenset(word[:_HEAD] for word in _SURE)
_WINDOWS = [[slice(at, at + _HEAD) for at in range(size - _HEAD + 1)] for size in range(LONGEST + 1)]


@lru_cache(_REMEMBERED)
def unglued(run: str) -> tuple[str, ...]:
    """Return the words that a folded run of letters is made of; none where it is a word of its own."""
    if not SHORTEST <= len(run) <= LONGEST or not run.isalpha():
        return ()
    if run in known() or run in _WHOLE:
        return ()
    if len(run) >= _SENTENCE and (words := _sentence(run)):
        return words
    words = _fewest(run) if _may_name(run) else ()
    return () if _SURE.isdisjoint(words) or _loose(words) else words


def _sentence(run: str) -> tuple[str, ...]:
    """Return the words of a run that is surely several, even where the rules name nobody in it."""
    words, unknown = segment(run, known())
    least = _FEW if _SURE.isdisjoint(words) else _FEW - 1
    if len(words) < least or unknown * 5 > len(run) or words[-1] in _ENDINGS or words[0] in _BEGINNINGS:
        return ()
    whole = sum(len(word) for word in words if len(word) > _SCRAP)
    return tuple(words) if whole * 100 >= len(run) * _WHOLLY and not any(map(_is_scrap, words, words[1:])) else ()


def _is_scrap(word: str, following: str) -> bool:
    """Tell whether a part of a run is too short to be a word here, though it may be one elsewhere."""
    if len(word) == 1:
        return word not in "ay" and (word not in "ldjnmtsc" or following[0] not in "aeiouyh")
    return len(word) <= _SCRAP and word not in known()


def _may_name(run: str) -> bool:
    """Tell whether a name of people may stand in a run, by its first letters: nearly every word holds none."""
    return not _HEADS.isdisjoint(map(run.__getitem__, _WINDOWS[len(run)]))


def _fewest(run: str) -> tuple[str, ...]:
    """Return the fewest known words that fill the run, or none. Quadratic in at most ``LONGEST`` letters."""
    words = said()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 20), end):
            before = best[start]
            if before is None or run[start:end] not in words:
                continue
            here = best[end]
            if here is None or len(before) + 1 < len(here):
                best[end] = (*before, run[start:end])
    return best[-1] or ()


def _loose(words: tuple[str, ...]) -> bool:
    """Tell whether a cut may be chance: mostly scraps, or a short name among scraps."""
    if words[-1] in _ENDINGS or words[0] in _BEGINNINGS:
        return True
    return sum(len(word) <= 2 for word in words) * 2 > len(words) or (
        _OTHERS.isdisjoint(words) and not any(len(word) >= _SHORTEST_NAME for word in words)
    )
