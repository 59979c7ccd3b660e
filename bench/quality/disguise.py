"""What disguises hide: each put on sentences of our families that are found as they stand, and on innocent ones.

Run: ``.venv/bin/python -m bench.quality disguise``; it needs no data. Of what is found plain, the share still
found; of what is not flagged plain, the share newly flagged. Rows sum the half of the sentences that is never
shown; ``python -m bench.quality.disguise WORD…`` prints what fails of the other half, of the disguises named so.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from tests.functional import suite
from tests.functional.disguises import DISGUISES, Target, put_on
from tests.functional.targets import Corpus, corpora, targets

from bench.quality import Row
from palabre.store.models import builtin

TASK = "disguise"
#: The floor and the aim of leet and of letters set apart.
_GOALS = {"leet": (0.95, 0.98), "spaced": (0.95, 0.98)}


class Tried(NamedTuple):
    """One sentence in one disguise, its probability so, and whether it is still judged rightly."""

    corpus: Corpus
    disguise: str
    text: str
    score: float
    right: bool


def is_open(text: str) -> bool:
    """Return whether a sentence may be read to mend what fails."""
    return crc32(text.encode()) % 2 == 0


def judged_rightly() -> Iterator[tuple[Corpus, list[Target]]]:
    """Yield the sentences of each corpus that are judged rightly as they stand, with their words to disguise."""
    models = builtin().models
    for corpus in corpora():
        scores = suite.scores(corpus.sentences, corpus.signals, models)
        right = [
            text
            for text, score in zip(corpus.sentences, scores, strict=True)
            if (score >= suite.FLAG) == corpus.wanted
        ]
        yield corpus, targets(right, corpus.signals, models)


def tried(disguise: str, found: Sequence[tuple[Corpus, list[Target]]]) -> Iterator[Tried]:
    """Yield each sentence that the disguise changes."""
    for corpus, sentences in found:
        changed = [(one, text) for one in sentences if (text := put_on(disguise, one)) != one.text]
        scores = suite.scores([text for _, text in changed], corpus.signals, builtin().models)
        for (_, text), score in zip(changed, scores, strict=True):
            yield Tried(corpus, disguise, text, score, (score >= suite.FLAG) == corpus.wanted)


def _half(found: Sequence[tuple[Corpus, list[Target]]], opened: bool) -> list[tuple[Corpus, list[Target]]]:
    return [(corpus, [one for one in some if is_open(one.text) == opened]) for corpus, some in found]


def rows() -> Iterator[Row]:
    found = _half(list(judged_rightly()), opened=False)
    every: list[Tried] = []
    for disguise in DISGUISES:
        mine = list(tried(disguise, found))
        every += mine
        yield from _rows(disguise, mine, _GOALS.get(disguise.split()[0].strip(",")))
    yield from _rows("all disguises", every, None)
    for name in dict.fromkeys(one.corpus.name for one in every):
        mine = [one for one in every if one.corpus.name == name]
        what = "still found" if mine[0].corpus.wanted else "newly flagged"
        yield Row(TASK, f"all disguises: {name}, {what}", _share(mine, right=mine[0].corpus.wanted))


def _rows(disguise: str, mine: Sequence[Tried], goal: tuple[float, float] | None) -> Iterator[Row]:
    hurting = [one for one in mine if one.corpus.wanted]
    innocent = [one for one in mine if not one.corpus.wanted]
    if hurting:
        yield Row(TASK, f"{disguise}: still found ({len(hurting)})", _share(hurting, right=True), *(goal or ()))
    if innocent:
        yield Row(TASK, f"{disguise}: newly flagged ({len(innocent)})", _share(innocent, right=False))


def _share(mine: Sequence[Tried], *, right: bool) -> float:
    return sum(one.right == right for one in mine) / len(mine)


def misses(word: str) -> Iterator[str]:
    """Yield what fails of the half that may be read, for the disguises whose name holds a word."""
    found = _half(list(judged_rightly()), opened=True)
    for disguise in DISGUISES:
        if word in disguise:
            for one in tried(disguise, found):
                if not one.right:
                    yield f"{disguise}\t{one.corpus.name}\t{one.score:.2f}\t{one.text}"


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        print(*misses(wanted), sep="\n")
