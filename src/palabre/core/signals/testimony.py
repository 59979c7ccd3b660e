"""Somebody tells what they saw or live."""

from palabre.core.signals.phrases import PhraseDetector


class Testimony(PhraseDetector):
    """Somebody tells what they saw or live."""

    name = "testimony"
    name_fr = "Témoignage"
    name_en = "Testimony"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.8: (
            "j'y étais", "j'étais là", "j'étais sur place", "j'étais présent", "j'étais présente",
            "je suis sur place", "j'ai vu", "j'ai tout vu", "je l'ai vu", "nous avons vu", "j'habite à côté",
            "j'habite juste", "j'habite la rue", "j'habite en face", "j'y habite", "j'y travaille",
            "j'y ai travaillé", "je travaille à", "je travaille là", "j'ai travaillé", "dans mon immeuble",
            "dans ma rue", "devant chez moi", "chez moi", "ma fille est", "mon fils est", "ma mère a",
            "mon père a", "mes enfants ont", "mes élèves", "mes patients", "je suis infirmière",
            "je suis infirmier", "je suis pompier", "je suis agricultrice", "je suis agriculteur",
            "je suis institutrice", "je confirme", "i was there", "i saw it", "i live next",
        ),
        0.5: (
            "pour ma part", "ça fait dix ans que", "depuis vingt ans", "depuis trente ans", "depuis ce matin",
            "depuis hier", "cette nuit",
        ),
    }  # fmt: skip
