"""Sexual remarks to or about somebody."""

from palabre.core.signals.phrases import PhraseDetector


class Sexual(PhraseDetector):
    """Sexual remarks to or about somebody."""

    name = "sexual"
    name_fr = "Propos sexuels"
    name_en = "Sexual"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.8: (
            "je te baise", "je la baise", "je vais te baiser", "suce moi", "grosse chienne", "envoie tes seins",
            "montre tes seins", "montre tes nichons", "à poil", "nudes", "envoie une nude", "plan cul",
            "bonne à baiser", "show your tits", "send nudes",
        ),
    }  # fmt: skip
