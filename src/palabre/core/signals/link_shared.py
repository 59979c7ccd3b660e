"""A link or a source is given."""

from typing import ClassVar

from palabre.core.model import Evidence, Signal
from palabre.core.signals.detector import Reasons
from palabre.core.signals.view import View

MODEL = "patterns-2"
#: Addresses shown in one message.
MAX_LINKS = 20


class LinkShared:
    """Finds addresses in the text."""

    name: ClassVar[str] = "link_shared"
    name_fr: ClassVar[str] = "Lien partagé"
    name_en: ClassVar[str] = "Link shared"
    reasons: ClassVar[Reasons] = {"link": ("une adresse de page", "the address of a page")}

    def detect(self, view: View) -> Signal | None:
        """Return the signal with each address, ``MAX_LINKS`` at most."""
        text = view.message.text
        if "://" not in text and "www." not in text and "WWW." not in text:
            return None
        kinds = view.tokens.kinds
        places = [view.token_span(at) for at, kind in enumerate(kinds) if kind == "url"][:MAX_LINKS]
        if not places:
            return None
        return Signal(self.name, 0.99, MODEL, tuple(Evidence(start, end, "link") for start, end in places))
