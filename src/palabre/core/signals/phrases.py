"""Detectors made of phrases: all patterns of all detectors are looked for in one pass over the words.

Each pattern waits under its rarest word, so that a word in a thousand, not every "je", wakes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from palabre.core.model import Evidence, Signal
from palabre.core.signals.common import commonness
from palabre.core.signals.context import Context, checks_of, denied_inside, remains
from palabre.core.signals.detector import Reasons
from palabre.core.signals.grammar import MAX_GAP, Element, compile_phrase
from palabre.core.signals.lexicon import CLASSES
from palabre.core.signals.odd import halves, is_odd
from palabre.core.signals.senses import UNASKED
from palabre.core.signals.spelling import FUSED
from palabre.core.signals.view import View
from palabre.core.text.memo import Memo

MODEL = "rules-2"
#: Finds kept for one detector in one message, and the score under which nothing is said.
MAX_HITS, QUIET = 40, 0.25
#: The weight of a find that proves nothing alone.
HINT = 0.3
#: What each further find adds to the best one.
FURTHER = 0.04
#: How far the next word of a pattern may stand: the widest gap, and a few *ne* that count for nothing.
_REACH = MAX_GAP + 4

#: Letters of the shortest beginning of a word that a pattern may ask for (``chiale*``).
_BEGINNING = 4

_NOTHING: frozenset[str] = frozenset()

#: (why, weight 0..1) → phrases in the language of ``grammar``.
Rules = Mapping[tuple[str, float], Sequence[str]]


class Hit(NamedTuple):
    """A phrase found: characters ``start`` to ``end`` of the text, its weight 0..1 in its context, and why.

    ``left`` is what the context left of the weight: 1 where it took nothing.
    """

    start: int
    end: int
    weight: float
    why: str
    left: float = 1.0


class PhraseDetector:
    """A detector whose knowledge is a table of phrases. Subclasses give it, and may refine ``judge``."""

    name: ClassVar[str]
    name_fr: ClassVar[str]
    name_en: ClassVar[str]
    reasons: ClassVar[Reasons]
    rules: ClassVar[Rules] = {}
    #: Phrases that clear what they overlap: "mourir de rire" is no wish to die.
    innocent: ClassVar[Sequence[str]] = ()
    #: Whether these reach over many words, or speak of a part only: then they clear, and quell nothing learned.
    loose: ClassVar[bool] = False
    #: The contexts that lower a find; none where the words say it all (a help line, a symptom).
    context: ClassVar[frozenset[Context]] = frozenset()
    #: Words that have ``further`` called: those without which it can find nothing.
    wakes: ClassVar[frozenset[str]] = frozenset()
    #: A sign that has ``judge`` called even where no phrase is found.
    sign: ClassVar[str] = ""

    def further(self, view: View) -> Sequence[Hit]:
        """Return what no phrase can say, where one of ``wakes`` stands in the text."""
        return ()

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Return the signal for these finds: as sure as the best one, a little surer with each further one."""
        return self.signal(best(hits), hits) if hits else None

    def signal(self, score: float, hits: Sequence[Hit]) -> Signal | None:
        """Return the signal with its evidence in the order of the text, or None where the score is too low."""
        if score < QUIET:
            return None
        evidence = tuple(Evidence(hit.start, hit.end, hit.why) for hit in sorted(hits))
        return Signal(self.name, round(min(0.99, score), 3), MODEL, evidence)


def best(hits: Sequence[Hit]) -> float:
    """Return the weight of the best find and a little for each further one."""
    return min(0.99, max(hit.weight for hit in hits) + FURTHER * (len(hits) - 1))


@dataclass(frozen=True, slots=True)
class _Pattern:
    rank: int
    elements: tuple[Element, ...]
    anchor: int
    weight: float
    why: str
    #: How many words it has.
    size: int


class _Waiting:
    """The patterns that wait under one word: by the word right after or before, by one near, or by none."""

    __slots__ = ("after", "before", "further", "fused", "halves", "loose", "near", "odd", "rare")

    def __init__(self, word: str, patterns: Sequence[_Pattern], further: Sequence[int] = ()) -> None:
        self.further = further
        self.odd = is_odd(word)
        self.fused = word in FUSED
        self.halves = halves(word)
        #: Whether the word is more than the anchor of patterns.
        self.rare = self.odd or self.fused or bool(further) or self.halves is not None
        self.after: dict[str, list[_Pattern]] = {}
        self.before: dict[str, list[_Pattern]] = {}
        self.near: dict[str, list[_Pattern]] = {}
        self.loose: list[_Pattern] = []
        for pattern in patterns:
            self._add(pattern)

    def _add(self, pattern: _Pattern) -> None:
        elements, anchor = pattern.elements, pattern.anchor
        if anchor + 1 < len(elements) and _is_tight(elements[anchor + 1], elements[anchor + 1].gap):
            side, words = self.after, elements[anchor + 1].words
        elif anchor and _is_tight(elements[anchor - 1], elements[anchor].gap):
            side, words = self.before, elements[anchor - 1].words
        else:
            beside = elements[anchor + 1] if anchor + 1 < len(elements) else elements[anchor - 1]
            if len(elements) == 1 or beside.beginnings:
                self.loose.append(pattern)
                return
            side, words = self.near, beside.words
        for word in words:
            side.setdefault(word, []).append(pattern)

    def halved(self, words: list[str], at: int) -> bool:
        """Tell whether a word that hurts or names people stands in two halves here."""
        if self.halves is None:
            return False
        before, after = self.halves
        return (at > 0 and words[at - 1] in before) or (at + 1 < len(words) and words[at + 1] in after)

    def woken(self, words: list[str], at: int) -> list[_Pattern]:
        """Return the patterns that the words beside ``at`` may complete."""
        patterns = self.loose
        if self.after:
            beside = words[at + 1] if at + 1 < len(words) else ""
            if more := self.after.get(beside if beside != "ne" else _beside(words, at, 1)):
                patterns = patterns + more if patterns else more
        if self.before:
            beside = words[at - 1] if at else ""
            if more := self.before.get(beside if beside != "ne" else _beside(words, at, -1)):
                patterns = patterns + more if patterns else more
        near = self.near
        if near:
            around = words[at - _REACH if at > _REACH else 0 : at + _REACH + 1]
            if not near.keys().isdisjoint(around):
                return patterns + _each_once(near, around)
        return patterns


def _each_once(near: Mapping[str, list[_Pattern]], around: list[str]) -> list[_Pattern]:
    """Return the patterns of which another word stands within reach, each once."""
    found = [near[word] for word in around if word in near]
    return found[0] if len(found) == 1 else list({id(one): one for patterns in found for one in patterns}.values())


def _is_tight(element: Element, gap: int) -> bool:
    return not gap and not element.beginnings


def _beside(words: list[str], at: int, step: int) -> str:
    """Return the word beside ``at``, *ne* left out, or nothing at an end."""
    at += step
    count = len(words)
    while 0 <= at < count:
        word = words[at]
        if word != "ne":
            return word
        at += step
    return ""


class PhraseBook:
    """The phrases of many detectors, each under its rarest word.

    One book of a process may be ``shared``: what waits under a word is then remembered with its sense.
    """

    def __init__(self, detectors: tuple[PhraseDetector, ...], shared: bool = False) -> None:
        self.detectors = detectors
        self._shared = shared
        self._words: dict[str, list[_Pattern]] = {}
        self._beginnings: dict[str, list[_Pattern]] = {}
        self._wakes = frozenset[str]().union(*(one.wakes for one in detectors))
        self._signs = [(rank, one.sign) for rank, one in enumerate(detectors) if one.sign]
        self._checks = [checks_of(one.context) for one in detectors]
        self._denied = ["denied" in one.context for one in detectors]
        for pattern in _patterns(detectors):
            self._add(pattern)
        self._begun = frozenset(beginning[:_BEGINNING] for beginning in self._beginnings)
        self._index = Memo(self._waiting, 32_768, lambda word: len(word) <= 64)

    def _add(self, pattern: _Pattern) -> None:
        anchor = pattern.elements[pattern.anchor]
        for word in anchor.words:
            self._words.setdefault(word, []).append(pattern)
        for beginning in anchor.beginnings:
            self._beginnings.setdefault(beginning, []).append(pattern)

    def _waiting(self, word: str) -> _Waiting | None:
        """Return the patterns that wait under a word; None for a word that is plain and wakes nothing."""
        found = list(self._words.get(word, ()))
        if word[:_BEGINNING] in self._begun:
            for size in range(_BEGINNING, min(len(word), 20) + 1):
                found += self._beginnings.get(word[:size], ())
        further = []
        if word in self._wakes:
            further = [rank for rank, one in enumerate(self.detectors) if word in one.wakes]
        if found or further or word in FUSED or is_odd(word) or halves(word):
            return _Waiting(word, found, further)
        return None

    def hits(self, view: View) -> tuple[dict[int, list[Hit]], bool]:
        """Return what was found, by the rank of its detector, and whether a word looks disguised."""
        awake = self._awake(view)
        words = view.words
        found: dict[int, list[Hit]] = {}
        further: set[int] = set()
        odd = view.said.odd
        for at, waiting in awake:
            if waiting.rare:
                odd = odd or waiting.odd or waiting.halved(words, at)
                further.update(waiting.further)
            for pattern in waiting.woken(words, at):
                place = (at, at) if pattern.size == 1 else _place(words, pattern, at)
                if place is not None:
                    self._add_hit(view, pattern, place, found)
        for rank in sorted(further) if further else ():
            if hits := self.detectors[rank].further(view):
                found.setdefault(rank, []).extend(hits)
        return found, odd

    def _awake(self, view: View) -> list[tuple[int, _Waiting]]:
        """Return the places of the words under which patterns wait, once those that are two in one are opened."""
        awake = self._waits(view)
        for _, one in awake:
            if one.rare and one.fused:
                view.said.open()
                return self._waits(view)
        return awake

    def _waits(self, view: View) -> list[tuple[int, _Waiting]]:
        """Return the places of the words under which patterns wait, with these."""
        if not self._shared:
            return [(at, one) for at, one in enumerate(map(self._index.__getitem__, view.words)) if one is not None]
        known = view.said.senses
        awake = [(at, one.waiting) for at, one in enumerate(known) if one.waiting is not None]
        for _, one in awake:
            if one is UNASKED:
                for sense in known:
                    if sense.waiting is UNASKED:
                        sense.waiting = self._index[sense.word]
                return self._waits(view)
        return awake

    def softened(self, found: Mapping[int, list[Hit]]) -> frozenset[str]:
        """Return the signals of which all that was found is innocent, quoted, denied, told or fought."""
        if not found:
            return _NOTHING
        return frozenset(
            self.detectors[rank].name
            for rank, hits in found.items()
            if _says_nothing(hits, self.detectors[rank].loose)
        )

    def judge(self, view: View, found: Mapping[int, list[Hit]]) -> Iterator[Signal]:
        """Yield the signals, in the order of the detectors."""
        text = view.message.text
        signed = [rank for rank, sign in self._signs if sign in text]
        for rank in sorted({*found, *signed}) if signed or len(found) > 1 else found:
            hits = found.get(rank, [])
            signal = self.detectors[rank].judge(view, widest(cleared(hits)) if hits else hits)
            if signal is not None:
                yield signal

    def _add_hit(self, view: View, pattern: _Pattern, place: tuple[int, int], found: dict[int, list[Hit]]) -> None:
        """Add a phrase that stands in the text, if it holds in one sentence, with what its context leaves of it."""
        rank = pattern.rank
        hits = found.get(rank)
        if hits is None:
            hits = []
        elif len(hits) >= MAX_HITS:
            return
        first, last = place
        start, end = view.said.span(first, last)
        gaps = last - first >= pattern.size
        if gaps and not view.in_one_sentence(start, end):
            return
        checks = self._checks[rank]
        said = end - 1 if view.has_quotes and view.is_quoted(end - 1) else start  # ce maire est un « crétin »
        left = remains(view, said, first, checks) if checks else 1.0
        if gaps and self._denied[rank]:
            left *= denied_inside(view.words, first, last, pattern.elements)
        hits.append(Hit(start, end, pattern.weight * left, pattern.why, left))
        found[rank] = hits


def _says_nothing(hits: list[Hit], loose: bool) -> bool:
    """Tell whether the context, or an innocent phrase that is not ``loose``, took all weight from a find."""
    kept = cleared(hits)
    if all(hit.left == 1 for hit in kept) and (loose or len(kept) == len(hits)):
        return False
    return all(hit.left < 1 or hit.weight <= HINT for hit in kept)


def cleared(hits: list[Hit]) -> list[Hit]:
    """Return hits without the innocent phrases (those without a reason) and what they overlap."""
    innocent = [hit for hit in hits if not hit[3]]  # its why
    if not innocent:
        return hits
    return [
        hit for hit in hits if hit.why and not any(hit.start < one.end and one.start < hit.end for one in innocent)
    ]


def widest(hits: Sequence[Hit]) -> list[Hit]:
    """Return hits without those of the same reason that stand inside a better or wider one."""
    if len(hits) == 1:
        return [*hits]
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.weight, hit.start - hit.end, hit.start)):
        if not any(hit.start < other.end and other.start < hit.end and hit.why == other.why for other in kept):
            kept.append(hit)
    return kept


def _patterns(detectors: tuple[PhraseDetector, ...]) -> Iterator[_Pattern]:
    for rank, detector in enumerate(detectors):
        for (why, weight), phrases in detector.rules.items():
            if why not in detector.reasons:
                raise ValueError(f"{detector.name}: the reason {why!r} has no sentence in `reasons`.")
            for phrase in phrases:
                for elements in compile_phrase(phrase, CLASSES):
                    yield _Pattern(rank, elements, _rarest(elements), weight, why, len(elements))
        for phrase in detector.innocent:
            for elements in compile_phrase(phrase, CLASSES):
                yield _Pattern(rank, elements, _rarest(elements), 0.0, "", len(elements))


def _rarest(elements: tuple[Element, ...]) -> int:
    costs = [
        (max(map(commonness, element.words), default=0), len(element.words) + 5 * len(element.beginnings), at)
        for at, element in enumerate(elements)
    ]
    return min(costs)[2]


def _place(words: list[str], pattern: _Pattern, at: int) -> tuple[int, int] | None:
    """Return the first and last word of a pattern whose anchor stands at ``at``, or None where it does not fit."""
    elements, anchor = pattern.elements, pattern.anchor
    first = last = at
    if len(elements) == 1:
        return first, last
    for rank in range(anchor + 1, len(elements)):
        last = _seek(words, last, 1, elements[rank], elements[rank].gap)
        if last < 0:
            return None
    for rank in range(anchor - 1, -1, -1):
        first = _seek(words, first, -1, elements[rank], elements[rank + 1].gap)
        if first < 0:
            return None
    return first, last


def _seek(words: list[str], at: int, step: int, element: Element, gap: int) -> int:
    """Return the nearest place of an element, ``gap`` words away at most, or -1. *ne* counts for nothing."""
    fitting, beginnings, _ = element
    count = len(words)
    at += step
    while 0 <= at < count:
        word = words[at]
        if word in fitting or (beginnings and word.startswith(beginnings)):
            return at
        if word != "ne":
            gap -= 1
            if gap < 0:
                return -1
        at += step
    return -1
