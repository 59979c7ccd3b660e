"""The blind suites keep their form, and stand apart from what was written with the rules at hand.

How much of it is found is measured (``python -m bench.quality blind``) and not asserted: a floor would have its
sealed half mended for. No failure here tells a sealed sentence.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from palabre.training import swindle_sets, worth_sets
from palabre.training.danger_sets import ours
from palabre.training.said import sentences
from palabre.training.written import examples

from .suite import HERE, Family, families

SUITES = ("blind", "blind_2", "blind_3")
FILES = sorted(path for suite in SUITES for path in (HERE / suite).glob("*.txt"))
#: The signals that one message alone cannot show, or that are no flag.
WITHOUT = {"flood", "sentiment"}
OF_THE_SUITE = {path.stem for path in HERE.glob("*.txt")}


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def number(family: Family) -> int:
    return int(family.name.split(" ")[0])


def said(paths: list[Path]) -> Iterator[str]:
    return (text.casefold() for path in paths for family in families(path) for text in family.sentences)


@pytest.mark.parametrize("suite", SUITES)
def test_every_signal_of_the_suite_has_a_file(suite: str) -> None:
    assert {path.stem for path in (HERE / suite).glob("*.txt")} >= OF_THE_SUITE - WITHOUT


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_families_are_whole(path: Path) -> None:
    found = families(path)
    assert len({family.name for family in found}) == len(found)
    assert min(len(family.sentences) for family in found) >= 16
    every = [text.casefold() for family in found for text in family.sentences]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "ordinary"], ids=_named)
def test_both_halves_have_both_sides(path: Path) -> None:
    sides = {(number(family) % 2, family.wanted) for family in families(path)}
    assert sides == {(half, wanted) for half in (0, 1) for wanted in (True, False)}


def test_hate_has_many_families() -> None:
    assert min(len(families(HERE / suite / "hate.txt")) for suite in SUITES) >= 24


def test_nothing_is_shared_among_suites() -> None:
    every = [set(said(sorted((HERE / suite).glob("*.txt")))) for suite in ("", *SUITES)]
    assert len(set().union(*every)) == sum(map(len, every))


def test_nothing_was_learned_from() -> None:
    worth = [*worth_sets.ours(), *worth_sets.adverts()]
    said_by_us = [*examples(), *worth, *sentences("tone"), *ours(), *swindle_sets.ours()]
    learned = {one.text.casefold() for one in said_by_us}
    assert len(set(said(FILES)) & learned) == 0
