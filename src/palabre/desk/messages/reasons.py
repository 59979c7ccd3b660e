"""The words of the detectors, in the language of the person who reads: what a signal is called, why it was seen.

They are the detectors' own (palabre.core.signals), so that a new one is readable here from its first day.
"""

from collections.abc import Mapping

from django.utils.translation import get_language, ngettext

from palabre.core.signals import names, reasons
from palabre.core.signals.told import parted

#: Signals that no detector of one message gives: they come of seeing several.
_OF_SERIES = {"flood": ("Message répété", "Repeated message")}
_NAMES = {**names(), **_OF_SERIES}
_REASONS = reasons()


def signal_word(name: str) -> str:
    """Return what a signal is called, in the middle of a line; its own name where it is not known."""
    said = _said(_NAMES, name)
    return said[:1].lower() + said[1:]


def reason(why: str) -> str:
    """Return the words for ``why`` of a stretch of evidence; a key without words is shown as it is written."""
    told = parted(why)
    if told is None:
        return _said(_REASONS, why)
    messages = ngettext("%(n)s message", "%(n)s messages", told.messages) % {"n": told.messages}
    by = ngettext("by %(names)s", "by %(n)s authors: %(names)s", told.authors)
    return f"{_said(_REASONS, told.key)} ({messages} {by % {'n': told.authors, 'names': told.names}})"


def _said(table: Mapping[str, tuple[str, str]], key: str) -> str:
    french, english = table.get(key, (key.replace("_", " "),) * 2)
    return french if (get_language() or "fr").startswith("fr") else english
