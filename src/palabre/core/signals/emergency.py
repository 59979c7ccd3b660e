"""Somebody needs help at once."""

from palabre.core.signals.phrases import PhraseDetector


class Emergency(PhraseDetector):
    """Somebody needs help at once."""

    name = "emergency"
    name_fr = "Urgence"
    name_en = "Emergency"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.85: (
            "appelez les pompiers", "appelez le samu", "appelez la police", "appelez le 15", "appelez le 18",
            "au secours", "à l'aide", "il est inconscient", "elle est inconsciente", "ne respire plus",
            "respire mal", "y a le feu", "il y a le feu", "des blessés", "une personne à terre",
            "call an ambulance", "call the police", "not breathing",
        ),
    }  # fmt: skip
