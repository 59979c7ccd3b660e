"""What was learned says little where only small words, somebody else's words or too few words say it.

No rule spoke, and a model found that *il est dans la …* is what people say of somebody who drowns: so it is, but
for the fountain, the bakery and the garden. Such a find loses half of its probability, and so its flag.
"""

from collections.abc import Mapping, Sequence

from palabre.core.signals.common import commonness

#: Signal → the least share of what pushes towards it that must come from words that mean something by themselves.
#: Not asked of insults, threats and hounding: *tu* and *vous* are half of them, as measured on a forum.
_MEANING: Mapping[str, float] = {
    "adverse_event": 0.3, "coded_hate": 0.25, "correction": 0.2, "dehumanising": 0.3,
    "emergency": 0.3, "feedback": 0.25, "help_request": 0.25, "lead": 0.35, "self_harm": 0.2,
}  # fmt: skip
#: So sure, small words are heard: who drowns may say little else (*il est dans l’eau il remonte pas*).
_SURE: Mapping[str, float] = {"emergency": 0.9, "self_harm": 0.8}
#: Who sells or swindles needs some words for it: signal → how many different ones, small words left out.
_WORDS: Mapping[str, int] = {"scam": 3, "spam": 3}
#: The share of a message that stands between quotation marks from which its find is somebody else's. What is
#: quoted whole may only be how its author writes.
_QUOTED, _WHOLE = 0.4, 0.95
#: Who corrects or judges the paper, or asks it something, quotes it.
_ABOUT_QUOTES = frozenset(["correction", "feedback", "help_request", "lead"])
#: What is left of a hollow find.
LEFT = 0.5


def is_hollow(name: str, score: float, words: Sequence[str], weighed: Sequence[float], quoted: float) -> bool:
    """Tell whether a find of probability ``score`` that no rule supports rests on nothing that says it.

    ``weighed`` is what each of ``words`` brings to the signal, in log-odds; ``quoted`` the share that is quoted.
    """
    if (name not in _MEANING and name not in _WORDS) or score >= _SURE.get(name, 1.0):
        return False
    if _QUOTED <= quoted < _WHOLE and name not in _ABOUT_QUOTES:
        return True
    if name in _WORDS:
        return len({word for word in words if not commonness(word)}) < _WORDS[name]
    pushing = [(weight, word) for weight, word in zip(weighed, words, strict=False) if weight > 0]
    meaning = sum(weight for weight, word in pushing if not commonness(word))
    return meaning < _MEANING[name] * sum(weight for weight, _ in pushing)
