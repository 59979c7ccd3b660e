"""Personal data exposed in public: telephone, mail address, bank account, number plate."""

import re

from palabre.core.model import Evidence, Signal
from palabre.core.signals.detector import View

MODEL = "patterns-1"

#: Each pattern is linear: no quantifier inside a quantifier that could match the same character.
_PATTERNS = (
    ("phone", 0.85, re.compile(r"(?<![\d+])(?:\+33 ?|0033 ?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)")),
    ("mail", 0.7, re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w-])")),
    ("iban", 0.95, re.compile(r"(?<!\w)FR\d{2}(?: ?[\dA-Z]{4}){5} ?[\dA-Z]{3}(?!\w)")),
    ("plate", 0.7, re.compile(r"(?<!\w)[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?!\w)")),
)


class PersonalData:
    """Finds what lets anybody reach or rob a person."""

    name = "personal_data"
    name_fr = "Donnée personnelle"
    name_en = "Personal data"

    def detect(self, view: View) -> Signal | None:
        """Return the signal where a message that is not private shows personal data."""
        text = view.message.text
        if view.message.visibility == "private" or not any(mark in text for mark in "0123456789@"):
            return None
        hits = [(score, found.span(), why) for why, score, pattern in _PATTERNS for found in pattern.finditer(text)]
        if not hits:
            return None
        evidence = tuple(Evidence(start, end, why) for _, (start, end), why in hits[:20])
        return Signal(self.name, max(score for score, _, _ in hits), MODEL, evidence)
