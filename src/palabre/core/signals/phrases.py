"""Detectors made of phrases: words in a row, found on folded tokens, all detectors in one pass.

A phrase is written as one writes it ("va te faire *"), folded when loaded; a final ``*`` on a word makes it a
prefix. Context lowers a hit, never raises it: inside quotation marks (someone is quoted), or behind a negation.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from palabre.core.model import Evidence, Signal
from palabre.core.signals.detector import View
from palabre.core.text import tokenize

MODEL = "phrases-1"
#: What remains of a hit's weight where the words are quoted, or denied.
QUOTED, DENIED = 0.35, 0.4
NEGATIONS = frozenset(
    ["pas", "jamais", "aucun", "aucune", "sans", "ni", "non", "not", "never", "no", "aint", "dont", "isnt", "arent"]
)
#: How far before a hit a negation is looked for, in tokens.
REACH = 3


class Hit(NamedTuple):
    """A phrase found: which token it starts at, how many tokens it takes, its weight 0..1 in its context."""

    at: int
    size: int
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    detector: "PhraseDetector"
    words: tuple[str, ...]
    weight: float
    why: str


class PhraseDetector:
    """A detector whose knowledge is a table, weight → phrases. Subclasses give it, and may refine ``judge``."""

    name: ClassVar[str]
    name_fr: ClassVar[str]
    name_en: ClassVar[str]
    phrases: ClassVar[Mapping[float, Sequence[str]]] = {}
    #: The reason shown for a hit; translated by the desk.
    why: ClassVar[str] = ""
    #: Whether a denied or quoted phrase counts less. False where the words say it all (a help line, a symptom).
    in_context: ClassVar[bool] = True

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Return the signal for these hits: as sure as the best one, a little surer with each further one."""
        if not hits:
            return None
        weights = sorted((hit.weight for hit in hits), reverse=True)
        score = min(0.99, weights[0] + 0.04 * (len(weights) - 1))
        return Signal(self.name, round(score, 3), MODEL, self.evidence(view, hits)) if score >= 0.2 else None

    def evidence(self, view: View, hits: Sequence[Hit]) -> tuple[Evidence, ...]:
        """Return the places of the hits in the text."""
        return tuple(Evidence(*view.span(hit.at, hit.size), hit.why) for hit in hits)


@dataclass
class PhraseBook:
    """The phrases of many detectors, indexed by their first word."""

    detectors: tuple[PhraseDetector, ...]
    _first: dict[str, list[_Phrase]] = field(default_factory=dict)
    _prefixes: dict[str, list[_Phrase]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for detector in self.detectors:
            for weight, phrases in detector.phrases.items():
                for phrase in phrases:
                    self._add(_Phrase(detector, words_of(phrase), weight, detector.why or detector.name))

    def _add(self, phrase: _Phrase) -> None:
        first = phrase.words[0]
        index = self._prefixes if first.endswith("*") else self._first
        index.setdefault(first[:4] if first.endswith("*") else first, []).append(phrase)

    def read(self, view: View) -> list[Signal]:
        """Return the signals of all detectors, in their order."""
        hits: dict[str, list[Hit]] = {}
        for at, word in enumerate(view.folds):
            for phrase in self._first.get(word, ()):
                self._try(view, phrase, at, hits)
            for phrase in self._prefixes.get(word[:4], ()):
                self._try(view, phrase, at, hits)
        judged = (detector.judge(view, hits.get(detector.name, ())) for detector in self.detectors)
        return [signal for signal in judged if signal is not None]

    def _try(self, view: View, phrase: _Phrase, at: int, hits: dict[str, list[Hit]]) -> None:
        words = view.folds[at : at + len(phrase.words)]
        if len(words) == len(phrase.words) and all(map(_fits, phrase.words, words)):
            weight = phrase.weight * (_context(view, at) if phrase.detector.in_context else 1.0)
            hits.setdefault(phrase.detector.name, []).append(Hit(at, len(words), weight, phrase.why))


def words_of(phrase: str) -> tuple[str, ...]:
    """Return a phrase as folded words, a final ``*`` kept. Raises ``ValueError`` for a prefix that is too short."""
    words: list[str] = []
    for part in phrase.split():
        folds = tokenize(part.rstrip("*")).folds
        if part.endswith("*"):
            if not folds or len(folds[-1]) < 4:
                raise ValueError(f"{phrase!r}: a prefix needs four letters at least.")
            folds[-1] += "*"
        words.extend(folds)
    if not words:
        raise ValueError(f"{phrase!r} has no word.")
    return tuple(words)


def _fits(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _context(view: View, at: int) -> float:
    """Return what remains of a hit: 1, or less where it is quoted or denied."""
    remains = QUOTED if view.is_quoted(at) else 1.0
    before: Iterable[str] = view.folds[max(0, at - REACH) : at]
    return remains * DENIED if not NEGATIONS.isdisjoint(before) else remains
