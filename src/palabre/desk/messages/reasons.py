"""The words for why a stretch of text is evidence. Keys come from the detectors (palabre.core.signals)."""

from django.utils.functional import Promise

REASONS: dict[str, str | Promise] = {}


def reason(why: str) -> str:
    """Return the words for ``why``; a key without words of its own is shown as it is written."""
    return str(REASONS.get(why) or why.replace("_", " "))
