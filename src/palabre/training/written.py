"""Sentences that we wrote, as templates: every group in every template, so that a name alone teaches nothing.

Short templates stand in families (``phrasebook``), longer ones by theme in ``said/hate.txt``, with choices, and
whole comments by many people in ``said/voices``.

A template is a source: where people measure, it is wholly learned from or wholly held out. ``{g}`` is a group in
the plural, ``{one}`` somebody of it; ``phrasebook`` has the words. Nothing here stands in ``tests/functional``.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from palabre.training.examples import Example
from palabre.training.hurting import ORDINARY
from palabre.training.phrasebook import FAMILIES, OPENERS, SLOTS
from palabre.training.said import choose, lines
from palabre.training.worth_sets import ordinary

#: Sentences made of one template, and the seed that chooses the words.
EACH, SEED = 14, 20261120
#: The same of one line of ``said/hate.txt``.
EACH_LINE = 12
#: What a line of whole comments weighs, beside 1 for a sentence of a template.
VOICE = 2.0
#: Files of whole comments: these get no opener.
_VOICES = tuple(
    f"voices/{name}"
    for name in (
        "hate", "hate_plain", "hate_themes", "hate_quiet", "insult", "toxic", "dehumanising", "dehumanising_more",
        "coded_hate", "coded_hate_more", "hate_fourth", "toxic_fourth", "gentle",
    )
)  # fmt: skip
#: Share of sentences that get an opener, and that are written badly.
_OPENED, _BADLY = 0.35, 0.12


class Family(NamedTuple):
    """Templates that have the same labels."""

    labels: Mapping[str, float]
    templates: Sequence[str]


def families() -> dict[str, Family]:
    """Return the families by name: what is told of a family is 1, and of what is ordinary 0."""
    found = {}
    for name, (told, templates) in FAMILIES.items():
        found[name] = Family(_labels(told), templates)
    return found


def _labels(told: Sequence[str]) -> Mapping[str, float]:
    labels = dict(ORDINARY) | dict.fromkeys(told, 1.0)
    if any(label in told for label in ("hate", "insult", "threat", "harassment", "dehumanising")):
        labels["toxic"] = 1.0
    if "dehumanising" in told:
        del labels["insult"]  # nobody was asked
    if tuple(told) == ("toxic",):
        del labels["insult"]  # rude enough to drive people away, by an insult perhaps
    if "coded_hate" in told and "hate" not in told:
        del labels["hate"], labels["toxic"]  # who reads the code is hurt; who does not reads nothing
    if ("insult" in told or "toxic" in told) and "harassment" not in told:
        del labels["harassment"]  # whoever insults somebody may also pursue them
    return labels


def examples() -> list[Example]:
    """Return the sentences. The same at every call."""
    chance = random.Random(SEED)  # noqa: S311  # the same sentences each time
    made = [one for name, family in families().items() for one in _of(name, family, chance)]
    made += [one for number, told, sentence in lines("hate") for one in _said(number, told, sentence, chance)]
    made += [one for name in _VOICES for one in _heard(name)]
    return made + [one._replace(labels=ORDINARY, source=f"written/{one.source}") for one in ordinary()]


def _said(number: int, told: Sequence[str], sentence: str, chance: random.Random) -> Iterator[Example]:
    """Yield the sentences of one line of ``said/hate.txt``."""
    for text in _of_line(sentence, chance):
        yield Example(_badly(_opened(text, chance), chance), _labels(told), f"written/line-{number}")


def _heard(name: str) -> Iterator[Example]:
    """Yield the comments of a file of ``said/voices``; those of one line weigh little more than one."""
    for number, told, sentence in lines(name):
        chance = random.Random(f"{name} {number}")  # noqa: S311  # the same sentences each time
        made = _of_line(sentence, chance)
        for text in made:
            yield Example(_badly(text, chance), _labels(told), f"written/{name}-{number}", VOICE / len(made) ** 0.5)


def _of_line(sentence: str, chance: random.Random) -> list[str]:
    made = sorted({_filled(choose(sentence, chance), chance) for _ in range(EACH_LINE)})
    capital = sentence[0].isupper() or sentence[0] == "{"
    return [text[0].upper() + text[1:] if capital else text for text in made]


def _of(name: str, family: Family, chance: random.Random) -> Iterator[Example]:
    for number, template in enumerate(family.templates):
        made = {_filled(template, chance) for _ in range(EACH)} if "{" in template else {template}
        for text in sorted(made):
            said = _opened(text, chance)
            yield Example(_badly(said, chance), family.labels, f"written/{name}-{number}")


def _filled(template: str, chance: random.Random) -> str:
    while (start := template.find("{")) >= 0:
        end = template.index("}", start)
        template = template[:start] + chance.choice(SLOTS[template[start + 1 : end]]) + template[end + 1 :]
    return template


def _opened(text: str, chance: random.Random) -> str:
    if chance.random() > _OPENED:
        return text
    return f"{chance.choice(OPENERS)} {text[0].lower()}{text[1:]}"


def _badly(text: str, chance: random.Random) -> str:
    """Return a text as it is, or as people write in a hurry: a letter lost or doubled, no capital, no point."""
    if chance.random() > _BADLY or len(text) < 12:
        return text
    at = chance.randrange(1, len(text) - 1)
    return (text[:at] + chance.choice(["", text[at] * 2]) + text[at + 1 :]).lower().rstrip(".")
