"""What endangers people or belittles them, as examples: sentences of our own, and the public sets that say it.

For each signal a file of ``said/danger`` and one of whole comments (``said/voices``), or the latter alone. A line
that has a signal says nothing of those that are near it (``NEAR``): who threatens may also harass. A line of
``none`` has none of them.
"""

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache

from palabre.training import hurting, worth_sets, written
from palabre.training.examples import Example
from palabre.training.phrasebook import SLOTS
from palabre.training.said import FOLDER, lines

SIGNALS = (
    "threat", "violence_call", "harassment", "sexual", "self_harm", "emergency", "dehumanising", "coded_hate",
)  # fmt: skip
#: Of a sentence that has the one, the others are unknown.
NEAR: Mapping[str, tuple[str, ...]] = {
    "threat": ("violence_call", "harassment", "dehumanising"),
    "violence_call": ("threat", "harassment", "dehumanising", "coded_hate"),
    "harassment": ("threat", "violence_call", "sexual", "self_harm", "dehumanising"),
    "sexual": ("harassment",),
    "self_harm": ("emergency",),
    "emergency": ("self_harm", "threat", "violence_call"),
    "dehumanising": ("threat", "violence_call", "harassment", "coded_hate"),
    "coded_hate": ("dehumanising", "harassment"),
}
NONE: Mapping[str, float] = dict.fromkeys(SIGNALS, 0.0)
#: How the sources of our own sentences begin, whichever folder they stand in; the signal of their file follows.
OURS = "said/danger/"
#: Sentences made of one line at most, and how many are written as in a hurry.
EACH, _BADLY = 16, 0.15
#: The innermost choices of a line: they may stand in each other.
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_SLOT = re.compile(r"\{([A-Za-z0-9]+)\}")
#: What public sets say of what hurts, and what is theirs to say.
_PUBLIC = ("threat", "harassment", "sexual", "self_harm")
_PUBLIC_WEIGHT, _CRISIS_WEIGHT = 0.5, 0.3
#: One row in so many of the public sets: ours must not drown.
_ONE_IN = 4


def examples() -> list[Example]:
    """Return our sentences, then those of the public sets and of ``written``. Raises ``DataMissing``."""
    return [*ours(), *_of_others(), *_public()]


def ours() -> list[Example]:
    """Return the sentences of ``said/danger``. The same at every call."""
    return [one for name in SIGNALS for one in _of(name)]


def files(name: str) -> tuple[str, ...]:
    """Return the files of a signal under ``said``."""
    if name in ("dehumanising", "coded_hate"):
        return f"voices/{name}", f"voices/{name}_more", *(("voices/gentle",) if name == "dehumanising" else ())
    return f"danger/{name}", f"voices/danger/{name}", f"voices/danger/{name}_fourth"


def _of(name: str) -> Iterator[Example]:
    for file in files(name):
        for number, labels, sentence in lines(file):
            folder = "voices/" if file.startswith("voices/") else ""
            chance = random.Random(f"{folder}{name} {number}")  # noqa: S311  # the same sentences each time
            made = sorted({_badly(_filled(sentence, chance), chance) for _ in range(EACH)})
            for text in made:
                yield Example(text, _told(labels), f"{OURS}{name}/{file}/{number}", 1 / len(made) ** 0.5)


def _told(labels: tuple[str, ...]) -> dict[str, float]:
    labels = tuple(label for label in labels if label in NONE)
    unknown = {near for label in labels for near in NEAR[label]}
    told = {name: value for name, value in NONE.items() if name not in unknown}
    return told | dict.fromkeys(labels, 1.0)


def _filled(sentence: str, chance: random.Random) -> str:
    """Return one of the sentences that a line may be: its choices made, its slots filled."""
    while (chosen := _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), sentence)) != sentence:
        sentence = chosen
    filled = _SLOT.sub(lambda found: chance.choice(slots()[found[1]]), sentence)
    return re.sub(r"\s+([,.])", r"\1", " ".join(filled.split()))


def _badly(text: str, chance: random.Random) -> str:
    """Return a text as it is, or as people type it: no capital, no accent, no point, a letter lost or doubled."""
    if chance.random() > _BADLY or len(text) < 12:
        return text
    at = chance.randrange(1, len(text) - 1)
    return (text[:at] + chance.choice(["", text[at] * 2]) + text[at + 1 :]).lower().rstrip(".")


@cache
def slots() -> Mapping[str, tuple[str, ...]]:
    """Return the words for each slot: of ``said/danger/slots.txt``, else of ``phrasebook``."""
    told = (FOLDER / "danger" / "slots.txt").read_text("utf-8").splitlines()
    rows = (line.partition(": ") for line in told if line and not line.startswith("#"))
    own = {name: tuple(word.strip() for word in words.split(", ")) for name, _, words in rows}
    return {name: tuple(words) for name, words in SLOTS.items()} | own


def _of_others() -> Iterator[Example]:
    """Yield our sentences for other signals: short and lively, and none of them endangers anybody."""
    for one in (*worth_sets.ours(), *worth_sets.adverts()):
        if not one.labels.get("emergency") and not one.labels.get("anger"):
            yield one._replace(labels=NONE, source=f"of_others/{one.source}", weight=one.weight)


def _public() -> Iterator[Example]:
    for one in (*hurting.examples()[::_ONE_IN], *written.examples()):
        if one.labels == hurting.ORDINARY:
            crisis = one.source.startswith("crisis")
            yield one._replace(labels=NONE, weight=one.weight * (_CRISIS_WEIGHT if crisis else 1.0))
        elif told := {name: one.labels[name] for name in _PUBLIC if name in one.labels}:
            yield one._replace(labels=told, weight=one.weight * _PUBLIC_WEIGHT)
