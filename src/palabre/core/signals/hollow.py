"""What was learned says little where only small words, somebody else's words or too few words say it.

No rule spoke, and a model found that *il est dans la …* is what people say of somebody who drowns: so it is, but
for the fountain, the bakery and the garden. Such a find loses half of its probability, and so its flag.
"""

from collections.abc import Mapping, Sequence

from palabre.core.signals.common import commonness

#: Signal → the least share of what pushes towards it that must come from words that mean something by themselves.
#: Not asked of insults, threats and hounding, where *tu* and *vous* are half of it (measured on a forum), nor of
#: people called animals or filth, where *ils* and *ces* are (measured on families that nobody mends for).
_MEANING: Mapping[str, float] = {
    "coded_hate": 0.15, "correction": 0.2, "emergency": 0.3, "feedback": 0.15, "help_request": 0.15,
    "self_harm": 0.2,
}  # fmt: skip
#: So sure, small words are heard: who drowns may say little else (*il est dans l’eau il remonte pas*).
_SURE: Mapping[str, float] = {"emergency": 0.85, "self_harm": 0.7}
#: Who sells or swindles needs more than one word for it, small ones and figures left out, however often it is said.
_WORDY = frozenset(["scam", "spam"])
#: The share of a message that stands between quotation marks from which its find is somebody else's. What is
#: quoted whole may only be how its author writes.
_QUOTED, _WHOLE = 0.4, 0.95
#: Who corrects or judges the paper, or asks it something, quotes it.
_ABOUT_QUOTES = frozenset(["correction", "feedback", "help_request"])
#: What is left of a hollow find.
LEFT = 0.5


def is_hollow(name: str, score: float, words: Sequence[str], weighed: Sequence[float], quoted: float) -> bool:
    """Tell whether a find of probability ``score`` that no rule supports rests on nothing that says it.

    ``weighed`` is what each of ``words`` brings to the signal, in log-odds; ``quoted`` the share that is quoted.
    """
    if (name not in _MEANING and name not in _WORDY) or score >= _SURE.get(name, 1.0):
        return False
    if _QUOTED <= quoted < _WHOLE and name not in _ABOUT_QUOTES:
        return True
    if name in _WORDY:
        return len({word for word in words if word.isalpha() and not commonness(word)}) < 2
    pushing = [(weight, word) for weight, word in zip(weighed, words, strict=False) if weight > 0]
    meaning = sum(weight for weight, word in pushing if not commonness(word))
    return meaning < _MEANING[name] * sum(weight for weight, _ in pushing)
