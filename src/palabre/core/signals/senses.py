"""What a word is to the detectors, worked out once and remembered with its form.

A form is in hand wherever a message is read: what hangs on it costs no look-up by letters, of which each is a walk
through memory (docs/explanation/performance.md).
"""

from typing import Any, cast

from palabre.core.signals import misspelt
from palabre.core.text import Form
from palabre.core.text.memo import Memo

#: Stands for what waits under a word until the shared book of phrases was asked.
UNASKED = object()


class Sense:
    """A spelling as detectors read it.

    ``word`` is the plain word (``misspelt``); ``waiting``, what the shared book of phrases knows of it: None for
    the many under which no pattern waits, ``UNASKED`` before it was asked (``phrases``).
    """

    __slots__ = ("waiting", "word")

    def __init__(self, word: str) -> None:
        self.word = word
        self.waiting: Any = UNASKED


def _make(fold: str) -> Sense:
    return Sense(misspelt.read(fold))


# A memo shared by the process: it saves time and changes no result.
_SENSES = Memo(_make, 32_768, lambda fold: len(fold) <= 64)


def of_forms(forms: list[Form]) -> list[Sense]:
    """Return the sense of each form."""
    found = [form.sense for form in forms]
    if not all(found):  # told in C where all are known, as nearly always
        for form in forms:
            if form.sense is None:
                form.sense = _SENSES[form.fold]
        found = [form.sense for form in forms]
    return cast(list[Sense], found)


def of_folds(folds: list[str]) -> list[Sense]:
    """Return the sense of each folded word: where words are not those of forms any more."""
    return [_SENSES[fold] for fold in folds]
