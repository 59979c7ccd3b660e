"""The blind suite keeps its form, and stands apart from what was written with the rules at hand.

How much of it is found is measured (``python -m bench.quality blind``) and not asserted: a floor would have its
sealed half mended for. No failure here tells a sealed sentence.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palabre.training import swindle_sets
from palabre.training.danger_sets import ours
from palabre.training.said import sentences
from palabre.training.written import examples

from .suite import HERE, Family, families

BLIND = HERE / "blind"
FILES = sorted(BLIND.glob("*.txt"))
#: The signals that one message alone cannot show, or that are no flag.
WITHOUT = {"flood", "sentiment"}
OF_THE_SUITE = {path.stem for path in HERE.glob("*.txt")}


def number(family: Family) -> int:
    return int(family.name.split(" ")[0])


def said(paths: list[Path]) -> Iterator[str]:
    return (text.casefold() for path in paths for family in families(path) for text in family.sentences)


def test_every_signal_of_the_suite_has_a_file() -> None:
    assert {path.stem for path in FILES} >= OF_THE_SUITE - WITHOUT


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_families_are_whole(path: Path) -> None:
    found = families(path)
    assert len({family.name for family in found}) == len(found)
    assert min(len(family.sentences) for family in found) >= 16
    every = [text.casefold() for family in found for text in family.sentences]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_halves_have_both_sides(path: Path) -> None:
    sides = {(number(family) % 2, family.wanted) for family in families(path)}
    assert sides == {(half, wanted) for half in (0, 1) for wanted in (True, False)}


def test_hate_has_many_families() -> None:
    assert len(families(BLIND / "hate.txt")) >= 45


def test_nothing_is_shared_with_the_other_suite() -> None:
    shared = set(said(FILES)) & set(said(sorted(HERE.glob("*.txt"))))
    assert len(shared) == 0


def test_nothing_was_learned_from() -> None:
    said_by_us = [*examples(), *sentences("worth"), *sentences("tone"), *ours(), *swindle_sets.ours()]
    learned = {one.text.casefold() for one in said_by_us}
    assert len(set(said(FILES)) & learned) == 0
