"""An ordinary day: what needs nobody is left alone, what needs somebody is seen.

``daily/ordinary.txt`` holds comments that hurt, endanger or swindle nobody and correct nothing; ``daily/needs.txt``
six or more lines of each signal. Both were read by who mended the rules: floors against falling back, no measure.
"""

from functional.suite import FLAG, HERE, families, scores
from palabre.core.signals.labels import NAMES
from palabre.store.models import builtin

ORDINARY, NEEDS = families(HERE / "daily" / "ordinary.txt"), families(HERE / "daily" / "needs.txt")
#: What brings a message before a moderator as something wrong.
WRONG = (
    "insult", "hate", "dehumanising", "coded_hate", "threat", "violence_call", "harassment", "sexual", "self_harm",
    "emergency", "scam", "spam", "personal_data", "adverse_event", "correction",
)  # fmt: skip
#: Of an ordinary day, at most this share comes up; of what needs somebody, at least this share.
MOST, LEAST = 0.06, 0.9


def test_an_ordinary_day_is_left_alone() -> None:
    texts = [text for family in ORDINARY for text in family.sentences]
    flagged = [
        text for text, score in zip(texts, scores(texts, WRONG, builtin().models), strict=True) if score >= FLAG
    ]
    assert len(flagged) <= MOST * len(texts), flagged


def test_what_needs_somebody_is_seen() -> None:
    models = builtin().models
    missed = [
        text
        for family in NEEDS
        for text, score in zip(family.sentences, scores(family.sentences, [family.name], models), strict=True)
        if score < FLAG
    ]
    assert len(missed) <= (1 - LEAST) * sum(len(family.sentences) for family in NEEDS), missed


def test_half_of_each_signal_is_seen() -> None:
    models = builtin().models
    for family in NEEDS:
        seen = sum(score >= FLAG for score in scores(family.sentences, [family.name], models))
        assert seen * 2 > len(family.sentences), family.name


def test_every_signal_of_one_message_has_its_lines() -> None:
    assert {family.name for family in NEEDS} == NAMES.keys() - {"flood", "sentiment"}
    assert min(len(family.sentences) for family in NEEDS) >= 6


def test_the_day_is_long_and_says_nothing_twice() -> None:
    texts = [text for family in (*ORDINARY, *NEEDS) for text in family.sentences]
    assert len(texts) == len(set(texts)) >= 450
