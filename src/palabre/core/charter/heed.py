"""Which signals a workspace heeds: those as sure as it asked for. The others are kept, and count for nothing."""

from collections.abc import Mapping, Sequence

from palabre.core.model import Signal

#: From which probability a signal is heeded where the workspace has not chosen.
USUAL = 0.3

#: Which signal a removal by an article of the charter speaks of, and which an approval denies.
OF_ARTICLE = {
    "violence": "threat",
    "discrimination": "hate",
    "harassment": "harassment",
    "insult": "insult",
    "privacy": "personal_data",
    "indecency": "sexual",
    "fraud": "scam",
    "advertising": "spam",
}
_ALSO = {
    "threat": ("violence_call",),
    "hate": ("dehumanising", "coded_hate"),
    "spam": ("flood",),
}
#: Each signal that decisions speak of → the article by which a removal says that it was right.
ARTICLE_OF = {
    **{signal: article for article, signal in OF_ARTICLE.items()},
    **{also: article for article, signal in OF_ARTICLE.items() for also in _ALSO.get(signal, ())},
}


def heeded(signals: Sequence[Signal], thresholds: Mapping[str, float]) -> Sequence[Signal]:
    """Return the signals that reach the workspace's threshold, or the usual one."""
    return [one for one in signals if one.score >= thresholds.get(one.name, USUAL)]


def said_by_decision(signal: str, action: str, reason: str) -> bool | None:
    """Tell whether a decision says that ``signal`` was right (removed by its article) or wrong (published).

    None where it says nothing of it: a removal by another article, a message on hold, a signal of no article.
    """
    article = ARTICLE_OF.get(signal)
    if article is None:
        return None
    if action == "approve":
        return False
    return True if action == "remove" and reason == article else None
