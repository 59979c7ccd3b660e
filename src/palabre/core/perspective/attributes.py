"""What each attribute is made of: our signals, each with the share of its probability that counts.

An attribute is the strongest of its signals (not their sum: five faint ones are no strong one). The shares say how
near a signal comes to the attribute's own definition; docs/howto/replace-perspective.md shows this table, and what
has no honest counterpart here (UNSUBSTANTIAL, INCOHERENT, FLIRTATION …) is refused as unknown rather than invented.
"""

from collections.abc import Mapping

Mix = Mapping[str, float]

_TOXIC = {
    "insult": 1.0, "hate": 1.0, "dehumanising": 1.0, "threat": 1.0, "violence_call": 1.0, "harassment": 0.9,
    "sexual": 0.6, "coded_hate": 0.5,
}  # fmt: skip
_SEVERE = {
    "hate": 0.9, "dehumanising": 0.9, "threat": 0.9, "violence_call": 0.9, "harassment": 0.6, "insult": 0.4,
    "sexual": 0.3,
}  # fmt: skip
_IDENTITY = {"hate": 1.0, "dehumanising": 1.0, "coded_hate": 0.6}
_INSULT = {"insult": 1.0, "harassment": 0.8, "dehumanising": 0.6}
_PROFANITY = {"insult": 0.9, "sexual": 0.7}
_THREAT = {"threat": 1.0, "violence_call": 0.9}

#: Attribute → (its signals, the signal that a suggestion about it labels; a group of them by the group's name).
ATTRIBUTES: Mapping[str, tuple[Mix, str]] = {
    "TOXICITY": (_TOXIC, "toxicity"),
    "SEVERE_TOXICITY": (_SEVERE, "severe_toxicity"),
    "IDENTITY_ATTACK": (_IDENTITY, "hate"),
    "INSULT": (_INSULT, "insult"),
    "PROFANITY": (_PROFANITY, "profanity"),
    "THREAT": (_THREAT, "threat"),
    "SEXUALLY_EXPLICIT": ({"sexual": 1.0}, "sexual"),
    "SPAM": ({"spam": 1.0, "scam": 0.9, "flood": 0.8}, "spam"),
    "TOXICITY_EXPERIMENTAL": (_TOXIC, "toxicity"),
    "SEVERE_TOXICITY_EXPERIMENTAL": (_SEVERE, "severe_toxicity"),
    "IDENTITY_ATTACK_EXPERIMENTAL": (_IDENTITY, "hate"),
    "INSULT_EXPERIMENTAL": (_INSULT, "insult"),
    "PROFANITY_EXPERIMENTAL": (_PROFANITY, "profanity"),
    "THREAT_EXPERIMENTAL": (_THREAT, "threat"),
    "REASONING_EXPERIMENTAL": ({"argument": 1.0}, "argument"),
    "PERSONAL_STORY_EXPERIMENTAL": ({"testimony": 1.0}, "testimony"),
    "CURIOSITY_EXPERIMENTAL": ({"question": 1.0}, "question"),
    "RESPECT_EXPERIMENTAL": ({"praise": 1.0}, "praise"),
}

#: Labels that speak of several signals at once → those signals. "It is not": none of them; "it is": the strongest.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "toxicity": tuple(_TOXIC),
    "severe_toxicity": tuple(_SEVERE),
    "profanity": tuple(_PROFANITY),
}

LANGUAGES = ("fr", "en")


def scores(signals: Mapping[str, float], wanted: tuple[str, ...]) -> dict[str, float]:
    """Return the probability of each attribute in ``wanted``, from those of signals (absent: 0)."""
    return {name: _strongest(ATTRIBUTES[name][0], signals) for name in wanted}


def _strongest(mix: Mix, signals: Mapping[str, float]) -> float:
    return round(max(signals.get(name, 0.0) * share for name, share in mix.items()), 6)
