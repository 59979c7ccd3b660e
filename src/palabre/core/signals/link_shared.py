"""A link or a source is given."""

from palabre.core.model import Evidence, Signal
from palabre.core.signals.detector import View

MODEL = "patterns-1"


class LinkShared:
    """Finds addresses in the text."""

    name = "link_shared"
    name_fr = "Lien partagé"
    name_en = "Link shared"

    def detect(self, view: View) -> Signal | None:
        """Return the signal with each address, twenty at most."""
        if "url" not in view.tokens.kinds:
            return None
        places = [Evidence(token.start, token.end, "link") for token in view.tokens if token.kind == "url"]
        return Signal(self.name, 0.99, MODEL, tuple(places[:20]))
