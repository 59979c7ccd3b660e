"""The evidence of what was learned: the words that weighed most, in their place."""

from collections.abc import Sequence
from operator import attrgetter

from palabre.core.model import Evidence, Signal
from palabre.core.signals.common import commonness
from palabre.core.signals.view import Words

_place = attrgetter("start", "end", "why")
#: The key of this evidence; how many words are shown; and what share of the best one's weight the others must have.
WHY, SHOWN, WORTH = "learned", 4, 0.35


def evidence(weighed: Sequence[float], said: Words, rule: Signal | None) -> tuple[Evidence, ...]:
    """Return the evidence of a blended signal: that of its rule where it speaks, with the words learned beside it.

    ``weighed`` is what each word brings to the signal. Small words (*qui*, *les*) are shown where nothing else
    speaks for it. Empty only where there is no word at all.
    """
    of_rule = rule.evidence if rule is not None else ()
    heavy = _heaviest(weighed)
    telling = [at for at in heavy if not commonness(said.words[at])]
    spans = said.spans(telling if telling or of_rule else heavy)
    if of_rule:
        spans = [span for span in spans if not any(one.start < span[1] and span[0] < one.end for one in of_rule)]
    found = [*of_rule, *(Evidence(start, end, WHY) for start, end in spans)]
    return tuple(sorted(found, key=_place))


def _heaviest(weighed: Sequence[float]) -> list[int]:
    """Return the places of the words that weighed most, the heaviest first, the first of equals; one at least."""
    if not weighed:
        return []
    most = max(weighed)
    if most <= 0:
        return [weighed.index(most)]
    worth = [(-weight, at) for at, weight in enumerate(weighed) if weight >= most * WORTH]
    return [at for _, at in sorted(worth)[:SHOWN]]
