"""All detectors on one message. The one place to touch when a detector is added."""

from collections.abc import Mapping
from functools import cache

from palabre.core.model import Message, Signal
from palabre.core.signals.adverse_event import AdverseEvent
from palabre.core.signals.anger import Anger
from palabre.core.signals.argument import Argument
from palabre.core.signals.coded_hate import CodedHate
from palabre.core.signals.correction import Correction
from palabre.core.signals.dehumanising import Dehumanising
from palabre.core.signals.detector import Detector
from palabre.core.signals.disguise import has_signs, undisguised
from palabre.core.signals.emergency import Emergency
from palabre.core.signals.feedback import Feedback
from palabre.core.signals.harassment import Harassment
from palabre.core.signals.hate import Hate
from palabre.core.signals.help_request import HelpRequest
from palabre.core.signals.insult import Insult
from palabre.core.signals.lead import Lead
from palabre.core.signals.link_shared import LinkShared
from palabre.core.signals.personal_data import PersonalData
from palabre.core.signals.phrases import Hit, PhraseBook, PhraseDetector
from palabre.core.signals.praise import Praise
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
    Question(),
)
_EVERYONE: tuple[PhraseDetector | Detector, ...] = (*PHRASES, *DETECTORS)


@cache
def _book() -> PhraseBook:
    """Compile the phrases when the first message is read: who only wants names pays nothing."""
    return PhraseBook(PHRASES)


#: A swindler's own number endangers nobody, and the hardship he tells is bait: with a scam this sure, they weigh
#: less.
_SURE_SCAM = 0.65
_BAIT = {"personal_data": 0.4, "self_harm": 0.4, "testimony": 0.4, "praise": 0.4}
#: An article of the press asks for nothing and testifies of nothing by itself.
_OF_READERS = dict.fromkeys(
    ["help_request", "question", "testimony", "correction", "feedback", "lead", "praise"], 0.5
)


def read(message: Message, tokens: Tokens) -> tuple[Signal, ...]:
    """Return the signals of a message. ``tokens`` are those of ``message.text``. Same text, same answer."""
    view = View(message, tokens, Words(tokens))
    found, odd = _book().hits(view)
    signs = has_signs(message.text)
    if (odd or signs) and (bare := undisguised(message.text, view.words, odd, signs)) is not None:
        _add_disguised(found, _book().hits(View(message, tokens, bare))[0])
    signals = [*_book().judge(view, found)]
    signals += [signal for detector in DETECTORS if (signal := detector.detect(view)) is not None]
    return _settle(message, signals)


def _add_disguised(found: dict[int, list[Hit]], bare: dict[int, list[Hit]]) -> None:
    """Add what was found with the disguises off, but for what the text says openly."""
    for rank, hits in bare.items():
        open_ones = found.setdefault(rank, [])
        open_ones += [
            hit for hit in hits if not any(hit.start < one.end and one.start < hit.end for one in list(open_ones))
        ]


def _settle(message: Message, signals: list[Signal]) -> tuple[Signal, ...]:
    """Weigh signals against each other and against what the message is."""
    if any(signal.name == "scam" and signal.score >= _SURE_SCAM for signal in signals):
        signals = _lowered(signals, _BAIT)
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


def names() -> dict[str, tuple[str, str]]:
    """Return the French and English name of each signal."""
    return {one.name: (one.name_fr, one.name_en) for one in _EVERYONE}


def reasons() -> dict[str, tuple[str, str]]:
    """Return what is said, in French and in English, for each ``why`` of evidence."""
    return {why: said for one in _EVERYONE for why, said in one.reasons.items()}
