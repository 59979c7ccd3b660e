"""An error of the newsroom, of form or of fact."""

from palabre.core.signals.phrases import PhraseDetector


class Correction(PhraseDetector):
    """An error of the newsroom, of form or of fact."""

    name = "correction"
    name_fr = "Correction"
    name_en = "Correction"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.85: (
            "faute de frappe", "une faute", "faute d'orthographe", "une coquille", "coquille dans",
            "petite coquille", "erreur dans l'article", "erreur dans votre", "une erreur", "c'est une erreur",
            "vous vous trompez", "vous avez écrit", "il fallait lire", "il faut lire", "il faut écrire",
            "ça s'écrit", "s'écrit avec", "la légende", "ce n'est pas la photo", "pas la bonne photo",
            "mauvaise photo", "erratum", "rectificatif", "à corriger", "corrigez", "merci de corriger",
            "c'est faux", "inexact", "typo", "wrong photo", "please correct", "factual error",
        ),
    }  # fmt: skip
