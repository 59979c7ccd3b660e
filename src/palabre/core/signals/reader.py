"""All detectors on one message. The one place to touch when a detector is added."""

from palabre.core.model import Message, Signal
from palabre.core.signals.detector import Detector, View
from palabre.core.signals.question import Question
from palabre.core.text import Tokens

DETECTORS: tuple[Detector, ...] = (Question(),)


def read(message: Message, tokens: Tokens) -> tuple[Signal, ...]:
    """Return the signals of a message, in the detectors' order. ``tokens`` are those of ``message.text``."""
    view = View(message, tokens)
    found = [detector.detect(view) for detector in DETECTORS]
    return tuple(signal for signal in found if signal is not None)
