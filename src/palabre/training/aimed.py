"""The label ``aimed``: hate, learned only from messages that name people, where nearly every word tells more.

Beside the features of all labels it has classes of words (``classes``), so that what is learned of one word of
blame holds for the others: the words of ``contempt`` and the names of ``groups``.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from scipy.sparse import csr_matrix

from palabre.core.signals.contempt import MORE
from palabre.core.signals.grammar import spellings
from palabre.core.signals.groups import NAMES
from palabre.core.signals.hostile import BAD, VERMIN
from palabre.core.signals.lexicon import SLURS
from palabre.core.signals.spelling import plain_words
from palabre.training import classes, rare
from palabre.training.classes import Classes
from palabre.training.examples import Example, Seen
from palabre.training.fit import Weights, names_people

LABEL = "aimed"
#: What an example of a public set weighs here: most were picked for slurs, and labelled in a hurry.
WEIGHTS = {"mlma": 0.01, "ftr": 0.03, "hatemoji": 0.05, "davidson": 0.01, "jigsaw_fr": 0.05, "openai": 0.05}
#: The same of the others, which are ordinary speech.
ORDINARY = 0.3
#: What a word of a class weighs beside its own pieces.
WEIGHT = 0.7
#: How freely weights grow.
FREEDOM = 10.0


def fitted(examples: Sequence[Example], table: csr_matrix, label: str) -> Weights:
    """Fit the label on examples and features that it is given (``weighed``, ``beside``)."""
    return rare.fit_label(examples, table, label, FREEDOM)


def among(examples: Sequence[Example], seen: Sequence[Seen]) -> list[Example]:
    """Return the examples with ``aimed`` said of those that name people: what is said of their ``hate``."""
    return [
        one._replace(labels=dict(one.labels) | {LABEL: one.labels["hate"]})
        if "hate" in one.labels and names_people(found)
        else one
        for one, found in zip(examples, seen, strict=True)
    ]


def weighed(examples: Sequence[Example]) -> list[Example]:
    """Return the examples with what each weighs for this label."""
    return [one._replace(weight=_weight(one.source.split("/")[0])) for one in examples]


def _weight(source: str) -> float:
    return 1.0 if source == "written" else WEIGHTS.get(source, ORDINARY)


def beside(table: csr_matrix, seen: Sequence[Seen]) -> csr_matrix:
    """Return features with columns for the classes after them."""
    return classes.beside(table, seen, known(), WEIGHT)


@cache
def known() -> Classes:
    """Return the classes of words: blame, vermin, slurs, and names of people."""
    words: dict[str, set[int]] = {}
    for rank, listed in enumerate(_LISTS.values()):
        for word in listed:
            words.setdefault(word, set()).add(rank)
    return Classes(tuple(_LISTS), {word: frozenset(ranks) for word, ranks in words.items()})


def _singles(phrases: Sequence[str]) -> frozenset[str]:
    """Return the phrases that are one word, each in all its spellings."""
    alone = [part for phrase in phrases for part in phrase.strip("()").split("|") if not set(part) & set("~?*<>")]
    spelt = [plain_words(one) for part in alone if part.count("(") == part.count(")") for one in spellings(part)]
    return frozenset(words[0] for words in spelt if len(words) == 1)


_LISTS: Mapping[str, frozenset[str]] = {
    "blame": _singles([*BAD, *MORE["bad"]]),
    "vermin": _singles([*VERMIN, *MORE["vermin"]]),
    "slur": _singles(SLURS),
    "name": NAMES,
}
