"""All detectors on one message. The one place to touch when a detector is added."""

from palabre.core.model import Message, Signal
from palabre.core.signals.adverse_event import AdverseEvent
from palabre.core.signals.anger import Anger
from palabre.core.signals.argument import Argument
from palabre.core.signals.coded_hate import CodedHate
from palabre.core.signals.correction import Correction
from palabre.core.signals.dehumanising import Dehumanising
from palabre.core.signals.detector import Detector, View
from palabre.core.signals.emergency import Emergency
from palabre.core.signals.feedback import Feedback
from palabre.core.signals.harassment import Harassment
from palabre.core.signals.hate import Hate
from palabre.core.signals.help_request import HelpRequest
from palabre.core.signals.insult import Insult
from palabre.core.signals.lead import Lead
from palabre.core.signals.link_shared import LinkShared
from palabre.core.signals.personal_data import PersonalData
from palabre.core.signals.phrases import PhraseBook, PhraseDetector
from palabre.core.signals.praise import Praise
from palabre.core.signals.question import Question
from palabre.core.signals.scam import Scam
from palabre.core.signals.self_harm import SelfHarm
from palabre.core.signals.sexual import Sexual
from palabre.core.signals.spam import Spam
from palabre.core.signals.testimony import Testimony
from palabre.core.signals.threat import Threat
from palabre.core.signals.urgency import Urgency
from palabre.core.signals.violence_call import ViolenceCall
from palabre.core.text import Tokens

DETECTORS: tuple[Detector, ...] = (PersonalData(), Question(), LinkShared())
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
)
_BOOK = PhraseBook(PHRASES)


def read(message: Message, tokens: Tokens) -> tuple[Signal, ...]:
    """Return the signals of a message. ``tokens`` are those of ``message.text``. Same text, same answer."""
    view = View(message, tokens)
    found = [detector.detect(view) for detector in DETECTORS]
    return (*_BOOK.read(view), *(signal for signal in found if signal is not None))


def names() -> dict[str, tuple[str, str]]:
    """Return the French and English name of each signal."""
    everyone: tuple[PhraseDetector | Detector, ...] = (*PHRASES, *DETECTORS)
    return {one.name: (one.name_fr, one.name_en) for one in everyone}
