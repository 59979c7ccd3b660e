"""The tone is angry."""

from palabre.core.signals.phrases import PhraseDetector


class Anger(PhraseDetector):
    """The tone is angry."""

    name = "anger"
    name_fr = "Colère"
    name_en = "Anger"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.6: (
            "j'en ai marre", "ras le bol", "y en a marre", "c'est scandaleux", "scandaleux", "scandale",
            "une honte", "c'est une honte", "honte à vous", "inadmissible", "inacceptable", "de qui se moque t on",
            "on se fout de nous", "se foutent de nous", "foutage de gueule", "on nous prend pour", "disgusting",
            "shame on you", "unacceptable", "outrageous",
        ),
    }  # fmt: skip
