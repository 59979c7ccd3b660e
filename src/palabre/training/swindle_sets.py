"""Scams and adverts as examples: sentences of our own (``said/swindle``), and what ordinary speech looks like.

What is said of a scam leaves open whether it is an advert too; an advert is no scam. Comments of YouTube, in
English, tell adverts from the rest.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from palabre.training import danger_sets, worth_sets, written
from palabre.training.examples import Example
from palabre.training.said import sentences
from palabre.training.sources import rows

SIGNALS = ("scam", "spam")
_FILES = (
    "swindle/scam", "swindle/spam", "voices/swindle/scam", "voices/swindle/spam", "voices/swindle/spam_more",
    "voices/swindle/fourth",
)  # fmt: skip
#: What stands at the head of a line of ours, and what it tells. ``ad`` is an honest small ad.
TOLD: Mapping[str, Mapping[str, float]] = {
    "scam": {"scam": 1.0},
    "spam": {"spam": 1.0, "scam": 0.0},
    "ad": {"scam": 0.0},
}
NONE: Mapping[str, float] = dict.fromkeys(SIGNALS, 0.0)
#: How the sources of our own sentences begin, whichever folder they stand in.
OURS = "ours/"
#: Ours must not drown in the rest: what a text of each set weighs, and one in how many is taken.
WEIGHTS = {"youtube": 0.4, "tweets": 0.5, "toxifrench": 0.5, "ftr": 0.5, "films": 0.5, "covid": 0.5, "ud": 0.4}
_ONE_IN = {"toxifrench": 2, "films": 3, "ud": 2}
_OTHERS = 0.3


def examples() -> list[Example]:
    """Return our sentences, then those of public sets. Raises ``DataMissing``."""
    return [*ours(), *_of_others(), *_youtube(), *_ordinary()]


def ours() -> list[Example]:
    """Return the sentences of ``said/swindle``. The same at every call."""
    return [
        one._replace(labels=_told(one), source=f"{OURS}{one.source}", weight=one.weight**0.5)
        for file in _FILES
        for one in sentences(file)
    ]


def _told(one: Example) -> Mapping[str, float]:
    return next((TOLD[label] for label, said in one.labels.items() if said), NONE)


def _of_others() -> Iterator[Example]:
    """Yield our sentences for other signals: lively ones, and none of them swindles anybody."""
    for one in chain(worth_sets.spoken(), danger_sets.ours()[::3], written.examples()[::4]):
        yield Example(one.text, NONE, f"of_others/{one.source}", one.weight * _OTHERS)
    for one in worth_sets.ordinary():
        yield one._replace(labels=NONE, source=f"of_others/{one.source}")


def _youtube() -> Iterator[Example]:
    for row in rows("spam_en_youtube.csv"):
        told = {"spam": 1.0} if row["spam"] == "1" else NONE
        yield Example(row["text"], told, f"youtube/{row['video']}", WEIGHTS["youtube"])


def _ordinary() -> Iterator[Example]:
    """Yield ordinary texts of public sets, whatever else they say."""
    for name in ("tweets", "toxifrench", "ftr", "films", "covid", "ud"):
        for number, one in enumerate(worth_sets.SETS[name]()):
            if number % _ONE_IN.get(name, 1) == 0 and one.text.strip():
                yield Example(one.text, NONE, f"ordinary/{one.source}/{number // 40}", WEIGHTS[name])
