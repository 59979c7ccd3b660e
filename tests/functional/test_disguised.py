"""What is found plain is found in disguise, what is innocent stays so: floors of ``bench.quality disguise``."""

from collections.abc import Callable

import pytest

from palabre.store.models import builtin

from .disguises import DISGUISES, Target, put_on
from .suite import FLAG, scores
from .targets import Corpus, corpora, targets

#: The share of hate and insults still found, and the most innocent sentences newly flagged.
FOUND, FLAGGED = 0.95, 0.04
#: What is written as it sounds loses its denials and its verbs of telling: more of the innocent twins are flagged.
LOOSER = {
    "written as it sounds": 0.08, "with figures for sounds": 0.07, "spaced, the whole sentence, evenly": 0.05,
}  # fmt: skip
#: Disguises under which less is found yet, and how much.
HARDER = {
    "cut by a sign, hurting word": 0.6, "cut by a sign, group": 0.7,
    "cut by a blank, hurting word": 0.6, "cut by a blank, group": 0.7, "a letter missing, hurting word": 0.65,
    "a letter missing, group": 0.7, "two letters swapped, hurting word": 0.85, "two letters swapped, group": 0.9,
    "a letter doubled, both": 0.75, "half starred, hurting word": 0.8, "words run together": 0.75,
    "hashtag with capitals": 0.7, "hashtag without": 0.7, "written as it sounds": 0.4,
    "with figures for sounds": 0.3, "syllables reversed": 0.5,
}  # fmt: skip


@pytest.fixture(scope="module")
def sentences() -> list[tuple[Corpus, list[Target]]]:
    """Return every third sentence that is judged rightly as it stands, of each corpus."""
    models = builtin().models
    found = []
    for corpus in corpora():
        some = corpus.sentences[::3]
        judged = zip(some, scores(some, corpus.signals, models), strict=True)
        right = [text for text, score in judged if (score >= FLAG) == corpus.wanted]
        found.append((corpus, targets(right, corpus.signals, models)))
    return found


def _share(
    disguise: str, sentences: list[tuple[Corpus, list[Target]]], which: Callable[[Corpus], bool]
) -> float | None:
    """Return the share of the disguised sentences that is flagged, None where none is changed."""
    flagged = []
    for corpus, some in sentences:
        changed = [text for one in some if which(corpus) and (text := put_on(disguise, one)) != one.text]
        flagged += [score >= FLAG for score in scores(changed, corpus.signals, builtin().models)] if changed else []
    return sum(flagged) / len(flagged) if flagged else None


@pytest.mark.parametrize("disguise", DISGUISES)
def test_what_hurts_is_found_and_nothing_else(disguise: str, sentences: list[tuple[Corpus, list[Target]]]) -> None:
    found = _share(disguise, sentences, lambda corpus: corpus.wanted and corpus.name in ("hate", "insult"))
    assert found is not None
    assert found >= HARDER.get(disguise, FOUND)
    flagged = _share(disguise, sentences, lambda corpus: not corpus.wanted)
    assert flagged is None or flagged <= LOOSER.get(disguise, FLAGGED)


def test_a_disguise_is_the_same_each_time() -> None:
    target = Target("Les Xanthes sont des voleurs", (21, 28), (4, 11))
    assert [put_on(name, target) for name in DISGUISES] == [put_on(name, target) for name in DISGUISES]
    assert put_on("spaced by blanks, both", target) == "Les X a n t h e s sont des v o l e u r s"
