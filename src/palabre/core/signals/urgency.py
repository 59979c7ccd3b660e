"""The sender cannot wait."""

from palabre.core.signals.phrases import PhraseDetector


class Urgency(PhraseDetector):
    """The sender cannot wait."""

    name = "urgency"
    name_fr = "Pressé"
    name_en = "Urgency"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.6: (
            "urgent", "en urgence", "tout de suite", "le plus vite possible", "au plus vite", "dès que possible",
            "c'est pressé", "avant ce soir", "avant demain", "asap", "right now", "as soon as possible",
        ),
    }  # fmt: skip
