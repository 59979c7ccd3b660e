"""The blind suites: what the signals find in sentences whose writers had not seen the rules (tests/functional).

Even families are open: each may be told. Odd ones are sealed: only their sums are told, so that nobody mends for
them. ``python -m bench.quality.blind SIGNAL…`` prints the open sentences that are judged wrongly, and
``python -m bench.quality.blind --families`` the share of each open family that is judged rightly.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.functional import suite
from tests.functional.suite import Family

from bench.quality import Row
from palabre.store.models import builtin

TASK = "blind"
#: The signals that are right by another name too, as in the other suite.
NAMES = {
    "hate": ("hate", "dehumanising"),
    "violence_call": ("violence_call", "threat"),
    "spam": ("spam", "scam"),
}
#: What stands in the names of families whose words are disguised.
DISGUISED = ("leet", "spaced", "joined", "misspelt", "emoji", "masked")
#: What a message of an ordinary day must not be flagged as: what hurts and who swindles.
HARMS = (
    "insult", "hate", "threat", "dehumanising", "coded_hate", "harassment", "sexual", "violence_call", "scam",
    "spam",
)  # fmt: skip
#: The suites, by what stands before their rows. Each had another writer.
SUITES = {"first": "blind", "second": "blind_2", "third": "blind_3"}
#: The file of a suite that has no side but the innocent one.
ORDINARY = "ordinary"
_FOLDER = Path(suite.__file__).parent

#: Families, and the share of each that is judged rightly.
Judged = list[tuple[Family, float]]


def is_open(family: Family) -> bool:
    """Return whether a family may be read to mend what fails. Raises ``ValueError`` for one without a number."""
    return int(family.name.split(" ")[0]) % 2 == 0


def files(name: str) -> list[Path]:
    """Return the files of a suite, in order."""
    return sorted((_FOLDER / SUITES[name]).glob("*.txt"))


def rows() -> Iterator[Row]:
    for name in SUITES:
        for path in files(name):
            judged = judge(path)
            for half, wanted in (("open", True), ("sealed", False)):
                mine = [one for one in judged if is_open(one[0]) == wanted]
                of = f"{name}, {half}"
                yield from of_file(path.stem, of, mine)


def of_file(stem: str, half: str, judged: Judged) -> Iterator[Row]:
    if stem == ORDINARY:
        yield Row(
            TASK,
            f"{half}: an ordinary day, flagged as anything that hurts or swindles",
            1 - share(judged, wanted=False),
        )
    else:
        yield from of_hate(half, judged) if stem == "hate" else of_signal(stem, half, judged)


def judge(path: Path) -> Judged:
    """Return every family of a file with the share that the models shipped judge rightly."""
    found = suite.families(path)
    right = suite.shares(found, named(path.stem), builtin().models)
    return [(one, right[one.name]) for one in found]


def named(stem: str) -> tuple[str, ...]:
    """Return the signals that the sentences of a file have, or must not have."""
    return HARMS if stem == ORDINARY else NAMES.get(stem, (stem,))


def share(judged: Judged, *, wanted: bool) -> float:
    """Return the share of the sentences on one side that is judged rightly."""
    mine = [(len(one.sentences), right) for one, right in judged if one.wanted == wanted]
    return sum(many * right for many, right in mine) / sum(many for many, _ in mine)


def of_signal(signal: str, half: str, judged: Judged) -> Iterator[Row]:
    yield Row(TASK, f"{half}: {signal}, found where it is", share(judged, wanted=True))
    yield Row(TASK, f"{half}: {signal}, flagged among innocent twins", 1 - share(judged, wanted=False))


def of_hate(half: str, judged: Judged) -> Iterator[Row]:
    right = {one.name: accuracy for one, accuracy in judged}
    yield Row(TASK, f"{half}: hate, macro-F1", suite.macro_f1([one for one, _ in judged], right))
    yield from of_signal("hate", half, judged)
    worst = min(accuracy for one, accuracy in judged if not one.wanted)
    yield Row(TASK, f"{half}: hate, worst innocent family", worst)
    if hidden := [one for one in judged if any(mark in one[0].name for mark in DISGUISED)]:
        yield from of_signal("hate in disguise", half, hidden)


def each_open() -> Iterator[str]:
    """Yield the share of each open family that is judged rightly."""
    for name in SUITES:
        for path in files(name):
            for one, right in judge(path):
                if is_open(one):
                    yield f"{name}\t{path.stem}\t{one.name} ({'yes' if one.wanted else 'no'})\t{right:.3f}"


def misses(signal: str) -> Iterator[str]:
    """Yield every open sentence of a signal that is judged wrongly, after its suite, its family and its score."""
    for name in SUITES:
        path = _FOLDER / SUITES[name] / f"{signal}.txt"
        for family in filter(is_open, suite.families(path) if path.exists() else ()):
            scores = suite.scores(family.sentences, named(signal), builtin().models)
            for text, score in zip(family.sentences, scores, strict=True):
                if (score >= suite.FLAG) != family.wanted:
                    yield f"{name}\t{family.name}\t{score:.2f}\t{text}"


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        print(*(each_open() if wanted == "--families" else misses(wanted)), sep="\n")
