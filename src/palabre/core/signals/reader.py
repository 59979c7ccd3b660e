"""All detectors on one message. The one place to touch when a detector is added."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from palabre.core.model import Evidence, Message, Signal
from palabre.core.signals import learned, sentiment
from palabre.core.signals.adverse_event import AdverseEvent
from palabre.core.signals.anger import Anger
from palabre.core.signals.argument import Argument
from palabre.core.signals.blend import Models, Reading
from palabre.core.signals.coded_hate import CodedHate
from palabre.core.signals.correction import Correction
from palabre.core.signals.dehumanising import Dehumanising
from palabre.core.signals.detector import Detector
from palabre.core.signals.disguise import has_signs, undisguised
from palabre.core.signals.emergency import Emergency
from palabre.core.signals.features import Floats
from palabre.core.signals.feedback import Feedback
from palabre.core.signals.flood import Flood
from palabre.core.signals.harassment import Harassment
from palabre.core.signals.hate import Hate
from palabre.core.signals.help_request import HelpRequest
from palabre.core.signals.hollow import LEFT, is_hollow
from palabre.core.signals.insult import Insult
from palabre.core.signals.irony import Irony
from palabre.core.signals.lead import Lead
from palabre.core.signals.link_shared import LinkShared
from palabre.core.signals.personal_data import PersonalData
from palabre.core.signals.phrases import QUIET, Hit, PhraseBook, PhraseDetector
from palabre.core.signals.praise import Praise
from palabre.core.signals.products import Products
from palabre.core.signals.question import Question
from palabre.core.signals.scam import Scam
from palabre.core.signals.self_harm import SelfHarm
from palabre.core.signals.sexual import Sexual
from palabre.core.signals.spam import Spam
from palabre.core.signals.testimony import Testimony
from palabre.core.signals.threat import Threat
from palabre.core.signals.urgency import Urgency
from palabre.core.signals.view import View, Words
from palabre.core.signals.violence_call import ViolenceCall
from palabre.core.text import Tokens

DETECTORS: tuple[Detector, ...] = (PersonalData(), LinkShared())
PHRASES: tuple[PhraseDetector, ...] = (
    Insult(),
    Hate(),
    Dehumanising(),
    CodedHate(),
    Threat(),
    ViolenceCall(),
    Harassment(),
    Sexual(),
    SelfHarm(),
    Scam(),
    Spam(),
    HelpRequest(),
    Testimony(),
    Correction(),
    Feedback(),
    Praise(),
    Argument(),
    Lead(),
    AdverseEvent(),
    Emergency(),
    Anger(),
    Urgency(),
    Irony(),
    Question(),
)
#: The detector that heeds a workspace's own products.
_OF_PRODUCTS = next(rank for rank, one in enumerate(PHRASES) if one.name == "adverse_event")
#: Flood is found among messages (``flood.Recent``), sentiment by a model alone (``sentiment.tell``).
EVERYONE: tuple[PhraseDetector | Detector | Flood | sentiment.Sentiment, ...] = (
    *PHRASES,
    *DETECTORS,
    Flood(),
    sentiment.Sentiment(),
)


@cache
def _book() -> PhraseBook:
    """Compile the phrases when the first message is read: who only wants names pays nothing."""
    return PhraseBook(PHRASES, shared=True)


#: Messages that go through the rules together, step by step: so many that what a step needs stays in the
#: processor's cache from one message to the next, and so few that they do too from one step to the next.
_AT_ONCE = 100
#: The same for the models, whose numbers for more messages than these would not stay there.
_BLENDED = 500
#: Messages of a batch from which it is worth weighing the words of all of them at once.
_MANY = 40
#: The most that a signal has where all that its rules found is somebody else's words.
_SOFT = 0.3
#: A swindler's own number endangers nobody, and the hardship he tells is bait.
_BAIT = dict.fromkeys(
    ["personal_data", "self_harm", "testimony", "praise", "correction", "help_request", "lead", "urgency"], 0.25
)
#: From which probability a signal lowers others, and those. With irony, a cheer is none.
_LOWERING = {"scam": (0.65, _BAIT), "irony": (0.6, {"praise": 0.4})}
#: What rules say of most messages.
_NONE: Mapping[str, Signal] = {}
_SILENT: Mapping[str, float] = {}
#: An article of the press asks for nothing, calls nobody and testifies of nothing by itself.
_OF_READERS = dict.fromkeys(
    ["help_request", "question", "testimony", "correction", "feedback", "lead", "praise", "emergency", "spam"], 0.5
)


class Look(NamedTuple):
    """One message once its rules have been read: its view, its words with disguises off, what the rules say."""

    view: View
    bare: Words | None
    signals: list[Signal]
    #: The signals of which rules found nothing but what others said, or what is denied or fought.
    softened: frozenset[str]

    @property
    def said(self) -> Words:
        """The words that models read: those with the disguises off where there were any."""
        return self.bare or self.view.said


def read(
    message: Message, tokens: Tokens, models: Models | None = None, least: float = QUIET
) -> tuple[Signal, ...]:
    """Return the signals of one message: what ``read_many`` gives for a batch of one."""
    return read_many([message], [tokens], models, least)[0]


def read_many(
    messages: Sequence[Message],
    tokens: Sequence[Tokens],
    models: Models | None = None,
    least: float = QUIET,
    products: Products | None = None,
) -> list[tuple[Signal, ...]]:
    """Return the signals of each message, in order. ``tokens`` are those of their texts.

    Without ``models``, rules speak alone. A signal that a model speaks for is left out under the probability
    ``least``; under ``QUIET`` it has the evidence of its rules alone, maybe none.
    ``products`` are those of the workspace. Same text, same answer, whatever stands beside it in the batch.
    """
    looks = look_many(messages, tokens, products)
    if models is not None:
        for at in range(0, len(looks), _BLENDED):
            _blend(looks[at : at + _BLENDED], models, least)
    return [_settle(one.view.message, one.signals) for one in looks]


def look(message: Message, tokens: Tokens) -> Look:
    """Return what the rules alone say of a message, and the words that models read."""
    return _looks([message], [tokens], None)[0]


def look_many(
    messages: Sequence[Message], tokens: Sequence[Tokens], products: Products | None = None
) -> list[Look]:
    """Return what ``look`` does, of each message of a batch."""
    starts = range(0, len(messages), _AT_ONCE)
    parts = [_looks(messages[at : at + _AT_ONCE], tokens[at : at + _AT_ONCE], products) for at in starts]
    return [one for part in parts for one in part]


def _looks(messages: Sequence[Message], tokens: Sequence[Tokens], products: Products | None) -> list[Look]:
    """Read the rules, step by step over all messages: see ``_AT_ONCE``."""
    book = _book()
    views = [View(message, one, Words(one)) for message, one in zip(messages, tokens, strict=True)]
    found = [book.hits(view) for view in views]
    if products is not None:
        _add_products(views, [hits for hits, _ in found], products)
    bares = [_bare(view, odd) for view, (_, odd) in zip(views, found, strict=True)]
    for view, bare, (hits, _) in zip(views, bares, found, strict=True):
        if bare is not None:
            _add_disguised(hits, book.hits(View(view.message, view.tokens, bare))[0])
    signals = [list(book.judge(view, hits)) for view, (hits, _) in zip(views, found, strict=True)]
    for detector in DETECTORS:
        for view, said in zip(views, signals, strict=True):
            if (signal := detector.detect(view)) is not None:
                said.append(signal)
    softened = [book.softened(hits) for hits, _ in found]
    return list(map(Look, views, bares, signals, softened))


def _add_products(views: Sequence[View], found: Sequence[dict[int, list[Hit]]], products: Products) -> None:
    """Add the products of the workspace that messages name."""
    for view, hits in zip(views, found, strict=True):
        if named := products.hits(view):
            hits.setdefault(_OF_PRODUCTS, []).extend(named)


def _bare(view: View, odd: bool) -> Words | None:
    """Return the words of a message with its disguises off, or None where it does not look disguised."""
    text = view.message.text
    signs = has_signs(text)
    return undisguised(text, view.words, odd, signs) if odd or signs else None


def _blend(looks: Sequence[Look], models: Models, least: float) -> None:
    """Put, for the signals that models speak for, the blended probability in the place of the rule's score."""
    rules = [{signal.name: signal for signal in one.signals} if one.signals else _NONE for one in looks]
    scores = [{name: signal.score for name, signal in one.items()} if one else _SILENT for one in rules]
    reading = models.read([one.said.words for one in looks], scores, [one.view.quoted_share for one in looks])
    judged = reading.probabilities
    _soften(looks, scores, models, judged)
    spoken = frozenset(models.signals)
    for one in looks:
        if one.signals:
            one.signals[:] = [signal for signal in one.signals if signal.name not in spoken]
    heads = [models.signals.index(name) for name in sentiment.HEADS if name in spoken]
    if len(heads) == len(sentiment.HEADS):
        _feel(looks, reading, judged[:, heads], models.versions[sentiment.WELL])
    judged[:, heads] = -1
    for row, column in zip(*map(np.ndarray.tolist, np.nonzero(judged >= least)), strict=True):
        name = models.signals[column]
        score = min(0.99, float(judged[row, column]))
        score, evidence = _told(reading, name, row, looks[row], rules[row].get(name), score)
        if (evidence or least < QUIET) and score >= least:
            looks[row].signals.append(Signal(name, score, models.versions[name], evidence))


def _told(
    reading: Reading, name: str, row: int, one: Look, rule: Signal | None, score: float
) -> tuple[float, tuple[Evidence, ...]]:
    """Return the probability of a blended signal, and its evidence; of one too low, no word is weighed."""
    if score < QUIET:
        return round(score, 3), rule.evidence if rule is not None else ()
    weighed = reading.weighed(name, row)
    if rule is None and is_hollow(name, score, one.said.words, weighed, one.view.quoted_share):
        score *= LEFT
    return round(score, 3), learned.evidence(weighed, one.said, rule)


def _soften(looks: Sequence[Look], scores: Sequence[Mapping[str, float]], models: Models, judged: Floats) -> None:
    """Keep what rules found only quoted, denied, told or fought from being raised by what was learned."""
    columns = {name: column for column, name in enumerate(models.signals)}
    for row, one in enumerate(looks):
        for name in columns.keys() & one.softened if one.softened else ():
            most = max(scores[row].get(name, 0.0), _SOFT)
            judged[row, columns[name]] = min(judged[row, columns[name]], most)


def _feel(looks: Sequence[Look], reading: Reading, heads: Floats, version: str) -> None:
    """Put the sentiment of each message that has one, by the probabilities of the heads."""
    rows = enumerate(zip(looks, heads.tolist(), strict=True))
    felt = [(row, one, sentiment.strength(one.view.message, *said)) for row, (one, said) in rows]
    felt = [(row, one, tone) for row, one, tone in felt if abs(tone) >= sentiment.QUIET and one.said.words]
    if not felt:
        return
    if len(felt) > _MANY:
        reading.weigh(sentiment.WELL, sentiment.ILL)
    weighed = [_weighed(reading, row, one.view.message.kind) for row, one, _ in felt]
    heavy = sentiment.heaviest(weighed, [tone for _, _, tone in felt])
    for (_, one, tone), places in zip(felt, heavy, strict=True):
        one.signals.append(sentiment.tell(one.view.message, one.said, tone, places, version))


def _weighed(reading: Reading, row: int, kind: str) -> Floats:
    """Return what each word of a message brings to its sentiment, in log-odds."""
    if kind == "review":
        return reading.brought(sentiment.REVIEW, row)
    return reading.brought(sentiment.WELL, row, sentiment.ILL)


def _add_disguised(found: dict[int, list[Hit]], bare: dict[int, list[Hit]]) -> None:
    """Add what was found with the disguises off, but for what the text says openly."""
    for rank, hits in bare.items():
        open_ones = found.setdefault(rank, [])
        open_ones += [
            hit for hit in hits if not any(hit.start < one.end and one.start < hit.end for one in list(open_ones))
        ]


def _settle(message: Message, signals: list[Signal]) -> tuple[Signal, ...]:
    """Weigh signals against each other and against what the message is."""
    if not signals:
        return ()
    for signal in signals:
        if signal.name in _LOWERING:
            sure, others = _LOWERING[signal.name]
            signals = _lowered(signals, others) if signal.score >= sure else signals
    if message.kind == "article":
        signals = _lowered(signals, _OF_READERS)
    return tuple(signals)


def _lowered(signals: list[Signal], factors: Mapping[str, float]) -> list[Signal]:
    return [
        Signal(one.name, round(one.score * factors[one.name], 3), one.model, one.evidence)
        if one.name in factors
        else one
        for one in signals
    ]
