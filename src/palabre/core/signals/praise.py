"""Thanks and congratulations."""

from palabre.core.signals.phrases import PhraseDetector


class Praise(PhraseDetector):
    """Thanks and congratulations."""

    name = "praise"
    name_fr = "Bravo"
    name_en = "Praise"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.7: (
            "bravo", "merci à vous", "merci à toute", "merci à tous", "merci infiniment", "un grand merci",
            "mille mercis", "félicitations", "chapeau", "respect à", "quel bel", "quelle belle", "magnifique",
            "superbe", "formidable", "coup de chapeau", "well done", "thank you so much", "congratulations",
            "great job",
        ),
    }  # fmt: skip
