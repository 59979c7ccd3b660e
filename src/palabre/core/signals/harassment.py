"""Somebody is hunted, or others are called to hunt them."""

from palabre.core.signals.phrases import PhraseDetector


class Harassment(PhraseDetector):
    """Somebody is hunted, or others are called to hunt them."""

    name = "harassment"
    name_fr = "Harcèlement"
    name_en = "Harassment"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.8: (
            "on va pas te lâcher", "on ne te lâchera pas", "on va te pourrir", "pourrissez le", "pourrissez la",
            "allez le dire sur sa page", "allez tous sur sa page", "allez tous sur son compte", "harcelez le",
            "harcelez la", "balancez son adresse", "voici son adresse", "voilà son adresse", "tue toi",
            "va te suicider", "suicide toi", "kill yourself", "kys",
        ),
    }  # fmt: skip
