"""What a message is once another reader has spoken: its signals, and the proposal made of them. Pure."""

from collections.abc import Mapping, Sequence

from palabre.core.charter.heed import heeded
from palabre.core.charter.propose import propose
from palabre.core.charter.rules import Rule
from palabre.core.model import Message, Proposal, Signal
from palabre.core.signals.phrases import QUIET
from palabre.pipeline.providers.model import Provider, Scores


def merged(found: Sequence[Signal], provider: Provider, scores: Scores) -> list[Signal]:
    """Return the signals with those of ``provider`` in the place of ours; the evidence that we found stays.

    A signal that it finds unlikely goes, and one that it found without us has no evidence to show.
    """
    ours = {signal.name: signal for signal in found}
    kept = [signal for signal in found if signal.name not in scores]
    for name, score in scores.items():
        if name in provider.signals and score >= QUIET:
            evidence = ours[name].evidence if name in ours else ()
            kept.append(Signal(name, round(min(0.99, score), 3), provider.model, evidence))
    return kept


def proposal(
    message: Message, signals: Sequence[Signal], thresholds: Mapping[str, float], rules: Sequence[Rule] = ()
) -> Proposal:
    """Return what is proposed now; ``rules`` are those that the message answered."""
    return propose(message, heeded(signals, thresholds), rules)
