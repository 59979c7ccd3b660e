"""Others are called to harm."""

from palabre.core.signals.phrases import PhraseDetector


class ViolenceCall(PhraseDetector):
    """Others are called to harm."""

    name = "violence_call"
    name_fr = "Appel à la violence"
    name_en = "Call to violence"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.92: (
            "faut les pendre", "il faut les pendre", "au poteau", "faut les brûler", "il faut les brûler",
            "faut brûler", "brûlons", "cramez", "faut tout cramer", "faut les tabasser", "faut les buter",
            "faut les flinguer", "à la lanterne", "une balle dans la tête", "hang them", "burn them", "shoot them",
            "à mort", "tous au peloton", "sortez les fourches", "faut leur casser la gueule",
        ),
    }  # fmt: skip
