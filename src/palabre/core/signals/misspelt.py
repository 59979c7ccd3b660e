"""Words that hurt, or name people, written a little wrong: a letter missing, doubled or swapped with the next.

Only words that this module knows are read through their mistakes, and never a word that is French or English by
itself: ``REAL`` lists those that a mistake would also give (*salle* is no *sale* written wrong).
"""

from collections.abc import Iterator
from functools import cache

from palabre.core.signals.common import bag
from palabre.core.signals.grammar import spellings
from palabre.core.signals.groups import ADJECTIVES, PEOPLE
from palabre.core.signals.hostile import HURTFUL
from palabre.core.signals.lexicon import MILD, SLURS, STRONG
from palabre.core.signals.spelling import FUSED, plain, plain_words
from palabre.core.text.memo import Memo

#: Shorter words have too many neighbours; those under ``_LONG`` are not read with a letter missing.
_SHORTEST, _LONG = 5, 6
REAL = bag("""
    violee violees viole
    montre montres signe signes creer youre slope slopes truc trucs salle salles voler monster monsters couille
    couilles trees niger gosses salud refuge salad romans picks romain romains romaine romaines roumanie loses
    sings profiter etranges malin malins travels ecule ecules branler fumer voiles violer migrate migrane
    migranes bengals terrorise infime infimes soudes islamise islamises moons creen bides rebus indies vielles
    yourte feminise feminises mutes queres cancre cancres meneur meneurs meneuse meneuses latins latin ordre
    ordres grace graces garde gardes batons parasite savage savages mexican african hindu hindus backs looser
    loosers truques detestee parasitee terrorist terrorists islamists collabs bichons crabe crabes arbre arbres
    trace traces grosse grosses noirci ravages sauves
""")


@cache
def meant() -> dict[str, str]:
    """Return what each wrong spelling stands for."""
    rights = sorted({word for word in _rights() if len(word) >= _SHORTEST and word.isascii() and word.isalpha()})
    found: dict[str, str] = {}
    for right in rights:
        for wrong in wrongs(right):
            found.setdefault(wrong, right)
    return {wrong: right for wrong, right in found.items() if wrong not in REAL and wrong not in _known(rights)}


def _known(rights: list[str]) -> frozenset[str]:
    return frozenset(rights) | frozenset(FUSED)


def _rights() -> Iterator[str]:
    people = [*PEOPLE.values(), *ADJECTIVES.values()]
    for said in (SLURS, STRONG, MILD, HURTFUL, *people):
        for phrase in said:
            for spelt in spellings(phrase):
                words = plain_words(spelt)
                if len(words) == 1:
                    yield words[0]


def wrongs(right: str) -> Iterator[str]:
    """Yield the spellings of a word with one letter missing (not an end), doubled, or swapped with the next."""
    for at in range(1, len(right) - 1):
        if len(right) >= _LONG:
            yield right[:at] + right[at + 1 :]
    for at in range(len(right)):
        yield right[:at] + right[at] + right[at:]
    for at in range(1, len(right) - 1):
        yield right[:at] + right[at + 1] + right[at] + right[at + 2 :]


def _read(fold: str) -> str:
    word = plain([fold])[0]
    return meant().get(word, word)


# A memo shared by the process: it saves time and changes no result.
READ = Memo(_read, 32_768, lambda fold: len(fold) <= 64)


def words(folds: list[str]) -> list[str]:
    """Return plain words, one for one, those that hurt read through their mistakes."""
    return list(map(READ.__getitem__, folds))
