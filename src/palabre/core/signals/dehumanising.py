"""People spoken of as animals, vermin or things."""

from palabre.core.signals.phrases import PhraseDetector


class Dehumanising(PhraseDetector):
    """People spoken of as animals, vermin or things."""

    name = "dehumanising"
    name_fr = "Déshumanisation"
    name_en = "Dehumanising"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.85: (
            "c'est de la vermine", "de la vermine", "cette vermine", "des parasites", "ces parasites",
            "comme des rats", "comme des cafards", "ces cafards", "des sous hommes", "sous race", "ces animaux",
            "ces bêtes là", "cette racaille", "de la racaille", "la racaille", "are vermin", "are animals",
            "like rats", "like cockroaches", "subhuman",
        ),
    }  # fmt: skip
