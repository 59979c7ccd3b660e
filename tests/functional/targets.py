"""The words of a sentence that somebody would disguise: the one that weighs most, and the name of people.

The one that weighs most is found by leaving each out in turn: what Palabre then says less of is what it hangs on.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from palabre.core.signals.blend import Models
from palabre.core.signals.cues import CUES
from palabre.core.text import fold
from palabre.core.text.hints import HINTS

from .disguises import Target
from .suite import HERE, families, scores

_WORD = re.compile(r"[^\W\d_]{3,}")
#: Files of what hurts → the signals that are right.
HURTING = {
    "hate": ("hate", "dehumanising"),
    "insult": ("insult",),
    "threat": ("threat", "violence_call"),
    "violence_call": ("violence_call", "threat"),
}
#: Families that wear a disguise already.
DISGUISED = ("leet", "spacing", "misspelt", "insult_disguised")
#: Files of which no sentence hurts anybody: both their sides are ordinary speech.
ORDINARY = ("argument", "correction", "feedback", "help_request", "lead", "praise", "question", "testimony")
#: What ordinary speech must not be flagged as.
HARMS = ("hate", "dehumanising", "insult", "threat", "violence_call")


class Corpus(NamedTuple):
    """Sentences of one kind, and the signals that they have, or must not have."""

    name: str
    wanted: bool
    signals: Sequence[str]
    sentences: Sequence[str]


def corpora() -> Iterator[Corpus]:
    """Yield the sentences that hurt, their innocent twins, and ordinary ones."""
    for stem, signals in HURTING.items():
        found = [one for one in families(HERE / f"{stem}.txt") if one.name not in DISGUISED]
        for wanted in (True, False):
            said = [text for one in found if one.wanted == wanted for text in one.sentences]
            yield Corpus(stem if wanted else f"twins of {stem}", wanted, signals, said)
    said = [text for stem in ORDINARY for one in families(HERE / f"{stem}.txt") for text in one.sentences]
    yield Corpus("ordinary speech", False, HARMS, said)


def targets(texts: Sequence[str], signals: Sequence[str], models: Models | None) -> list[Target]:
    """Return each sentence with its words to disguise; a sentence without a word of three letters is left out."""
    spans = [[found.span() for found in _WORD.finditer(text)] for text in texts]
    without = [text[:start] + text[end:] for text, some in zip(texts, spans, strict=True) for start, end in some]
    left = iter(scores(without, signals, models))
    return [
        _target(text, some, [next(left) for _ in some]) for text, some in zip(texts, spans, strict=True) if some
    ]


def _target(text: str, spans: Sequence[tuple[int, int]], left: Sequence[float]) -> Target:
    named = [one for one in spans if fold(text[slice(*one)]) in CUES["group"]]
    weighed = sorted(
        (fold(text[slice(*span)]) in HINTS, score, span)  # nobody hides an article while another word is there
        for span, score in zip(spans, left, strict=True)
        if span not in named[:1]
    )
    return Target(text, weighed[0][2] if weighed else named[0], named[0] if named else None)
