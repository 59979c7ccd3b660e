"""Sentences of our own, for what no public set shows: files of lines ``labels | sentence with (a|b) choices``.

All that comes of one line has one source, so that no line ever stands on both sides of a split.
"""

import random
import re
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from palabre.training.examples import Example

FOLDER = Path(__file__).parent / "said"
#: Sentences made of one line at most, drawn among all its choices.
EACH = 8
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
NOTHING = "none"


def lines(name: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """Yield (number, labels, sentence with choices) of a file; ``none`` stands for no label at all."""
    for number, line in enumerate((FOLDER / f"{name}.txt").read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            labels, _, sentence = line.partition(" | ")
            said = tuple(one.strip() for one in labels.split(","))
            yield number, () if said == (NOTHING,) else said, sentence.strip()


def spelt(sentence: str, seed: int) -> list[str]:
    """Return the sentences of one line, ``EACH`` at most, always the same ones."""
    pieces = _CHOICE.split(sentence)
    ways = [piece.split("|") if rank % 2 else [piece] for rank, piece in enumerate(pieces)]
    every = ["".join(way) for way in islice(product(*ways), 4_096)]
    return every if len(every) <= EACH else random.Random(seed).sample(every, EACH)  # noqa: S311 - no secret


def choose(sentence: str, chance: random.Random) -> str:
    """Return a sentence with one of each of its choices."""
    return _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), sentence)


def sentences(name: str) -> list[Example]:
    """Return what a file says: each sentence has the labels of its line, and none of the file's other ones."""
    told = list(lines(name))
    labels = sorted({label for _, said, _ in told for label in said})
    return [
        Example(text, {label: float(label in said) for label in labels}, f"said/{name}/{number}", 1 / len(made))
        for number, said, sentence in told
        for made in [spelt(sentence, number)]
        for text in made
    ]
