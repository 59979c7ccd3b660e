"""The evidence of what was learned: the words that weighed most, in their place."""

from palabre.core.model import Evidence, Signal
from palabre.core.signals.blend import Models
from palabre.core.signals.features import MAX_WORDS
from palabre.core.signals.view import Words

#: The key of this evidence; how many words are shown; and what share of the best one's weight the others must have.
WHY, SHOWN, WORTH = "learned", 4, 0.35


def evidence(models: Models, name: str, said: Words, rule: Signal | None) -> tuple[Evidence, ...]:
    """Return the evidence of a blended signal: that of its rule where it speaks, with the words learned beside it.

    Empty only where there is no word at all.
    """
    of_rule = rule.evidence if rule is not None else ()
    words = said.words[:MAX_WORDS]
    weighed = models.weighed(name, words) if words else []
    spans = [said.span(at, at) for at in _heaviest(weighed)]
    if of_rule:
        spans = [span for span in spans if not any(one.start < span[1] and span[0] < one.end for one in of_rule)]
    found = [*of_rule, *(Evidence(start, end, WHY) for start, end in spans)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.why)))


def _heaviest(weighed: list[float]) -> list[int]:
    """Return the places of the words that weighed most, the heaviest first; one at least."""
    order = sorted(range(len(weighed)), key=lambda at: (-weighed[at], at))[:SHOWN]
    return [
        at for rank, at in enumerate(order) if not rank or weighed[at] >= max(0.0, weighed[order[0]]) * WORTH > 0
    ]
